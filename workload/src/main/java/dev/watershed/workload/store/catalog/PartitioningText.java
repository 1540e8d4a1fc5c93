package dev.watershed.workload.store.catalog;

import dev.watershed.workload.catalog.Partitioning;
import dev.watershed.workload.catalog.Partitioning.Partition;
import dev.watershed.workload.catalog.Partitioning.Subpartitioning;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Partitions as lines of their table. */
final class PartitioningText {

  private static final String WORD = "partitioning";
  private static final String PARTITION = "partition";

  private PartitioningText() {}

  static void write(Partitioning how, ObjectLines lines) {
    ObjectLine line =
        lines.add(WORD).with("method", how.method()).with("expression", how.expression());
    how.subpartitioning()
        .ifPresent(
            sub ->
                line.with("sub_method", sub.method())
                    .with("sub_expression", sub.expression())
                    .with("sub_count", OptionalInt.of(sub.count())));
    for (Partition partition : how.partitions()) {
      lines.add(PARTITION).with("name", partition.name()).with("bound", partition.bound());
    }
  }

  static Optional<Partitioning> read(List<ObjectLine> lines) {
    List<Partition> partitions =
        lines.stream()
            .filter(line -> line.word().equals(PARTITION))
            .map(line -> new Partition(line.text("name"), line.optional("bound")))
            .toList();
    return lines.stream()
        .filter(line -> line.word().equals(WORD))
        .findFirst()
        .map(
            line ->
                new Partitioning(
                    line.text("method"), line.text("expression"), sub(line), partitions));
  }

  private static Optional<Subpartitioning> sub(ObjectLine line) {
    return line.optional("sub_method")
        .map(
            method ->
                new Subpartitioning(
                    method, line.text("sub_expression"), line.number("sub_count").orElse(0)));
  }
}
