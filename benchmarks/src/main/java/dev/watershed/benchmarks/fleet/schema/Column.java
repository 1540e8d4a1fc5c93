package dev.watershed.benchmarks.fleet.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A column and what its values are made of.
 *
 * @param name its name
 * @param nullable whether a third of its values is NULL
 * @param kind what it holds
 * @param argument of the kind; empty where it takes none
 * @param type the SQL type, with a collation where it has one of its own
 */
public record Column(String name, boolean nullable, ColumnKind kind, String argument, String type) {

  public Column {
    if (!name.matches("[a-z][a-z0-9_]*") || type.isEmpty()) {
      throw new IllegalArgumentException("no column: " + name + " " + type);
    }
    if (argument.isEmpty() != (kind.arguments() == 0)) {
      throw new IllegalArgumentException("argument of " + name + ": '" + argument + "'");
    }
  }

  /** A column of the kind's own type. */
  public static Column of(String name, ColumnKind kind, String argument) {
    return new Column(name, false, kind, argument, kind.type());
  }

  /** Reads {@code name[?] kind [argument] [as TYPE …]}. */
  public static Column parse(String line) {
    List<String> words = new ArrayList<>(Arrays.asList(line.strip().split("\\s+", -1)));
    if (words.size() < 2) {
      throw new IllegalArgumentException("no column: '" + line + "'");
    }
    String name = words.get(0);
    ColumnKind kind = ColumnKind.parse(words.get(1));
    String argument = kind.arguments() == 0 ? "" : words.get(2);
    List<String> rest = words.subList(2 + kind.arguments(), words.size());
    if (!rest.isEmpty() && !rest.get(0).equals("as")) {
      throw new IllegalArgumentException("'as TYPE' is missing in: " + line);
    }
    String type = rest.isEmpty() ? kind.type() : String.join(" ", rest.subList(1, rest.size()));
    boolean nullable = name.endsWith("?");
    return new Column(
        nullable ? name.substring(0, name.length() - 1) : name, nullable, kind, argument, type);
  }

  /** The table whose rows it names, for a REF or UUIDOF. */
  public TableName target() {
    if (kind != ColumnKind.REF && kind != ColumnKind.UUIDOF) {
      throw new IllegalStateException(name + " names no rows");
    }
    return TableName.parse(argument);
  }

  /** The same after a table has moved: a column that names its rows names them there. */
  Column referring(TableName from, TableName to) {
    return argument.equals(from.toString())
        ? new Column(name, nullable, kind, to.toString(), type)
        : this;
  }

  /** Its line in CREATE TABLE. */
  String ddl() {
    String end = kind == ColumnKind.ID ? " AUTO_INCREMENT" : "";
    return name + " " + type + (nullable ? " NULL" : " NOT NULL") + end;
  }
}
