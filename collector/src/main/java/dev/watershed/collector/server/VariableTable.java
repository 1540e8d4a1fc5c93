package dev.watershed.collector.server;

import java.util.Collections;
import java.util.List;

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
   * The question for some variables; the rows of its answer are name and value.
   *
   * @param name of the question
   * @param about what it asks for, for people
   * @param variables their names
   */
  public Question question(String name, String about, List<String> variables) {
    String among = " IN (" + String.join(", ", Collections.nCopies(variables.size(), "?")) + ")";
    return Question.of(
            name,
            about,
            Selection.from(table)
                .values("VARIABLE_NAME", "VARIABLE_VALUE")
                .where("VARIABLE_NAME" + among))
        .with(variables)
        .orInstead(show + " WHERE Variable_name" + among);
  }
}
