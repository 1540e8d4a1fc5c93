package dev.watershed.collector.server;

import java.util.Collections;

/**
 * Where a server shows its variables. Its tables are asked rather than {@code SHOW}, which cannot
 * be told from the {@code SHOW} of others in the counters of the server.
 *
 * @param table of {@code performance_schema}
 * @param show the words of the statement that every account may use
 */
public record VariableTable(String table, String show) {

  /** Counters and gauges. */
  public static final VariableTable STATUS =
      new VariableTable("performance_schema.global_status", "SHOW GLOBAL STATUS");

  /** Settings. */
  public static final VariableTable SETTINGS =
      new VariableTable("performance_schema.global_variables", "SHOW GLOBAL VARIABLES");

  /**
   * The text that asks for some variables; its rows are name and value.
   *
   * @param names how many
   */
  public String sql(Columns columns, int names) {
    String marks = String.join(", ", Collections.nCopies(names, "?"));
    return columns.has(table, "VARIABLE_VALUE")
        ? "SELECT VARIABLE_NAME, VARIABLE_VALUE FROM "
            + table
            + " AS "
            + Query.ALIAS
            + " WHERE VARIABLE_NAME IN ("
            + marks
            + ")"
        : show + " WHERE Variable_name IN (" + marks + ")";
  }
}
