package dev.watershed.cli.metrics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The metrics of a run, and what becomes of those of earlier ones. */
final class RunMetrics {

  private static final String LAST_SUCCESS = "watershed_last_success_timestamp_seconds";

  private RunMetrics() {}

  /**
   * The metrics after a run: its own in the place of those of its command; those of others as they
   * were. A run that failed keeps the time of the last success.
   */
  static List<MetricFamily> after(List<MetricFamily> before, RunOutcome run) {
    Map<String, MetricFamily> byName = new LinkedHashMap<>();
    of(run, lastSuccess(before, run)).forEach(family -> byName.put(family.name(), family));
    for (MetricFamily family : before) {
      MetricFamily others = family.without(run.command());
      byName.merge(family.name(), others, MetricFamily::and);
    }
    return List.copyOf(byName.values());
  }

  private static Optional<String> lastSuccess(List<MetricFamily> before, RunOutcome run) {
    return run.succeeded()
        ? Optional.of(seconds(run.ended()))
        : before.stream()
            .filter(family -> family.name().equals(LAST_SUCCESS))
            .flatMap(family -> family.samples().stream())
            .filter(sample -> sample.command().equals(run.command()))
            .map(MetricSample::value)
            .findFirst();
  }

  private static List<MetricFamily> of(RunOutcome run, Optional<String> lastSuccess) {
    String command = run.command();
    List<MetricFamily> families = new ArrayList<>();
    families.add(
        single(
            "watershed_last_run_timestamp_seconds",
            "When the command ended last, in seconds since 1970.",
            command,
            Optional.of(seconds(run.ended()))));
    families.add(
        single(
            LAST_SUCCESS,
            "When the command last ended with exit code 0, in seconds since 1970.",
            command,
            lastSuccess));
    families.add(
        single(
            "watershed_last_run_duration_seconds",
            "How long the last run of the command took.",
            command,
            Optional.of(BigDecimal.valueOf(run.duration().toMillis(), 3).toPlainString())));
    families.add(
        single(
            "watershed_last_run_exit_code",
            "What the last run of the command ended with.",
            command,
            Optional.of(Integer.toString(run.exitCode()))));
    if (!run.sources().isEmpty()) {
      families.addAll(ofSources(run));
    }
    return families;
  }

  private static List<MetricFamily> ofSources(RunOutcome run) {
    return List.of(
        single(
            "watershed_collect_failed_sources",
            "Sources of servers of which the last run could not read everything.",
            run.command(),
            Optional.of(
                Long.toString(run.sources().stream().filter(SourceFigures::failed).count()))),
        perSource(
            "watershed_collect_source_failed",
            "Whether the last run could not read everything of the source: 1, else 0.",
            run,
            source -> Optional.of(source.failed() ? "1" : "0")),
        perSource(
            "watershed_collect_windows",
            "Windows that the last run put into the store.",
            run,
            source -> Optional.of(Long.toString(source.windows()))),
        perSource(
            "watershed_collect_events",
            "Statements and administrator commands that the last run read, unweighted.",
            run,
            source -> Optional.of(Long.toString(source.events()))),
        perSource(
            "watershed_collect_read_bytes",
            "Bytes that the last run read from files, uncompressed.",
            run,
            source ->
                source.bytesRead().isPresent()
                    ? Optional.of(Long.toString(source.bytesRead().getAsLong()))
                    : Optional.empty()),
        perSource(
            "watershed_collect_lost_ratio",
            "Executions that were lost or hidden per execution that the last run read.",
            run,
            source ->
                source.lostShare().isPresent()
                    ? Optional.of(Double.toString(source.lostShare().getAsDouble()))
                    : Optional.empty()));
  }

  private static MetricFamily single(
      String name, String help, String command, Optional<String> value) {
    return new MetricFamily(
        name,
        help,
        value.map(text -> List.of(new MetricSample(command, "", text))).orElse(List.of()));
  }

  private static MetricFamily perSource(
      String name, String help, RunOutcome run, Function<SourceFigures, Optional<String>> value) {
    List<MetricSample> samples = new ArrayList<>();
    for (SourceFigures source : run.sources()) {
      String labels =
          MetricsText.label("server", source.server())
              + ","
              + MetricsText.label("source", source.source());
      value
          .apply(source)
          .ifPresent(text -> samples.add(new MetricSample(run.command(), labels, text)));
    }
    return new MetricFamily(name, help, samples);
  }

  private static String seconds(Instant time) {
    return BigDecimal.valueOf(time.toEpochMilli(), 3).toPlainString();
  }
}
