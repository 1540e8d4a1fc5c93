package dev.watershed.benchmarks.fleet.problem;

import dev.watershed.benchmarks.fleet.schema.TableName;
import java.util.List;
import java.util.Optional;

/**
 * Something that is known to be in the fleet.
 *
 * @param id unique; statements carry it as a label
 * @param kind what it is, or what a trap looks like
 * @param trap whether it must not be claimed
 * @param tables where it is
 * @param index the index in question, of the first table
 * @param columns the columns in question, in order
 * @param says what a right finding says
 * @param mustNotSay what no finding may say; for traps
 */
public record PlantedCase(
    String id,
    ProblemKind kind,
    boolean trap,
    List<TableName> tables,
    Optional<String> index,
    List<String> columns,
    String says,
    Optional<String> mustNotSay) {

  public PlantedCase {
    tables = List.copyOf(tables);
    columns = List.copyOf(columns);
    if (id.isEmpty() || tables.isEmpty() || says.isEmpty() || trap != mustNotSay.isPresent()) {
      throw new IllegalArgumentException("case " + id);
    }
  }
}
