package dev.watershed.collector.server.catalog.query;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Selection;
import dev.watershed.collector.server.Selection.Literals;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Asks for partitions and their parts. */
public final class PartitionQuery {

  /** What is asked. */
  public static final Question QUESTION =
      Question.of(
              "partitions",
              "partitions, without what they hold",
              Selection.from(CatalogTables.PARTITIONS)
                  .columns(
                      "TABLE_SCHEMA", "TABLE_NAME", "PARTITION_NAME", "PARTITION_ORDINAL_POSITION")
                  .columns("SUBPARTITION_ORDINAL_POSITION", "PARTITION_METHOD")
                  .literals(Literals.EXPRESSION, "PARTITION_EXPRESSION")
                  .columns("SUBPARTITION_METHOD")
                  .literals(Literals.EXPRESSION, "SUBPARTITION_EXPRESSION")
                  .literals(Literals.VALUE, "PARTITION_DESCRIPTION")
                  .ofUsers("TABLE_SCHEMA")
                  .where("PARTITION_NAME IS NOT NULL"))
          .at(Question.Timing.ONCE);

  private PartitionQuery() {}

  /**
   * A partition, or a part of one.
   *
   * @param position 1 for the first partition
   * @param subposition 1 for the first part of a partition; 0 where it has none
   * @param bound what it holds, without the words around it; it is data
   */
  public record Row(
      TableKey key,
      String name,
      int position,
      int subposition,
      String method,
      String expression,
      Optional<String> submethod,
      String subexpression,
      Optional<String> bound) {}

  /** One row per partition, or per part of one, of the users. */
  public static Query<List<Row>> of(Columns columns) {
    return CatalogRow.query(QUESTION, columns, PartitionQuery::row);
  }

  private static Row row(CatalogRow row) throws SQLException {
    return new Row(
        new TableKey(row.text("TABLE_SCHEMA"), row.text("TABLE_NAME")),
        row.text("PARTITION_NAME"),
        row.small("PARTITION_ORDINAL_POSITION").orElse(0),
        row.small("SUBPARTITION_ORDINAL_POSITION").orElse(0),
        row.text("PARTITION_METHOD"),
        row.text("PARTITION_EXPRESSION"),
        row.maybe("SUBPARTITION_METHOD"),
        row.text("SUBPARTITION_EXPRESSION"),
        row.maybe("PARTITION_DESCRIPTION"));
  }
}
