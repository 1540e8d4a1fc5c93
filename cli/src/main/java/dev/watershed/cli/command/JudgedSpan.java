package dev.watershed.cli.command;

import dev.watershed.analyzer.coverage.Coverage;
import dev.watershed.analyzer.coverage.ServerCoverage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;

/**
 * The span that is judged, from its first execution until its last one: it stays the same when
 * windows are compacted.
 *
 * @param from in whole seconds
 * @param until exclusive, in whole seconds; after the beginning
 * @param whole whether every server is judged, by the source that is usual
 */
record JudgedSpan(Instant from, Instant until, boolean whole) {

  JudgedSpan {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("a span from " + from + " until " + until);
    }
  }

  static JudgedSpan of(StoreOptions.StoreSpan asked, Coverage coverage) {
    Instant last =
        coverage.servers().stream()
            .flatMap(server -> server.lastSeen().stream())
            .max(Comparator.naturalOrder())
            .or(coverage::countedUntil)
            .orElse(Instant.EPOCH);
    Instant until = seconds(asked.until().filter(last::isAfter).orElse(last)).plusSeconds(1);
    Instant first =
        coverage.servers().stream()
            .map(ServerCoverage::firstSeen)
            .flatMap(Optional::stream)
            .min(Comparator.naturalOrder())
            .or(coverage::countedFrom)
            .orElse(Instant.EPOCH);
    Instant from = seconds(asked.since().filter(first::isBefore).orElse(first));
    return new JudgedSpan(
        from.isBefore(until) ? from : until.minus(Duration.ofSeconds(1)),
        until,
        asked.servers().isEmpty() && asked.sources().isEmpty());
  }

  /** The day on which it ended. */
  LocalDate day() {
    return LocalDate.ofInstant(until, ZoneOffset.UTC);
  }

  private static Instant seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }
}
