package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.follow.SimulatedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of the gate's answer, as the command gives them. */
class CheckFormatTest {

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void collect() throws IOException {
    SimulatedServer server = new SimulatedServer(folder.resolve("slow.log"), 1);
    server.run(100, Duration.ofMinutes(1));
    server.flush();
    Files.writeString(
        folder.resolve("watershed.yaml"),
        """
        store: kept
        servers: [{name: booking-1, slowLog: slow.log, longQueryTimeSeconds: 0}]
        services: [{name: market, match: {users: [svc_0]}}]
        budgets: [{service: market, timeShare: 0.01}]
        """);
    run = new CommandRun(folder);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text     | error  budget-share  market",
        "json     | \"format\" : \"watershed.check/1\"",
        "sarif    | \"version\" : \"2.1.0\"",
        "junit    | <testcase name=\"budget-share:market\" classname=\"watershed.budget-share\">",
        "gitlab   | \"check_name\" : \"budget-share\"",
        "github   | ::error title=budget-share%3A market::",
        "markdown | <!-- watershed-check -->",
      })
  void eachFormSaysTheSameAndEndsTheSame(String format, String said) {
    run.execute("check", "-c", "watershed.yaml", "--format", format);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains(said).endsWith("\n");
    String printed = run.output();
    run.execute("check", "-c", "watershed.yaml", "--format", format, "--out", "answer");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).isEmpty();
    if (!format.equals("text")) {
      assertThat(folder.resolve("answer")).hasContent(printed);
    }
  }

  @Test
  void theSummaryOfTheStepIsAddedTo() throws IOException {
    Path summary = folder.resolve("summary.md");
    Files.writeString(summary, "Before.\n");
    run.variable("GITHUB_STEP_SUMMARY", summary.toString());
    run.execute("check", "-c", "watershed.yaml", "--format", "github");
    assertThat(run.output()).startsWith("::error ").doesNotContain("<!--");
    assertThat(summary)
        .content()
        .startsWith("Before.\n<!-- watershed-check -->\n**The gate fails: 1 new");
    run.variable("GITHUB_STEP_SUMMARY", folder.resolve("absent/summary.md").toString());
    run.execute("check", "-c", "watershed.yaml", "--format", "github");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("GITHUB_STEP_SUMMARY: ", "cannot be written");
  }

  @Test
  void pagesOfRulesAreLinkedWhereTheyArePublished() {
    run.execute(
        "check",
        "-c",
        "watershed.yaml",
        "--format",
        "sarif",
        "--rule-pages",
        "https://d.example/r");
    assertThat(run.output()).contains("\"helpUri\" : \"https://d.example/r/budget-share.md\"");
    run.execute("check", "-c", "watershed.yaml", "--format", "sarif");
    assertThat(run.output()).doesNotContain("helpUri");
    run.execute("check", "-c", "watershed.yaml", "--rule-pages", "docs/rules");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("--rule-pages: expected an address");
  }

  @Test
  void aFormThatIsNoneIsRefused() {
    run.execute("check", "-c", "watershed.yaml", "--format", "serif");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("'serif' is none of text, json, sarif").contains("sarif?");
  }
}
