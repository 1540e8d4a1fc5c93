package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For whom, beside what and towards which target {@code report} writes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportOptionsTest {

  private static final Path EXAMPLE = Path.of("..", "examples", "marketplace");

  private Path folder;

  @BeforeAll
  void collect(@TempDir Path temporary) throws IOException {
    folder = temporary;
    try (Stream<Path> files = Files.list(EXAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    CommandRun run = new CommandRun(folder);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    write("target.yaml", "{owner: schedule, tables: [\"plan.slots\"]}");
    write("unknown.yaml", "{owner: schedule, tables: [\"plan.nothing_of_the_kind\"]}");
    write("broken.yaml", "{owner: schedule, tables: slots}");
  }

  private void write(String name, String owner) throws IOException {
    Files.writeString(
        folder.resolve(name), "format: watershed.target/1\nowners:\n  - " + owner + "\n");
  }

  private CommandRun run(String... options) {
    CommandRun run = new CommandRun(folder);
    run.execute(
        Stream.concat(
                Stream.of("report", "-c", "watershed.yaml", "--format", "markdown"),
                Stream.of(options))
            .toArray(String[]::new));
    return run;
  }

  @Test
  void theWayToATargetIsPartOfIt() {
    CommandRun run = run("--target", "target.yaml");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output()).contains("Month by month").doesNotContain("--target names");
  }

  @ParameterizedTest
  @CsvSource({
    "missing.yaml, missing.yaml",
    "broken.yaml, is no table pattern",
    "unknown.yaml, plan.nothing_of_the_kind"
  })
  void aTargetThatCannotBeUsedIsNamed(String file, String message) {
    CommandRun run = run("--target", file);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains(message);
  }

  @Test
  void oneServiceHasAReportOfItsOwn() {
    CommandRun run = run("--service", "booking");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output())
        .startsWith("# booking: what hurts, why, and what to do")
        .contains("of the load of the fleet", "Own share", "What is known of booking");
  }

  @Test
  void aTeamHasAReportOfItsServices() {
    CommandRun run = run("--team", "booking");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output()).startsWith("# booking: what hurts").contains("checkin");
  }

  @ParameterizedTest
  @CsvSource({"--service, bookng, booking", "--team, suply, supply"})
  void whoIsNotThereIsNamed(String option, String name, String meant) {
    CommandRun run = run(option, name);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("did you mean " + meant + "?");
  }

  @Test
  void aSpanBesideItselfShowsNoChange() {
    CommandRun run = run("--compare-to", "2020-01-01/2030-01-01");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output())
        .contains(
            "0 statements are new, 0 are gone, 0 are slower, 0 are faster.",
            "0 violations are new since then, 0 are gone")
        .doesNotContain("▲", "▼", "+ new", "− gone");
  }

  @Test
  void aSpanOfWhichNothingIsKnownIsRefused() {
    assertThat(run("--compare-to", "2020-01-01/2020-02-01").exitCode()).isEqualTo(3);
    assertThat(List.of(run("--compare-to", "yesterday").exitCode())).containsExactly(2);
  }
}
