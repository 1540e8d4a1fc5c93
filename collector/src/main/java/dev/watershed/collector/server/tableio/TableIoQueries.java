package dev.watershed.collector.server.tableio;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Selection;
import dev.watershed.collector.server.counter.CounterTable;
import dev.watershed.workload.observation.IndexUse;
import dev.watershed.workload.observation.TableUse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Asks for the counters of table I/O. Their columns are the same on all servers that have the
 * tables; picoseconds become microseconds on the server, since they may exceed 63 bits.
 */
final class TableIoQueries {

  static final String TABLES = "performance_schema.table_io_waits_summary_by_table";
  static final String INDEXES = "performance_schema.table_io_waits_summary_by_index_usage";

  /** The counters of a row, in the order of the figures of table use and index use. */
  static final int WIDTH = TableUse.Figure.values().length;

  private static final String[] COUNTERS = {
    "COUNT_FETCH",
    "COUNT_INSERT",
    "COUNT_UPDATE",
    "COUNT_DELETE",
    "SUM_TIMER_FETCH DIV 1000000",
    "SUM_TIMER_INSERT DIV 1000000",
    "SUM_TIMER_UPDATE DIV 1000000",
    "SUM_TIMER_DELETE DIV 1000000"
  };

  static final Question OF_TABLES =
      Question.of(
              "table_use",
              "how often rows of each table were read and changed, and how long it took",
              used(Selection.from(TABLES).values("OBJECT_SCHEMA", "OBJECT_NAME")))
          .on(Question.Need.TABLE);

  static final Question OF_INDEXES =
      Question.of(
              "index_use",
              "the same by index",
              used(
                  Selection.from(INDEXES)
                      .values("OBJECT_SCHEMA", "OBJECT_NAME", "COALESCE(INDEX_NAME, '')")))
          .on(Question.Need.TABLE);

  /** Every server that has the tables has the columns that are asked for here. */
  private static final Columns NOT_PROBED = new Columns(List.of());

  private TableIoQueries() {}

  /** Whether a counter of a row is a sum of times. */
  static boolean isTime(int counter) {
    return counter >= TableUse.Figure.FETCH_MICROS.ordinal();
  }

  /** The tables that were used. */
  static Query<CounterTable<TableUse.Key>> tables() {
    return OF_TABLES.query(
        NOT_PROBED,
        rows -> {
          CounterTable.Builder<TableUse.Key> table =
              new CounterTable.Builder<>(WIDTH, TableIoKeys.TABLES);
          while (rows.next()) {
            table.add(new TableUse.Key(rows.getString(1), rows.getString(2)), counters(rows, 3));
          }
          return table.build();
        });
  }

  /** The indexes that were used, and for each table what was done without one. */
  static Query<CounterTable<IndexUse.Key>> indexes() {
    return OF_INDEXES.query(
        NOT_PROBED,
        rows -> {
          CounterTable.Builder<IndexUse.Key> table =
              new CounterTable.Builder<>(WIDTH, TableIoKeys.INDEXES);
          while (rows.next()) {
            IndexUse.Key key =
                new IndexUse.Key(rows.getString(1), rows.getString(2), rows.getString(3));
            table.add(key, counters(rows, 4));
          }
          return table.build();
        });
  }

  private static Selection used(Selection keys) {
    return keys.values(COUNTERS)
        .where("COUNT_STAR > 0")
        .where("OBJECT_TYPE = 'TABLE'")
        .where("OBJECT_SCHEMA NOT IN ('mysql', 'sys', 'performance_schema', 'information_schema')");
  }

  private static long[] counters(ResultSet rows, int first) throws SQLException {
    long[] counters = new long[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      counters[i] = rows.getLong(first + i);
    }
    return counters;
  }
}
