package dev.watershed.sql.facts;

import dev.watershed.sql.facts.Condition.Opaque;
import dev.watershed.sql.facts.Condition.Predicate;
import dev.watershed.sql.facts.RowSource.Table;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.sql.lexical.TableUse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What is left of a statement when what it selects may change: its kind, its tables, the columns of
 * its conditions and those of its joins. A program that maps objects to tables selects another
 * column with every version; what it looks for, and how it joins, stays. A statement that is not
 * parsed has the shape of its kind and tables.
 *
 * @param text such as {@code SELECT shop.items shop.orders WHERE orders.status JOIN
 *     items.order_id=orders.id}; each part in alphabetical order, written tables with {@code !}
 * @param id the hash of the text
 */
public record Shape(String text, long id) {

  private static final String WHERE = " WHERE";
  private static final String JOIN = " JOIN";

  public Shape {
    Objects.requireNonNull(text, "text");
  }

  /** The shape of a statement. */
  public static Shape of(StatementFacts facts) {
    SortedSet<String> tables = new TreeSet<>();
    SortedSet<String> columns = new TreeSet<>();
    SortedSet<String> joins = new TreeSet<>();
    for (NamedTable named : facts.tables()) {
      tables.add(named.table().qualifiedName() + (named.use() == TableUse.WRITE ? "!" : ""));
    }
    for (QueryBlock block : facts.blocks()) {
      Stream.concat(block.conditions(), Stream.of(block.having()))
          .forEach(condition -> collect(facts, condition, columns, joins));
    }
    StringBuilder text = new StringBuilder(facts.kind().name());
    tables.forEach(table -> text.append(' ').append(table));
    append(text, WHERE, columns);
    append(text, JOIN, joins);
    return new Shape(text.toString(), Fingerprints.hashOf(text.toString()));
  }

  /**
   * The shape that the statement had when its tables had other names.
   *
   * @param names {@code schema.table} to the other name
   */
  public Shape renamed(UnaryOperator<String> names) {
    int columnsAt = end(text, WHERE);
    int joinsAt = end(text, JOIN);
    int tablesEnd = Math.min(columnsAt, joinsAt);
    String[] parts = text.substring(0, tablesEnd).split(" ", -1);
    Map<String, String> bare = new HashMap<>();
    SortedSet<String> tables = new TreeSet<>();
    for (String part : List.of(parts).subList(1, parts.length)) {
      String table = part.endsWith("!") ? part.substring(0, part.length() - 1) : part;
      String renamed = names.apply(table);
      tables.add(renamed + part.substring(table.length()));
      bare.put(bare(table), bare(renamed));
    }
    StringBuilder other = new StringBuilder(parts[0]);
    tables.forEach(table -> other.append(' ').append(table));
    append(other, WHERE, columns(text.substring(columnsAt, Math.max(columnsAt, joinsAt)), bare));
    append(other, JOIN, columns(text.substring(joinsAt), bare));
    return new Shape(other.toString(), Fingerprints.hashOf(other.toString()));
  }

  private static int end(String text, String word) {
    int at = text.indexOf(word + " ");
    return at < 0 ? text.length() : at;
  }

  private static String bare(String table) {
    return table.substring(table.indexOf('.') + 1);
  }

  /** The columns behind a word, {@code table.column} or two of them, of renamed tables. */
  private static SortedSet<String> columns(String part, Map<String, String> bare) {
    SortedSet<String> columns = new TreeSet<>();
    if (!part.isEmpty()) {
      String[] words = part.split(" ", -1);
      for (String word : List.of(words).subList(2, words.length)) {
        SortedSet<String> pair = new TreeSet<>();
        for (String column : word.split("=", -1)) {
          int dot = column.indexOf('.');
          String table = column.substring(0, Math.max(0, dot));
          pair.add(bare.getOrDefault(table, table) + column.substring(Math.max(0, dot)));
        }
        columns.add(String.join("=", pair));
      }
    }
    return columns;
  }

  /** The id as people see it: 16 lower-case hexadecimal digits. */
  public String idText() {
    return Fingerprints.idOf(id);
  }

  private static void append(StringBuilder text, String word, SortedSet<String> parts) {
    if (!parts.isEmpty()) {
      text.append(word);
      parts.forEach(part -> text.append(' ').append(part));
    }
  }

  private static void collect(
      StatementFacts facts,
      Condition condition,
      SortedSet<String> columns,
      SortedSet<String> joins) {
    condition.predicates().forEach(predicate -> collect(facts, predicate, columns, joins));
    opaque(condition)
        .flatMap(part -> part.columns().stream())
        .forEach(column -> name(facts, column).ifPresent(columns::add));
  }

  private static void collect(
      StatementFacts facts,
      Predicate predicate,
      SortedSet<String> columns,
      SortedSet<String> joins) {
    List<ColumnRef> left = predicate.side().columns();
    List<ColumnRef> right = predicate.operand().columns();
    if (left.size() == 1 && right.size() == 1) {
      SortedSet<String> pair = new TreeSet<>();
      name(facts, left.get(0)).ifPresent(pair::add);
      name(facts, right.get(0)).ifPresent(pair::add);
      if (!pair.isEmpty()) {
        joins.add(String.join("=", pair));
      }
    } else {
      Stream.concat(left.stream(), right.stream())
          .forEach(column -> name(facts, column).ifPresent(columns::add));
    }
  }

  private static Stream<Opaque> opaque(Condition condition) {
    if (condition instanceof Opaque opaque) {
      return Stream.of(opaque);
    }
    if (condition instanceof Condition.AllOf all) {
      return all.conditions().stream().flatMap(Shape::opaque);
    }
    return condition instanceof Condition.AnyOf any
        ? any.branches().stream().flatMap(Shape::opaque)
        : Stream.empty();
  }

  /** {@code table.column}; empty for columns of other blocks, whose own conditions count. */
  private static Optional<String> name(StatementFacts facts, ColumnRef column) {
    RowSource source = facts.source(column);
    return source instanceof Table table
        ? Optional.of(table.table().table() + "." + column.column())
        : Optional.empty();
  }
}
