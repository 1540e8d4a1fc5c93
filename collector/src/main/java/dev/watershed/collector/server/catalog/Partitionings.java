package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.catalog.query.PartitionQuery;
import dev.watershed.workload.catalog.Partitioning;
import dev.watershed.workload.catalog.Partitioning.Partition;
import dev.watershed.workload.catalog.Partitioning.Subpartitioning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes the partitioning of a table of rows. */
final class Partitionings {

  private static final String MOST = "MAXVALUE";

  private final ServerTexts texts;

  Partitionings(ServerTexts texts) {
    this.texts = texts;
  }

  /** How one table is partitioned; not at all where there are no rows. */
  Optional<Partitioning> of(List<PartitionQuery.Row> unordered) {
    if (unordered.isEmpty()) {
      return Optional.empty();
    }
    List<PartitionQuery.Row> rows =
        unordered.stream()
            .sorted(
                Comparator.comparingInt(PartitionQuery.Row::position)
                    .thenComparingInt(PartitionQuery.Row::subposition))
            .toList();
    PartitionQuery.Row first = rows.get(0);
    List<Partition> partitions = new ArrayList<>();
    int parts = 0;
    for (PartitionQuery.Row row : rows) {
      if (row.subposition() <= 1) {
        partitions.add(new Partition(row.name(), bound(row)));
      }
      parts += row.position() == first.position() ? 1 : 0;
    }
    int count = parts;
    return Optional.of(
        new Partitioning(
            method(first.method()),
            texts.expression(first.expression()),
            first
                .submethod()
                .map(
                    method ->
                        new Subpartitioning(
                            method(method), texts.expression(first.subexpression()), count)),
            partitions));
  }

  /** In capitals, and with one blank where MariaDB has two. */
  private static String method(String words) {
    return words.toUpperCase(Locale.ROOT).replaceAll(" +", " ");
  }

  private Optional<String> bound(PartitionQuery.Row row) {
    String method = method(row.method());
    return row.bound()
        .filter(bound -> method.startsWith("RANGE") || method.startsWith("LIST"))
        .flatMap(
            bound ->
                texts.data(
                    method.startsWith("LIST")
                        ? "IN (" + bound + ")"
                        : "LESS THAN "
                            + (method.equals("RANGE") && bound.equals(MOST)
                                ? MOST
                                : "(" + bound + ")")));
  }
}
