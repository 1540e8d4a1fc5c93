package dev.watershed.collector.server;

import java.util.Collections;
import java.util.List;

/**
 * Where a server shows its variables. Its tables are asked rather than {@code SHOW}, which cannot
 * be told from the {@code SHOW} of others in the counters of the server.
 *
 * @param tables the first one that has the values is asked: that of {@code performance_schema} on
 *     MySQL, that of {@code information_schema} on MariaDB, where names are in upper case
 * @param show the words of the statement that every account may use
 */
public record VariableTable(List<String> tables, String show) {

  /** Counters and gauges. */
  public static final VariableTable STATUS =
      new VariableTable(
          List.of("performance_schema.global_status", "information_schema.GLOBAL_STATUS"),
          "SHOW GLOBAL STATUS");

  /** Settings. */
  public static final VariableTable SETTINGS =
      new VariableTable(
          List.of("performance_schema.global_variables", "information_schema.GLOBAL_VARIABLES"),
          "SHOW GLOBAL VARIABLES");

  public VariableTable {
    tables = List.copyOf(tables);
  }

  /**
   * The text that asks for some variables; its rows are name, in any letter case, and value.
   *
   * @param names how many
   */
  public String sql(Columns columns, int names) {
    String marks = String.join(", ", Collections.nCopies(names, "?"));
    return tables.stream()
        .filter(table -> columns.has(table, "VARIABLE_VALUE"))
        .findFirst()
        .map(
            table ->
                "SELECT VARIABLE_NAME, VARIABLE_VALUE FROM "
                    + table
                    + " AS "
                    + Query.ALIAS
                    + " WHERE VARIABLE_NAME IN ("
                    + marks
                    + ")")
        .orElse(show + " WHERE Variable_name IN (" + marks + ")");
  }
}
