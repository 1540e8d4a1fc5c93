package dev.watershed.collector.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is read of a table: some values, of some rows. The text of the question follows from the
 * columns that a server has, so that a connection and a script that stands in for one ask the same.
 *
 * @param table as {@code schema.table}
 * @param items the values, in order
 * @param rest what follows the table, such as {@code WHERE a = ?}; empty for all rows
 */
public record Selection(String table, List<Item> items, String rest) {

  /** The schemas of the servers themselves. */
  private static final String SYSTEM_SCHEMAS =
      "('mysql', 'information_schema', 'performance_schema', 'sys')";

  /** What a value may hold of what the users wrote. */
  public enum Literals {
    /** Names and figures. */
    NONE,
    /** An expression in the words of the server, which may hold literals. */
    EXPRESSION,
    /** The default of a column: a literal, or an expression. */
    DEFAULT,
    /** A literal as a whole. */
    VALUE,
    /** A text in the words of its author. */
    BODY
  }

  /**
   * A value.
   *
   * @param label its name in the answer
   * @param expression what is asked for
   * @param column the one that it takes; empty where every server has it
   * @param otherwise what is asked for where the server has no such column
   */
  public record Item(
      String label,
      String expression,
      Optional<String> column,
      String otherwise,
      Literals literals) {

    public Item {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(expression, "expression");
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(otherwise, "otherwise");
      Objects.requireNonNull(literals, "literals");
    }

    private String text(Columns columns, String table) {
      boolean there = column.isEmpty() || columns.has(table, column.get());
      String asked = there ? expression : otherwise;
      return asked.equals(label) ? asked : asked + " AS " + label;
    }
  }

  public Selection {
    Objects.requireNonNull(table, "table");
    items = List.copyOf(items);
    Objects.requireNonNull(rest, "rest");
  }

  /**
   * Nothing of a table so far.
   *
   * @param table as {@code schema.table}
   */
  public static Selection from(String table) {
    return new Selection(table, List.of(), "");
  }

  /** Also some columns; one that a server lacks is NULL in every row. */
  public Selection columns(String... names) {
    return literals(Literals.NONE, names);
  }

  /** Also some columns that may hold what the users wrote; NULL where a server lacks one. */
  public Selection literals(Literals literals, String... names) {
    return with(
        Arrays.stream(names)
            .map(name -> new Item(name, name, Optional.of(name), "NULL", literals))
            .toList());
  }

  /** Also some columns; one that a server lacks is 0 in every row. */
  public Selection counters(List<String> names) {
    return with(
        names.stream()
            .map(name -> new Item(name, name, Optional.of(name), "0", Literals.NONE))
            .toList());
  }

  /** Also some values that every server has: columns, or expressions. */
  public Selection values(String... expressions) {
    return with(
        Arrays.stream(expressions)
            .map(text -> new Item(text, text, Optional.empty(), text, Literals.NONE))
            .toList());
  }

  /** Also whether there is a comment, which itself stays on the server. */
  public Selection commented(String column) {
    return with(
        List.of(
            new Item("COMMENTED", column + " <> ''", Optional.of(column), "NULL", Literals.NONE)));
  }

  /** Only what belongs to the users. */
  public Selection ofUsers(String schemaColumn) {
    return where(schemaColumn + " NOT IN " + SYSTEM_SCHEMAS);
  }

  /** Only rows that also fulfil a condition. */
  public Selection where(String also) {
    return new Selection(table, items, rest + (rest.isEmpty() ? "WHERE " : " AND ") + also);
  }

  /** The same in an order, behind all conditions. */
  public Selection orderedBy(String what) {
    return new Selection(table, items, rest + (rest.isEmpty() ? "" : " ") + "ORDER BY " + what);
  }

  private Selection with(List<Item> more) {
    List<Item> all = new ArrayList<>(items);
    all.addAll(more);
    return new Selection(table, all, rest);
  }

  /** The names of the values in the answer. */
  public List<String> labels() {
    return items.stream().map(Item::label).toList();
  }

  /** The text for a server. One without the table is not to be asked. */
  public String sql(Columns columns) {
    return "SELECT "
        + String.join(", ", items.stream().map(item -> item.text(columns, table)).toList())
        + " FROM "
        + table
        + " AS "
        + Query.ALIAS
        + (rest.isEmpty() ? "" : " " + rest);
  }
}
