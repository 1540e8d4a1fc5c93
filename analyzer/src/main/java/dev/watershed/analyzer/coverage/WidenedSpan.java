package dev.watershed.analyzer.coverage;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the windows counted reach beyond the span that was asked for. Windows count whole, and the
 * older they are the longer, so that the same span may show more once it was compacted.
 *
 * @param from where counting began, if before the span
 * @param until where it ended, exclusive, if behind the span
 */
public record WidenedSpan(Optional<Instant> from, Optional<Instant> until) {

  /** No window reaches beyond the span. */
  public static final WidenedSpan NONE = new WidenedSpan(Optional.empty(), Optional.empty());

  public WidenedSpan {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
  }

  /**
   * What some windows cover beyond a span.
   *
   * @param since the start that was asked for; empty for all
   * @param until the end that was asked for, exclusive; empty for all
   */
  public static WidenedSpan of(
      Optional<Instant> since, Optional<Instant> until, Coverage coverage) {
    return new WidenedSpan(
        since.flatMap(asked -> coverage.countedFrom().filter(from -> from.isBefore(asked))),
        until.flatMap(asked -> coverage.countedUntil().filter(end -> end.isAfter(asked))));
  }
}
