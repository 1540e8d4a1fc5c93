package dev.watershed.analyzer.ranking;

import dev.watershed.analyzer.inference.InferredTouch;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A table that statements or events touch without naming it.
 *
 * @param name {@code schema.table}
 * @param named whether statements of the workload name it as well
 * @param written whether one of them may write to it
 * @param figures of the executions that may touch it: those of whole statements, which are not the
 *     table's; empty if only events do
 * @param digestCount how many digests these are
 * @param digests the ids of the first of them, the most time first
 * @param example how the first of them, or else the first event, gets there
 * @param events that touch it
 */
public record InferredTable(
    String name,
    boolean named,
    boolean written,
    Optional<Figures> figures,
    int digestCount,
    List<String> digests,
    InferredTouch example,
    List<String> events) {

  public InferredTable {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(figures, "figures");
    digests = List.copyOf(digests);
    Objects.requireNonNull(example, "example");
    events = List.copyOf(events);
  }

  /** How many executions may touch it; 0 if only events do. */
  public long calls() {
    return figures.map(Figures::loggedCalls).orElse(0L);
  }
}
