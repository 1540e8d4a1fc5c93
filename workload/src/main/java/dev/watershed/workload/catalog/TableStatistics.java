package dev.watershed.workload.catalog;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Figures about a table at one time; what is unknown is empty.
 *
 * @param takenAt when the server counted them, or, if it does not say, when they were read
 * @param rows an estimate
 * @param dataBytes of the table itself; with InnoDB the clustered index
 * @param indexBytes of its secondary indexes
 * @param freeBytes allocated and not used
 * @param autoIncrement the number that comes next
 * @param autoIncrementLimit the largest that the column's type holds
 * @param indexes in the order of their names
 */
public record TableStatistics(
    String schema,
    String table,
    Instant takenAt,
    OptionalLong rows,
    OptionalLong dataBytes,
    OptionalLong indexBytes,
    OptionalLong freeBytes,
    Optional<BigInteger> autoIncrement,
    Optional<BigInteger> autoIncrementLimit,
    List<IndexStatistics> indexes) {

  public TableStatistics {
    Names.require(schema, "schema");
    Names.require(table, "table");
    Objects.requireNonNull(takenAt, "takenAt");
    Objects.requireNonNull(autoIncrement, "autoIncrement");
    Objects.requireNonNull(autoIncrementLimit, "autoIncrementLimit");
    indexes = indexes.stream().sorted(Comparator.comparing(IndexStatistics::index)).toList();
    for (OptionalLong figure : List.of(rows, dataBytes, indexBytes, freeBytes)) {
      if (figure.isPresent() && figure.getAsLong() < 0) {
        throw new IllegalArgumentException(
            schema + "." + table + " has a negative figure: " + figure.getAsLong());
      }
    }
  }
}
