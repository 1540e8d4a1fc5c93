package dev.watershed.collector.server.connection;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Selection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Asks for the columns of some tables. A server tells of those that the account may see. */
public final class ColumnsQuery {

  private ColumnsQuery() {}

  /**
   * The question itself.
   *
   * @param tables as {@code schema.table}
   */
  public static Question question(Collection<String> tables) {
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
    return Question.of(
            "columns",
            "which columns the tables below have on this server",
            Selection.from("information_schema.COLUMNS")
                .values("TABLE_SCHEMA", "TABLE_NAME", "COLUMN_NAME")
                .where(String.join(" OR ", pairs)))
        .with(parameters);
  }

  /**
   * @param tables as {@code schema.table}
   */
  static Query<Columns> of(Collection<String> tables) {
    return question(tables).query(new Columns(List.of()), ColumnsQuery::columns);
  }

  /** The columns that an answer tells of. */
  public static Columns columns(ResultSet rows) throws SQLException {
    List<Columns.Column> columns = new ArrayList<>();
    while (rows.next()) {
      String table = rows.getString(1) + "." + rows.getString(2);
      columns.add(new Columns.Column(table.toUpperCase(Locale.ROOT), rows.getString(3)));
    }
    return new Columns(columns);
  }
}
