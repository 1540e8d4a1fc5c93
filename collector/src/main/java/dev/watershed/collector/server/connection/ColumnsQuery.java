package dev.watershed.collector.server.connection;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Asks for the columns of some tables. A server tells of those that the account may see. */
final class ColumnsQuery {

  private ColumnsQuery() {}

  /**
   * @param tables as {@code schema.table}
   */
  static Query<Columns> of(Collection<String> tables) {
    List<String> names = new ArrayList<>(new TreeSet<>(tables));
    if (names.isEmpty()) {
      throw new IllegalArgumentException("no tables");
    }
    List<String> parameters = new ArrayList<>();
    List<String> pairs = new ArrayList<>();
    for (String name : names) {
      int dot = name.indexOf('.');
      if (dot < 0) {
        throw new IllegalArgumentException("not schema.table: " + name);
      }
      parameters.add(name.substring(0, dot));
      parameters.add(name.substring(dot + 1));
      pairs.add("(TABLE_SCHEMA = ? AND TABLE_NAME = ?)");
    }
    return new Query<>(
        "SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME FROM information_schema.COLUMNS AS "
            + Query.ALIAS
            + " WHERE "
            + String.join(" OR ", pairs),
        parameters,
        rows -> {
          List<Columns.Column> columns = new ArrayList<>();
          while (rows.next()) {
            String table = rows.getString(1) + "." + rows.getString(2);
            columns.add(new Columns.Column(table.toUpperCase(Locale.ROOT), rows.getString(3)));
          }
          return new Columns(columns);
        });
  }
}
