package dev.watershed.cli.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunMetricsTest {

  private static final Instant NIGHT = Instant.parse("2026-11-24T02:00:00.250Z");

  private static RunOutcome run(String command, int hours, int code, SourceFigures... sources) {
    return new RunOutcome(
        command,
        NIGHT.plus(Duration.ofHours(hours)),
        Duration.ofMillis(1_500),
        code,
        List.of(sources));
  }

  private static Map<String, Double> read(List<MetricFamily> families) {
    return StrictMetrics.read(MetricsText.of(families).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aRunThatSucceedsSaysWhen() {
    assertThat(read(RunMetrics.after(List.of(), run("report", 0, 0))))
        .containsExactly(
            Map.entry("watershed_last_run_timestamp_seconds{command=report}", 1795485600.250),
            Map.entry("watershed_last_success_timestamp_seconds{command=report}", 1795485600.250),
            Map.entry("watershed_last_run_duration_seconds{command=report}", 1.5),
            Map.entry("watershed_last_run_exit_code{command=report}", 0.0));
  }

  @Test
  void oneThatFailsKeepsTheLastSuccessAndOnlyThat() {
    List<MetricFamily> first = RunMetrics.after(List.of(), run("report", 0, 0));
    List<MetricFamily> second = RunMetrics.after(first, run("report", 24, 70));
    assertThat(read(RunMetrics.after(second, run("report", 48, 2))))
        .containsEntry("watershed_last_run_timestamp_seconds{command=report}", 1795658400.250)
        .containsEntry("watershed_last_success_timestamp_seconds{command=report}", 1795485600.250)
        .containsEntry("watershed_last_run_exit_code{command=report}", 2.0)
        .hasSize(4);
    assertThat(read(RunMetrics.after(List.of(), run("report", 0, 1))))
        .doesNotContainKey("watershed_last_success_timestamp_seconds{command=report}")
        .hasSize(3);
  }

  @Test
  void othersStayAsTheyAre() {
    SourceFigures source =
        new SourceFigures(
            "a", "slowlog", 3, 40, OptionalLong.of(5), OptionalDouble.of(1e-4), false);
    List<MetricFamily> collected = RunMetrics.after(List.of(), run("collect", 0, 0, source));
    List<MetricFamily> both = RunMetrics.after(collected, run("check", 1, 1));
    assertThat(read(both)).containsAllEntriesOf(read(collected)).hasSize(10 + 3);
    assertThat(read(both))
        .containsEntry(
            "watershed_collect_lost_ratio{command=collect, server=a, source=slowlog}", 1e-4)
        .containsEntry("watershed_last_run_exit_code{command=check}", 1.0);

    Map<String, Double> failed = read(RunMetrics.after(both, run("collect", 2, 2)));
    assertThat(failed.keySet()).noneMatch(series -> series.startsWith("watershed_collect"));
    assertThat(failed).hasSize(4 + 3);
  }

  @Test
  void whatIsUnknownIsNotThere() {
    SourceFigures unknown =
        new SourceFigures(
            "a", "perfschema", 0, 0, OptionalLong.empty(), OptionalDouble.empty(), true);
    assertThat(read(RunMetrics.after(List.of(), run("collect", 0, 4, unknown))))
        .containsEntry("watershed_collect_failed_sources{command=collect}", 1.0)
        .containsEntry(
            "watershed_collect_source_failed{command=collect, server=a, source=perfschema}", 1.0)
        .hasSize(3 + 1 + 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "a\\b", "a\"b", "a\nb", "a\\nb", "}{,=", "a\rb", "予約", " "})
  void everyNameComesBack(String server) throws BadMetricsException {
    SourceFigures source =
        new SourceFigures(
            server, "slowlog", 1, 2, OptionalLong.of(3), OptionalDouble.of(0.25), false);
    List<MetricFamily> written = RunMetrics.after(List.of(), run("collect", 0, 0, source));
    assertThat(MetricsText.parse(MetricsText.of(written))).isEqualTo(written);
    assertThat(read(written))
        .containsEntry(
            "watershed_collect_windows{command=collect, server=" + server + ", source=slowlog}",
            1.0);
  }

  @Test
  void metricsThatALaterVersionWritesStay() throws BadMetricsException {
    String later =
        "# HELP watershed_later_things What came later.\n# TYPE watershed_later_things gauge\n"
            + "watershed_later_things{command=\"plan\",new=\"label\"} -1.5E-7\n";
    assertThat(MetricsText.of(RunMetrics.after(MetricsText.parse(later), run("check", 0, 0))))
        .endsWith(later);
  }

  @Test
  void theGuideKnowsEveryMetric() throws IOException {
    SourceFigures source =
        new SourceFigures("a", "slowlog", 1, 2, OptionalLong.of(3), OptionalDouble.of(0), false);
    Pattern row = Pattern.compile("\\| `(watershed_[a-z_]+)` \\|.*");
    assertThat(
            Files.readString(Path.of("..", "docs", "metrics.md"))
                .lines()
                .map(row::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1)))
        .containsExactlyElementsOf(
            RunMetrics.after(List.of(), run("collect", 0, 0, source)).stream()
                .map(MetricFamily::name)
                .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "# HELP node_load1 Load.\n# TYPE node_load1 gauge\nnode_load1 0.2\n",
        "watershed_a{command=\"x\"} 1\n",
        "# HELP watershed_a A.\nwatershed_a{command=\"x\"} 1\n",
        "# HELP watershed_a A.\n# TYPE watershed_a counter\n",
        "# HELP watershed_a A.\n# TYPE watershed_a gauge\nwatershed_a{command=\"x\"} 1 1795485600\n",
        "# HELP watershed_a A.\n# TYPE watershed_a gauge\nwatershed_a{command=\"x\"} 1",
        "# HELP watershed_a A.\n# TYPE watershed_a gauge\nwatershed_a{command=\"x} 1\n",
        "# HELP watershed_a A.\n# TYPE watershed_a gauge\nwatershed_b{command=\"x\"} 1\n",
        "# HELP watershed_a A.\n# HELP watershed_a A.\n",
        "\n",
      })
  void whatWatershedDoesNotWriteIsRefused(String text) {
    assertThatThrownBy(() -> MetricsText.parse(text))
        .isInstanceOf(BadMetricsException.class)
        .hasMessageContaining("line ");
  }
}
