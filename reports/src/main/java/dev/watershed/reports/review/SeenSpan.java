package dev.watershed.reports.review;

import dev.watershed.analyzer.coverage.ServerCoverage;
import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.span.SpanFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/** From the first execution of a report to the last. */
public record SeenSpan(Instant first, Instant last) {

  public SeenSpan {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
  }

  /** That of the executions, or else of the servers; empty where no execution has a time. */
  public static Optional<SeenSpan> of(SpanFacts span) {
    Optional<Figures> totals = span.ranking().totals();
    Optional<Instant> first =
        totals
            .flatMap(Figures::firstSeen)
            .or(
                () ->
                    span.coverage().servers().stream()
                        .map(ServerCoverage::firstSeen)
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder()));
    Optional<Instant> last =
        totals
            .flatMap(Figures::lastSeen)
            .or(
                () ->
                    span.coverage().servers().stream()
                        .map(ServerCoverage::lastSeen)
                        .flatMap(Optional::stream)
                        .max(Comparator.naturalOrder()));
    return first.flatMap(from -> last.map(to -> new SeenSpan(from, to)));
  }

  /** How long it is. */
  public Duration length() {
    return Duration.between(first, last);
  }
}
