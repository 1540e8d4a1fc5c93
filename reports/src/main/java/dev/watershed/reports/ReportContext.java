package dev.watershed.reports;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a report's facts came from.
 *
 * @param inputs the inputs as the user named them, for hints to further commands
 * @param elapsed how long reading took; empty where output has to be the same from run to run
 * @param failed the inputs that could not be read, or not to their end
 */
public record ReportContext(
    List<String> inputs, Optional<Duration> elapsed, List<FailedSource> failed) {

  /** Everything could be read. */
  public ReportContext(List<String> inputs, Optional<Duration> elapsed) {
    this(inputs, elapsed, List.of());
  }

  public ReportContext {
    inputs = List.copyOf(inputs);
    Objects.requireNonNull(elapsed, "elapsed");
    failed = List.copyOf(failed);
  }
}
