package dev.watershed.collector.server;

import java.util.Collections;
import java.util.List;

/**
 * Where a server shows its variables. Its tables are asked rather than {@code SHOW}, which cannot
 * be told from the {@code SHOW} of others in the counters of the server.
 *
 * @param tables the first one that the server shows is asked: that of {@code performance_schema} on
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
   * The question for some variables; the rows of its answer are name, in any letter case, and
   * value.
   *
   * @param name of the question
   * @param about what it asks for, for people
   * @param variables their names
   */
  public Question question(String name, String about, List<String> variables) {
    String among = " IN (" + String.join(", ", Collections.nCopies(variables.size(), "?")) + ")";
    Question question =
        Question.of(name, about, selection(tables.get(0), among))
            .with(variables)
            .orInstead(show + " WHERE Variable_name" + among);
    for (String other : tables.subList(1, tables.size())) {
      question = question.orFrom(selection(other, among));
    }
    return question;
  }

  private static Selection selection(String table, String among) {
    return Selection.from(table)
        .values("VARIABLE_NAME", "VARIABLE_VALUE")
        .where("VARIABLE_NAME" + among);
  }
}
