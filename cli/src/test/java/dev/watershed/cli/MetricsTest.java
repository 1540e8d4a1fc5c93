package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.cli.metrics.StrictMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --metrics} of every command, from the arguments to the file. */
class MetricsTest {

  private static final Instant NIGHT = Instant.parse("2026-11-23T23:00:00Z");
  private static final String SUCCESS = "watershed_last_success_timestamp_seconds{command=%s}";
  private static final String CODE = "watershed_last_run_exit_code{command=%s}";

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void servers() throws IOException {
    StringBuilder log = new StringBuilder();
    for (int at = 0; at < 40; at++) {
      SlowLogText.event(log, "web", NIGHT.plusSeconds(at), "SELECT * FROM t WHERE id = " + at);
    }
    SlowLogText.event(
        log, "", NIGHT.plusSeconds(40), "throttle: 10 'index not used' warning(s) suppressed.");
    Files.writeString(folder.resolve("slow.log"), log);
    Files.writeString(
        folder.resolve("watershed.yaml"),
        """
        store: kept
        servers:
          - {name: booking-1, slowLog: slow.log, longQueryTimeSeconds: 0}
        budgets: [{service: web, p95Millis: 1}]
        """);
    run = new CommandRun(folder);
  }

  private Map<String, Double> metrics() throws IOException {
    return StrictMetrics.read(Files.readAllBytes(folder.resolve("batch.prom")));
  }

  private void execute(String arguments) {
    run.execute((arguments + " --metrics batch.prom").split(" ", -1));
  }

  @Test
  void aNightFillsOneFile() throws IOException {
    execute("collect -c watershed.yaml --log-ended");
    execute("report -c watershed.yaml --out report.html");
    execute("check -c watershed.yaml");
    execute("snapshot -c watershed.yaml --out nightly.snapshot");
    String source = "{command=collect, server=booking-1, source=slowlog}";
    double now = Instant.parse("2026-11-24T00:00:00Z").getEpochSecond();
    assertThat(metrics())
        .containsEntry("watershed_collect_windows" + source, 1.0)
        .containsEntry("watershed_collect_events" + source, 40.0)
        .containsEntry(
            "watershed_collect_read_bytes" + source,
            (double) Files.size(folder.resolve("slow.log")))
        .containsEntry("watershed_collect_lost_ratio" + source, 0.25)
        .containsEntry("watershed_collect_source_failed" + source, 0.0)
        .containsEntry("watershed_collect_failed_sources{command=collect}", 0.0)
        .containsEntry(SUCCESS.formatted("collect"), now)
        .containsEntry(SUCCESS.formatted("report"), now)
        .containsEntry(CODE.formatted("check"), 1.0)
        .doesNotContainKey(SUCCESS.formatted("check"))
        .containsEntry("watershed_last_run_timestamp_seconds{command=check}", now)
        .containsEntry(SUCCESS.formatted("snapshot"), now)
        .hasSize(6 + 4 * 4 - 1);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(
              files.map(file -> file.getFileName().toString()).filter(name -> name.contains("b")))
          .contains("batch.prom", ".batch.prom.lock")
          .doesNotContain(".batch.prom.part");
    }
  }

  @Test
  void aNightWithoutALogKeepsTheLastSuccess() throws IOException {
    execute("collect -c watershed.yaml");
    Files.delete(folder.resolve("slow.log"));
    run.clock(Clock.fixed(Instant.parse("2026-11-25T00:00:00Z"), ZoneOffset.UTC));
    execute("collect -c watershed.yaml");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(metrics())
        .containsEntry(CODE.formatted("collect"), 4.0)
        .containsEntry("watershed_collect_failed_sources{command=collect}", 1.0)
        .containsEntry(
            "watershed_last_run_timestamp_seconds{command=collect}",
            (double) Instant.parse("2026-11-25T00:00:00Z").getEpochSecond())
        .containsEntry(
            SUCCESS.formatted("collect"),
            (double) Instant.parse("2026-11-24T00:00:00Z").getEpochSecond())
        .doesNotContainKey(
            "watershed_collect_lost_ratio{command=collect, server=booking-1, source=slowlog}");
  }

  @ParameterizedTest
  @CsvSource({
    "report --no-such-option -c watershed.yaml, report, 2",
    "report --since, report, 2",
    "report -c missing.yaml --out report.html, report, 2",
    "check -c watershed.yaml, check, 3",
    "snapshot --debug -c watershed.yaml, snapshot, 2",
  })
  void whatFailsInAnyWayShows(String arguments, String command, double code) throws IOException {
    run.execute(("--debug " + arguments).split(" ", -1));
    assertThat(run.exitCode()).isEqualTo((int) code);
    assertThat(folder.resolve("batch.prom")).doesNotExist();
    run.execute((arguments + " --metrics=batch.prom").split(" ", -1));
    assertThat(run.exitCode()).isEqualTo((int) code);
    assertThat(metrics()).containsEntry(CODE.formatted(command), code).hasSize(3);
  }

  @Test
  void helpIsNoRun() {
    execute("report --help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).contains("--metrics=FILE");
    assertThat(folder.resolve("batch.prom")).doesNotExist();
  }

  @Test
  void aFileOfSomebodyElseStaysAndIsSaid() throws IOException {
    String theirs = "# HELP node_load1 Load.\n# TYPE node_load1 gauge\nnode_load1 0.2\n";
    Files.writeString(folder.resolve("batch.prom"), theirs);
    execute("collect -c watershed.yaml --log-ended");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.output()).isEqualTo("booking-1: 40 statements in 1 window\n");
    assertThat(run.errors())
        .isEqualTo(
            "watershed: metrics: batch.prom: cannot be read as metrics: line 1 is none that"
                + " Watershed writes; it stays as it is\n");
    execute("check -c watershed.yaml");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors()).contains("watershed: metrics: batch.prom: ");
    assertThat(folder.resolve("batch.prom")).hasContent(theirs);
  }

  @Test
  void aFileThatCannotBeWrittenIsSaid() throws IOException {
    run.execute("collect", "-c", "watershed.yaml", "--metrics", "none/batch.prom");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("metrics: none/batch.prom: its folder does not exist");
    Files.createDirectory(folder.resolve("batch.prom"));
    execute("report -c watershed.yaml");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("metrics: batch.prom: cannot be read as metrics");
  }
}
