package dev.watershed.collector.server.catalog.query;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The text of a question for the columns that a table has on this server. */
final class Selection {

  /** The schemas of the servers themselves. */
  private static final String SYSTEM_SCHEMAS =
      "('mysql', 'information_schema', 'performance_schema', 'sys')";

  private final Columns columns;
  private final String table;
  private final List<String> selected = new ArrayList<>();
  private String condition = "";

  private Selection(Columns columns, String table) {
    this.columns = columns;
    this.table = table;
  }

  /**
   * @param table as {@code schema.table}
   */
  static Selection from(Columns columns, String table) {
    return new Selection(columns, table);
  }

  /** Asks for some columns; one that is missing is NULL in every row. */
  Selection columns(String... names) {
    for (String name : names) {
      selected.add(columns.has(table, name) ? name : "NULL AS " + name);
    }
    return this;
  }

  /** Asks whether there is a comment, which itself stays on the server. */
  Selection commented(String column) {
    boolean there = columns.has(table, column);
    selected.add((there ? column + " <> ''" : "NULL") + " AS COMMENTED");
    return this;
  }

  /** Only what belongs to the users. */
  Selection ofUsers(String schemaColumn) {
    return where(schemaColumn + " NOT IN " + SYSTEM_SCHEMAS);
  }

  /** Only rows that also fulfil a condition. */
  Selection where(String also) {
    condition += (condition.isEmpty() ? " WHERE " : " AND ") + also;
    return this;
  }

  /** The question. A server without the table is not to be asked. */
  <T> Query<List<T>> rows(RowReader<T> reader) {
    return Query.of(
        "SELECT "
            + String.join(", ", selected)
            + " FROM "
            + table
            + " AS "
            + Query.ALIAS
            + condition,
        rows -> {
          List<T> read = new ArrayList<>();
          CatalogRow row = new CatalogRow(rows);
          while (rows.next()) {
            read.add(reader.read(row));
          }
          return read;
        });
  }

  /** Makes a value of a row. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(CatalogRow row) throws SQLException;
  }
}
