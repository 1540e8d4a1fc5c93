package dev.watershed.sql.facts;

import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.sql.lexical.TableUse;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

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

  public Shape {
    Objects.requireNonNull(text, "text");
  }

  /** The shape of a statement. */
  public static Shape of(StatementFacts facts) {
    return of(facts, UnaryOperator.identity());
  }

  /**
   * The shape of a statement when its tables had other names. A shape alone cannot tell it: two
   * tables of one name in two schemas have the same columns in it.
   *
   * @param names {@code schema.table} to the other name
   */
  public static Shape of(StatementFacts facts, UnaryOperator<String> names) {
    SortedSet<String> tables = new TreeSet<>();
    for (NamedTable named : facts.tables()) {
      String table = names.apply(named.table().qualifiedName());
      tables.add(table + (named.use() == TableUse.WRITE ? "!" : ""));
    }
    ShapeColumns columns = new ShapeColumns(facts, names);
    StringBuilder text = new StringBuilder(facts.kind().name());
    tables.forEach(table -> text.append(' ').append(table));
    append(text, " WHERE", columns.alone());
    append(text, " JOIN", columns.joins());
    return new Shape(text.toString(), Fingerprints.hashOf(text.toString()));
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
}
