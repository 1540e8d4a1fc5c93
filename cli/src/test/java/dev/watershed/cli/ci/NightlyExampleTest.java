package dev.watershed.cli.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.cli.metrics.StrictMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files of {@code examples/nightly}: the batch itself, and what starts it. */
class NightlyExampleTest {

  private static final Path EXAMPLES = Path.of("..", "examples").toAbsolutePath().normalize();
  private static final Path NIGHTLY = EXAMPLES.resolve("nightly");
  private static final String BATCH = NIGHTLY.resolve("nightly") + " watershed.yaml kept";

  @TempDir Path folder;
  private Path host;
  private Path calls;
  private Shell shell;

  @BeforeEach
  void host() throws IOException {
    host = folder.resolve("host");
    calls = folder.resolve("calls");
    shell = new Shell(host, folder.resolve("programs"));
    shell
        .variable("CALLS", calls.toString())
        .variable("WATERSHED", "watershed")
        .variable("WATERSHED_SINCE", "2020-01-01")
        .variable("WATERSHED_SNAPSHOT_SINCE", "2020-01-01");
  }

  @Test
  void aNightThatIsWholeAndOneWithoutALog() throws IOException, InterruptedException {
    Programs.compiledWatershed(shell);
    try (Stream<Path> files = Files.list(EXAMPLES.resolve("marketplace"))) {
      for (Path file : files.toList()) {
        Files.copy(file, host.resolve(file.getFileName()));
      }
    }
    Shell.Ended whole = shell.run(BATCH);
    assertThat(whole.code()).as(whole.errors()).isEqualTo(1); // the marketplace's gate fails
    assertThat(whole.errors())
        .isEqualTo("nightly: check ended with exit code 1\nnightly: failed: check (1)\n");
    assertThat(whole.output()).contains("booking-1 slowlog: 8,5", "The gate fails");
    String source = "{command=collect, server=content-1, source=slowlog}";
    assertThat(metrics())
        .containsEntry("watershed_last_run_exit_code{command=collect}", 0.0)
        .containsEntry("watershed_last_run_exit_code{command=report}", 0.0)
        .containsEntry("watershed_last_run_exit_code{command=check}", 1.0)
        .containsEntry("watershed_last_run_exit_code{command=snapshot}", 0.0)
        .containsEntry("watershed_collect_source_failed" + source, 0.0);
    double collected = metrics().get("watershed_last_success_timestamp_seconds{command=collect}");
    List<String> first = reports();
    assertThat(first).hasSize(1);
    assertThat(Files.readString(host.resolve("kept/reports/latest.html"))).contains("</html>");
    assertThat(host.resolve("kept/nightly.snapshot")).isNotEmptyFile();

    Files.delete(host.resolve("content-1-slow.log.gz"));
    Shell.Ended part = shell.variable("WATERSHED_KEEP", "1").run(BATCH);
    assertThat(part.code()).as(part.errors()).isEqualTo(1);
    assertThat(part.errors())
        .contains("watershed: content-1: ", "no such file")
        .contains("nightly: collect ended with exit code 4\n")
        .endsWith("nightly: failed: collect (4), check (1)\n");
    assertThat(metrics())
        .containsEntry("watershed_last_run_exit_code{command=collect}", 4.0)
        .containsEntry("watershed_collect_failed_sources{command=collect}", 1.0)
        .containsEntry("watershed_collect_source_failed" + source, 1.0)
        .containsEntry("watershed_last_success_timestamp_seconds{command=collect}", collected);
    assertThat(reports()).hasSize(1).doesNotContainAnyElementsOf(first);
    assertThat(host.resolve("kept/reports/latest.html").toRealPath().getFileName())
        .hasToString(reports().get(0));
  }

  /** Exit codes of the steps in their order, and what the batch makes of them. */
  @ParameterizedTest
  @CsvSource({
    "0 0 0 0, 0, ''",
    "4 0 0 0, 4, 'collect (4)'",
    "4 0 3 0, 4, 'collect (4), check (3)'",
    "4 0 1 3, 1, 'collect (4), check (1), snapshot (3)'",
    "0 2 1 0, 2, 'report (2), check (1)'",
    "0 70 2 0, 70, 'report (70), check (2)'",
    "0 137 70 0, 137, 'report (137), check (70)'",
    "2 - - -, 2, 'collect (2)'",
    "70 - - -, 70, 'collect (70)'",
  })
  void theStrongestCodeDecidesAndAllAreNamed(String codes, int code, String failed)
      throws IOException, InterruptedException {
    shell.variable("CODES", codes);
    shell.program(
        "watershed",
        """
        step=$(wc -l <"$CALLS" 2>/dev/null || echo 0)
        echo "$@" >>"$CALLS"
        set -- $CODES
        shift "$step"
        exit "$1"
        """);
    Files.createFile(calls);
    Shell.Ended ended = shell.run(BATCH);
    assertThat(ended.code()).isEqualTo(code);
    if (failed.isEmpty()) {
      assertThat(ended.errors()).isEmpty();
    } else {
      assertThat(ended.errors()).endsWith("nightly: failed: " + failed + "\n");
    }
    assertThat(Files.readAllLines(calls))
        .hasSize(codes.contains("-") ? 1 : 4)
        .allMatch(call -> call.endsWith(" -c watershed.yaml --metrics kept/watershed.prom"));
  }

  @Test
  void aServiceMayCollectInstead() throws IOException, InterruptedException {
    shell.variable("WATERSHED_COLLECT", "no");
    shell.program("watershed", "echo \"$@\" >>\"$CALLS\"\nexit 0\n");
    Shell.Ended ended = shell.run(BATCH);
    assertThat(ended.code()).as(ended.errors()).isZero();
    assertThat(Files.readAllLines(calls)).hasSize(3).noneMatch(call -> call.startsWith("collect "));
    Shell.Ended wrong = shell.variable("WATERSHED_COLLECT", "maybe").run(BATCH);
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.errors()).contains("WATERSHED_COLLECT is 'maybe'; expected yes or no");
  }

  @Test
  void theLastReportsStay() throws IOException, InterruptedException {
    Programs.watershed(shell);
    shell.fine(
        "mkdir -p kept/reports; cd kept/reports;"
            + " touch report-2026112{0,1,2,3}T020000Z.html report-mine.html notes.txt");
    shell.variable("WATERSHED_KEEP", "3").fine(BATCH);
    assertThat(reports())
        .hasSize(4)
        .contains("report-20261122T020000Z.html", "report-20261123T020000Z.html")
        .contains("report-mine.html");
    assertThat(host.resolve("kept/reports/notes.txt")).exists();
    shell.program("watershed", "exit 2\n");
    shell.run(BATCH);
    assertThat(reports()).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "many", "1.5"})
  void howManyIsANumber(String keep) throws IOException, InterruptedException {
    Shell.Ended ended = shell.variable("WATERSHED_KEEP", keep).run(BATCH);
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.errors()).contains("WATERSHED_KEEP is '" + keep + "'");
  }

  /** The unit and the job call the batch with what it expects, and let it write only there. */
  @Test
  void whatStartsTheBatchAgreesWithIt() throws IOException {
    List<String> unit = Files.readAllLines(NIGHTLY.resolve("watershed-nightly.service"));
    assertThat(unit)
        .contains(
            "ExecStart=/opt/watershed/examples/nightly/nightly /etc/watershed/watershed.yaml"
                + " /var/lib/watershed",
            "StateDirectory=watershed",
            "ProtectSystem=strict",
            "NoNewPrivileges=yes",
            "User=watershed");
    List<String> collector = Files.readAllLines(NIGHTLY.resolve("watershed-collect.service"));
    assertThat(collector)
        .contains("StateDirectory=watershed", "Restart=always", "SuccessExitStatus=143")
        .containsAll(unit.subList(unit.indexOf("CapabilityBoundingSet="), unit.size()));
    List<Object> documents = new ArrayList<>();
    new Load(LoadSettings.builder().build())
        .loadAllFromString(Files.readString(NIGHTLY.resolve("cronjob.yaml")))
        .forEach(documents::add);
    Map<?, ?> job = map(documents.get(2), "spec", "jobTemplate", "spec", "template", "spec");
    assertThat(map(documents.get(2), "spec").get("concurrencyPolicy")).isEqualTo("Forbid");
    assertThat(map(job, "securityContext").get("runAsUser")).isEqualTo(65532);
    Map<?, ?> container = (Map<?, ?>) ((List<?>) job.get("containers")).get(0);
    assertThat(container.get("command"))
        .isEqualTo(List.of("/opt/watershed/examples/nightly/nightly"));
    assertThat(container.get("args"))
        .isEqualTo(List.of("/etc/watershed/watershed.yaml", "/var/lib/watershed"));
    assertThat(map(container, "securityContext").get("readOnlyRootFilesystem")).isEqualTo(true);
  }

  private static Map<?, ?> map(Object from, String... keys) {
    Map<?, ?> part = (Map<?, ?>) from;
    for (String key : keys) {
      part = (Map<?, ?>) part.get(key);
    }
    return part;
  }

  private Map<String, Double> metrics() throws IOException {
    return StrictMetrics.read(Files.readAllBytes(host.resolve("kept/watershed.prom")));
  }

  private List<String> reports() throws IOException {
    try (Stream<Path> files = Files.list(host.resolve("kept/reports"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("report-"))
          .sorted()
          .toList();
    }
  }
}
