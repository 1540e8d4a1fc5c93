package dev.watershed.collector.server.catalog.query;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Selection;
import java.util.List;

/** Asks for the parameters of routines. */
public final class ParameterQuery {

  /** What is asked. */
  public static final Question QUESTION =
      Question.of(
              "parameters",
              "parameters of procedures and functions",
              Selection.from(CatalogTables.PARAMETERS)
                  .columns("SPECIFIC_SCHEMA", "SPECIFIC_NAME", "ROUTINE_TYPE", "ORDINAL_POSITION")
                  .columns("PARAMETER_MODE", "PARAMETER_NAME", "DTD_IDENTIFIER")
                  .ofUsers("SPECIFIC_SCHEMA")
                  .where("ORDINAL_POSITION > 0"))
          .at(Question.Timing.ONCE);

  private ParameterQuery() {}

  /**
   * A parameter.
   *
   * @param routineType {@code PROCEDURE} or {@code FUNCTION}
   * @param position 1 for the first
   * @param mode {@code IN}, {@code OUT} or {@code INOUT}
   * @param type the whole type
   */
  public record Row(
      String schema,
      String routine,
      String routineType,
      int position,
      String mode,
      String name,
      String type) {}

  /** One row per parameter of a routine of the users; the value of a function is none. */
  public static Query<List<Row>> of(Columns columns) {
    return CatalogRow.query(
        QUESTION,
        columns,
        row ->
            new Row(
                row.text("SPECIFIC_SCHEMA"),
                row.text("SPECIFIC_NAME"),
                row.text("ROUTINE_TYPE"),
                row.small("ORDINAL_POSITION").orElse(0),
                row.text("PARAMETER_MODE"),
                row.text("PARAMETER_NAME"),
                row.text("DTD_IDENTIFIER")));
  }
}
