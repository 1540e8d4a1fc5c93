package dev.watershed.reports;

import dev.watershed.analyzer.saying.Saying;
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
 * @param configuration the file that names the store, as the user named it; empty where the inputs
 *     are logs
 * @param saidNotes what a reader has to know of the input before he believes the figures
 */
public record ReportContext(
    List<String> inputs,
    Optional<Duration> elapsed,
    List<FailedSource> failed,
    Optional<String> configuration,
    List<Saying> saidNotes) {

  /** Logs. */
  public ReportContext(List<String> inputs, Optional<Duration> elapsed, List<FailedSource> failed) {
    this(inputs, elapsed, failed, Optional.empty(), List.of());
  }

  /** Logs that could all be read. */
  public ReportContext(List<String> inputs, Optional<Duration> elapsed) {
    this(inputs, elapsed, List.of());
  }

  /** The store that a configuration names. */
  public static ReportContext ofStore(String configuration, List<FailedSource> failed) {
    return new ReportContext(
        List.of(), Optional.empty(), failed, Optional.of(configuration), List.of());
  }

  /** The same with notes. */
  public ReportContext withNotes(List<Saying> sentences) {
    return new ReportContext(inputs, elapsed, failed, configuration, sentences);
  }

  public ReportContext {
    inputs = List.copyOf(inputs);
    Objects.requireNonNull(elapsed, "elapsed");
    failed = List.copyOf(failed);
    Objects.requireNonNull(configuration, "configuration");
    saidNotes = List.copyOf(saidNotes);
  }

  /** The notes in English. */
  public List<String> notes() {
    return Saying.texts(saidNotes);
  }
}
