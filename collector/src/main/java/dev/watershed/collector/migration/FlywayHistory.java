package dev.watershed.collector.migration;

import dev.watershed.workload.catalog.Migration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What of Flyway's versions counts as applied. The {@code type} of a step says what it did: {@code
 * BASELINE}, or a word that ends in it, stands for all versions up to its own; {@code UNDO_…} and
 * {@code DELETE} take back a version; {@code SCHEMA} made a schema, and is none. Where the type is
 * unknown, the words that Flyway itself gives a baseline tell it.
 *
 * <p>Source: Flyway, {@code CoreMigrationType} and "Schema history table".
 *
 * @param applied without what was undone or deleted since
 * @param baseline the highest
 * @param failed steps that did not succeed, in the order of the history
 */
record FlywayHistory(
    SortedSet<FlywayVersion> applied, Optional<FlywayVersion> baseline, List<Migration> failed) {

  private static final String BASELINE_WORDS = "<< Flyway Baseline >>";
  private static final String BASELINE = "BASELINE";
  private static final String UNDO = "UNDO";
  private static final String DELETE = "DELETE";
  private static final String SCHEMA = "SCHEMA";

  FlywayHistory {
    applied = Collections.unmodifiableSortedSet(new TreeSet<>(applied));
    failed = List.copyOf(failed);
  }

  /** Reads the steps; those without a version are none of these. */
  static FlywayHistory of(List<Migration> steps) {
    Map<FlywayVersion, Integer> times = new HashMap<>();
    Optional<FlywayVersion> baseline = Optional.empty();
    List<Migration> failed = new ArrayList<>();
    for (Migration step : steps) {
      if (!FlywayVersion.matches(step.version()) || step.kind().equals(SCHEMA)) {
        continue;
      }
      FlywayVersion version = FlywayVersion.parse(step.version());
      if (!step.succeeded()) {
        failed.add(step);
        continue;
      }
      // A version is taken back only after it was applied, and applied again only after that, so
      // that their numbers tell its state whatever order a history gives steps of one second.
      times.merge(version, takesBack(step) ? -1 : 1, Integer::sum);
      if (isBaseline(step)) {
        baseline = later(baseline, version);
      }
    }
    SortedSet<FlywayVersion> applied = new TreeSet<>();
    times.forEach(
        (version, sum) -> {
          if (sum > 0) {
            applied.add(version);
          }
        });
    return new FlywayHistory(applied, baseline, failed);
  }

  /** The highest version that is applied. */
  Optional<FlywayVersion> newest() {
    return applied.isEmpty() ? Optional.empty() : Optional.of(applied.last());
  }

  private static boolean takesBack(Migration step) {
    return step.kind().startsWith(UNDO) || step.kind().equals(DELETE);
  }

  private static boolean isBaseline(Migration step) {
    return step.kind().isEmpty()
        ? step.description().equals(BASELINE_WORDS)
        : step.kind().endsWith(BASELINE);
  }

  private static Optional<FlywayVersion> later(
      Optional<FlywayVersion> known, FlywayVersion version) {
    return known.filter(other -> other.compareTo(version) > 0).or(() -> Optional.of(version));
  }
}
