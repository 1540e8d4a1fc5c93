package dev.watershed.collector.server.status;

import dev.watershed.workload.observation.ServerMinutes.Figure;
import java.util.List;
import java.util.stream.Stream;

/**
 * The status variables that are kept, and the figure of a minute that each becomes. Where a server
 * does not have the first name, the second one stands for it: MariaDB counts rows by handler calls,
 * on tables of all engines but temporary ones.
 */
public enum StatusCounter {
  BUFFER_POOL_READ_REQUESTS("Innodb_buffer_pool_read_requests", Figure.BUFFER_POOL_READ_REQUESTS),
  BUFFER_POOL_READS("Innodb_buffer_pool_reads", Figure.BUFFER_POOL_READS),
  REDO_BYTES("Innodb_os_log_written", Figure.REDO_BYTES),
  DATA_READ("Innodb_data_read", Figure.DATA_READ_BYTES),
  DATA_WRITTEN("Innodb_data_written", Figure.DATA_WRITTEN_BYTES),
  ROWS_READ("Innodb_rows_read", Figure.ROWS_READ, "Rows_read"),
  ROWS_INSERTED("Innodb_rows_inserted", Figure.ROWS_INSERTED, "Handler_write"),
  ROWS_UPDATED("Innodb_rows_updated", Figure.ROWS_UPDATED, "Handler_update"),
  ROWS_DELETED("Innodb_rows_deleted", Figure.ROWS_DELETED, "Handler_delete"),
  ROW_LOCK_WAITS("Innodb_row_lock_waits", Figure.ROW_LOCK_WAITS),
  /** In milliseconds. */
  ROW_LOCK_TIME("Innodb_row_lock_time", Figure.ROW_LOCK_MICROS) {
    @Override
    long toFigure(long value) {
      return value * 1_000;
    }
  },
  CONNECTIONS("Connections", Figure.CONNECTIONS),
  ABORTED_CONNECTS("Aborted_connects", Figure.ABORTED_CONNECTIONS),
  QUERIES("Queries", Figure.STATEMENTS),
  BYTES_RECEIVED("Bytes_received", Figure.BYTES_RECEIVED),
  BYTES_SENT("Bytes_sent", Figure.BYTES_SENT),
  TEMPORARY_DISK_TABLES("Created_tmp_disk_tables", Figure.TEMPORARY_DISK_TABLES);

  private final String variable;
  private final List<String> variables;
  private final Figure figure;

  StatusCounter(String variable, Figure figure, String... others) {
    this.variable = variable;
    this.variables = Stream.concat(Stream.of(variable), Stream.of(others)).toList();
    this.figure = figure;
  }

  /** The name of the variable, and of the counter where it is written. */
  String variable() {
    return variable;
  }

  /** The names it may have, the one that is preferred first. */
  List<String> variables() {
    return variables;
  }

  /** What it becomes. */
  Figure figure() {
    return figure;
  }

  /** A value of the variable in the unit of the figure. */
  long toFigure(long value) {
    return value;
  }
}
