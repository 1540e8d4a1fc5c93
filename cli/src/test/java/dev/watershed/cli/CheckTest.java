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

/** The gate: its exit codes and what it says. The rules have tests of their own. */
class CheckTest {

  private static final String STORE =
      """
      store: kept
      servers: [{name: booking-1, slowLog: slow.log, longQueryTimeSeconds: 0}]
      services:
        - {name: market, match: {users: [svc_0]}}
        - {name: booking, match: {users: [svc_1]}}
        - {name: member, match: {users: [svc_2]}}
      """;

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void collect() throws IOException {
    SimulatedServer server = new SimulatedServer(folder.resolve("slow.log"), 1);
    server.run(400, Duration.ofMinutes(1));
    server.flush();
    run = new CommandRun(folder);
    configure("");
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void aServiceOverItsBudgetFailsTheGate() throws IOException {
    configure(
        """
        budgets: [{service: market, p95Millis: 100}, {service: booking, p95Millis: 2000}]
        rules: [{rule: full-scans, minCalls: 10}]
        """);
    run.execute("check", "-c", "watershed.yaml");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .startsWith("error  budget-p95  market")
        .contains("is above the budget of 100 ms")
        .contains("info  thin-data  booking-1");
    run.execute("check", "-c", "watershed.yaml", "--format", "json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("\"format\" : \"watershed.check/1\"")
        .contains("\"key\" : \"budget-p95:market\"")
        .contains("\"state\" : \"new\"")
        .contains("\"budgetP95Millis\" : 100");
  }

  @Test
  void whatHoldsPassesAndWarningsDoToo() throws IOException {
    configure(
        """
        budgets: [{service: market, p95Millis: 2000}]
        rules: [{rule: rows-examined, minCalls: 2, examinedPerSent: 1}]
        """);
    run.execute("check", "-c", "watershed.yaml");
    assertThat(run.output()).contains("warning  rows-examined  ");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void whatCannotBeJudgedIsNoPass() throws IOException {
    configure("budgets: [{service: nobody, p95Millis: 100}]\n");
    run.execute("check", "-c", "watershed.yaml");
    assertThat(run.output()).contains("unknown  nobody  budget-p95");
    assertThat(run.exitCode()).isEqualTo(3);
    run.execute("check", "-c", "watershed.yaml", "--until", "2020-01-01");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.output()).isEmpty();
  }

  /** {@code check | head}: nobody reads on, and the gate fails all the same. */
  @Test
  void theVerdictStandsWhoeverReadsTheAnswer() throws IOException {
    configure("budgets: [{service: market, p95Millis: 100}]\n");
    run.closedOutput().execute("check", "-c", "watershed.yaml", "--format", "json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors()).contains("standard output was closed");
    Path summary = folder.resolve("summary.md");
    run.variable("GITHUB_STEP_SUMMARY", summary.toString());
    run.execute("check", "-c", "watershed.yaml", "--format", "github");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(summary).content().contains("budget-p95");
  }

  @Test
  void aCollectionThatIsDoneInPartSaysSoWhoeverReadsIt() throws IOException {
    Files.delete(folder.resolve("slow.log"));
    run.closedOutput().execute("collect", "-c", "watershed.yaml", "--metrics", "batch.prom");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(folder.resolve("batch.prom")).content().contains("exit_code{command=\"collect\"} 4");
  }

  private void configure(String rules) throws IOException {
    Files.writeString(folder.resolve("watershed.yaml"), STORE + rules);
  }
}
