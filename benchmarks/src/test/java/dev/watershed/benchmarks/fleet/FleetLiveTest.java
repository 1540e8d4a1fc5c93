package dev.watershed.benchmarks.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.benchmarks.fleet.plan.FleetPlan;
import dev.watershed.benchmarks.fleet.server.FleetServers;
import dev.watershed.benchmarks.fleet.truth.LoggedCalls;
import dev.watershed.benchmarks.fleet.truth.Truth;
import dev.watershed.benchmarks.fleet.truth.TruthReader;
import dev.watershed.benchmarks.fleet.watch.AttributionJudge;
import dev.watershed.benchmarks.fleet.watch.JudgedService;
import dev.watershed.benchmarks.fleet.watch.WatchedFleet;
import dev.watershed.cli.config.ConfigurationReader;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.Product;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the logs of a real run hold is what its clients say they sent. */
@Live(Product.MYSQL)
class FleetLiveTest {

  /**
   * Of 42 services, 40 are expected in their intervals of 95%; fewer than 85% come in less than one
   * run of 100, of the 23 services of one server as well (binomial distribution).
   */
  private static final double LEAST_INSIDE = 0.85;

  @Test
  void theLogsHoldWhatTheClientsSentAndCountersTellWhoseTheTimeIs(@TempDir Path folder)
      throws Exception {
    FleetOptions options =
        FleetOptions.parse(
            "--out", folder.toString(), "--scale", "30s", "--rate", "5", "--rows", "0.02");
    FleetPlan plan = FleetPlan.of(options.seed(), options.moves());
    try (FleetServers servers = FleetServers.start(plan.catalog().servers(), options.servers())) {
      new FleetCapture(
              plan,
              options,
              servers,
              (format, values) -> {},
              new WatchedFleet(servers.all(), Duration.ofSeconds(5)))
          .run();
    }

    Truth truth = TruthReader.read(folder.resolve("truth.json"));
    ServiceMapping mapping = ConfigurationReader.read("watershed.yaml", folder).services();
    assertThat(truth.load()).hasSizeGreaterThan(200);
    assertThat(LoggedCalls.logged(folder, truth, mapping))
        .containsExactlyEntriesOf(LoggedCalls.sent(truth));
    assertThat(Files.readString(folder.resolve("booking-1.sql")))
        .contains("CREATE TABLE `members`", "tr_members_audit", "close_payout");
    attributed(AttributionJudge.judge(folder, truth, mapping));
  }

  private static void attributed(List<AttributionJudge.Judgement> servers) {
    List<JudgedService> services =
        servers.stream().flatMap(server -> server.services().stream()).toList();
    assertThat(services).as("of one server at least").hasSizeGreaterThanOrEqualTo(15);
    for (AttributionJudge.Judgement server : servers) {
      assertThat(server.attributedSeconds())
          .as("%s: nothing is lost or made", server.server())
          .isCloseTo(server.countedSeconds(), Percentage.withPercentage(0.2));
    }
    assertThat(services.stream().filter(JudgedService::inside).count())
        .as("in their intervals, of %s", services)
        .isGreaterThanOrEqualTo((long) (LEAST_INSIDE * services.size()));
    long accounts = servers.stream().mapToLong(AttributionJudge.Judgement::accounts).sum();
    assertThat(accounts).isGreaterThan(10);
    assertThat(servers.stream().mapToLong(AttributionJudge.Judgement::agreeing).sum())
        .as("by the counters of %s accounts", accounts)
        .isGreaterThanOrEqualTo((long) (LEAST_INSIDE * accounts));
  }
}
