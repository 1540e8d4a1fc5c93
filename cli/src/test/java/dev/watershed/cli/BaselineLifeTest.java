package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The life of a baseline. {@code market} is slow until November 11th, {@code booking} from the 13th
 * on; the budget of both is 500 ms.
 */
class BaselineLifeTest {

  private static final String CONFIGURATION =
      """
      store: kept
      servers: [{name: booking-1, slowLog: slow.log, longQueryTimeSeconds: 0}]
      services:
        - {name: market, team: core, match: {users: [svc_market]}}
        - {name: booking, team: travel, match: {users: [svc_booking]}}
      budgets: [{service: market, p95Millis: 500}, {service: booking, p95Millis: 500}]
      """;
  private static final String BASELINE = "baseline: gate/baseline.yaml\n";
  private static final int CALLS = 150;

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void collect() throws IOException {
    StringBuilder log = new StringBuilder();
    for (int day = 10; day <= 16; day++) {
      Instant morning = LocalDate.of(2026, 11, day).atTime(9, 0).toInstant(ZoneOffset.UTC);
      for (int call = 0; call < CALLS; call++) {
        Instant ended = morning.plusSeconds(call);
        SlowLogText.event(
            log, "svc_market", ended, day < 12 ? 2 : 0.01, "SELECT a FROM orders WHERE id = 1");
        SlowLogText.event(
            log, "svc_booking", ended, day < 13 ? 0.01 : 2, "SELECT a FROM bookings WHERE id = 1");
      }
    }
    Files.writeString(folder.resolve("slow.log"), log);
    Files.createDirectory(folder.resolve("gate"));
    configure(BASELINE);
    run = new CommandRun(folder);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.exitCode()).as(run.errors()).isZero();
  }

  @Test
  void itIsMadeLivesAndIsPruned() throws IOException {
    check(10);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("gate/baseline.yaml: there is no such baseline");
    check(10, "--update-baseline");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.errors()).contains("baseline: 1 accepted, 1 in it");
    String made = baseline();
    assertThat(made)
        .contains(
            "format: watershed.baseline/1\nstale: {spans: 10, days: 30}\nentries:\n"
                + "  - {key: \"budget-p95:market\", since: 2026-11-10}\n");

    check(11);
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).contains("1 in the baseline");

    check(13);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("error  budget-p95  booking").doesNotContain("  market");

    Files.writeString(
        folder.resolve("gate/baseline.yaml"),
        made.replace("spans: 10, days: 30", "spans: 3, days: 2"));
    check(12);
    check(14);
    assertThat(run.output()).contains("budget-p95:market is stale: not seen in 3 spans since");
    check(15, "--update-baseline");
    assertThat(run.exitCode()).isZero();
    assertThat(baseline())
        .contains(
            "  - {key: \"budget-p95:booking\", since: 2026-11-15}\n"
                + "  - {key: \"budget-p95:market\", since: 2026-11-10, missing: {spans: 4, since:"
                + " 2026-11-12}}\n");

    String kept = baseline();
    check(16);
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).contains("not seen in 5 spans since 2026-11-12");
    assertThat(baseline()).as("check never writes it").isEqualTo(kept);
    check(16, "--prune");
    assertThat(run.errors()).contains("baseline: 1 taken out, 1 in it");
    assertThat(baseline()).doesNotContain("market").contains("budget-p95:booking");
  }

  @Test
  void aSpanJudgedTwiceGivesTheSame() throws IOException {
    configure("");
    check(10, "--format", "json");
    String first = run.output();
    check(11, "--format", "json");
    check(10, "--format", "json");
    assertThat(run.output()).isEqualTo(first);
    assertThat(records()).containsExactly("20261110T090230Z.verdicts", "20261111T090230Z.verdicts");
    check(12, "--no-record");
    check(12, "--server", "booking-1");
    assertThat(records()).hasSize(2);
  }

  @Test
  void whatWasViolatedStaysSoUntilItIsWellBelow() throws IOException {
    configure("");
    Files.writeString(
        folder.resolve("watershed.yaml"),
        Files.readString(folder.resolve("watershed.yaml"))
            .replace("p95Millis: 500", "p95Millis: 2300"));
    check(11);
    assertThat(run.exitCode()).as("2 s of 2.3 s").isZero();
    Files.writeString(
        folder.resolve("watershed.yaml"),
        Files.readString(folder.resolve("watershed.yaml"))
            .replace("p95Millis: 2300", "p95Millis: 500"));
    check(10);
    Files.writeString(
        folder.resolve("watershed.yaml"),
        Files.readString(folder.resolve("watershed.yaml"))
            .replace("p95Millis: 500", "p95Millis: 2300"));
    check(11);
    assertThat(run.exitCode()).as("2 s of 2.3 s, and more before").isEqualTo(1);
  }

  @Test
  void collectingAndCompactingLeaveVerdictsAlone() throws IOException {
    configure("");
    check(10);
    check(11, "--format", "json");
    String before = run.output();
    run.execute("collect", "-c", "watershed.yaml", "--compact");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(records()).hasSize(2);
    check(11, "--format", "json");
    assertThat(run.output()).isEqualTo(before);
  }

  @Test
  void itIsNoPipelinesBusiness() {
    run.variable("CI", "true");
    check(10, "--update-baseline");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("a person accepts");
    assertThat(folder.resolve("gate/baseline.yaml")).doesNotExist();
    run.variable("CI", "false");
    check(10, "--update-baseline", "--server", "booking-1");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("leave out --server");
  }

  @Test
  void aSuppressionHoldsUntilItsEnd() throws IOException {
    suppress("2026-12-31", "core");
    check(10);
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).contains("1 suppressed").doesNotContain("ends in");
    suppress("2026-11-30", "market");
    check(10, "--format", "json");
    assertThat(run.output())
        .contains("market: the sale, until 2026-11-30", "ends in 6 days, on 2026-11-30");
    suppress("2026-11-01", "core");
    check(10);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("ended on 2026-11-01");
    check(13);
    assertThat(run.output()).contains("nothing violates it");
    suppress("2026-12-31", "cor");
    check(10);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.output()).contains("no service or team cor");
  }

  @Test
  void aRuleOnTrialFailsNothingAndARatchetCountsWhatWasAccepted() throws IOException {
    configure("rules: [{rule: budget-p95, shadow: true}]\n");
    check(10);
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).contains("shadow error  budget-p95  market", "1 on trial");
    configure(BASELINE);
    check(10, "--update-baseline");
    configure(BASELINE + "ratchet: [{team: core, rule: budget-p95, max: 1}]\n");
    check(11);
    assertThat(run.exitCode()).isZero();
    configure(BASELINE + "ratchet: [{team: core, rule: budget-p95, max: 0}]\n");
    check(11);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("error  ratchet  core");
  }

  @Test
  void aRenamedServiceKeepsWhatWasAccepted() throws IOException {
    check(10, "--update-baseline");
    Files.writeString(
        folder.resolve("watershed.yaml"),
        Files.readString(folder.resolve("watershed.yaml"))
            .replace("name: market", "name: shop")
            .replace("service: market", "service: shop"));
    check(11);
    assertThat(run.exitCode()).isEqualTo(1);
    Files.writeString(
        folder.resolve("gate/baseline.yaml"),
        baseline().replace("entries:", "renames: {services: {market: shop}}\nentries:"));
    check(11);
    assertThat(run.exitCode()).isZero();
    run.execute("baseline", "migrate", "-c", "watershed.yaml");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.errors()).contains("1 of 1 entries have another key");
    assertThat(baseline()).contains("\"budget-p95:shop\"").doesNotContain("renames:");
    check(11);
    assertThat(run.exitCode()).isZero();
  }

  private void check(int day, String... further) {
    List<String> arguments =
        List.of(
            "check",
            "-c",
            "watershed.yaml",
            "--since",
            "2026-11-" + day,
            "--until",
            "2026-11-" + (day + 1));
    run.execute(Stream.concat(arguments.stream(), Stream.of(further)).toArray(String[]::new));
  }

  private void suppress(String until, String owner) throws IOException {
    configure(
        "suppressions:\n  - {rule: budget-p95, subject: market, owner: "
            + owner
            + ", reason: the sale, until: "
            + until
            + "}\n");
  }

  private void configure(String further) throws IOException {
    Files.writeString(folder.resolve("watershed.yaml"), CONFIGURATION + further);
  }

  private String baseline() throws IOException {
    return Files.readString(folder.resolve("gate/baseline.yaml"));
  }

  private List<String> records() throws IOException {
    try (var files = Files.list(folder.resolve("kept/verdicts"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
