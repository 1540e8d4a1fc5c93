package dev.watershed.benchmarks.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.benchmarks.fleet.plan.FleetPlan;
import dev.watershed.benchmarks.fleet.server.FleetServers;
import dev.watershed.benchmarks.fleet.truth.LoggedCalls;
import dev.watershed.benchmarks.fleet.truth.Truth;
import dev.watershed.benchmarks.fleet.truth.TruthReader;
import dev.watershed.cli.config.ConfigurationReader;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.Product;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the logs of a real run hold is what its clients say they sent. */
@Live(Product.MYSQL)
class FleetLiveTest {

  @Test
  void theLogsHoldWhatTheClientsSent(@TempDir Path folder) throws Exception {
    FleetOptions options =
        FleetOptions.parse("--out", folder.toString(), "--scale", "4s", "--rows", "0.02");
    FleetPlan plan = FleetPlan.of(options.seed(), options.moves());
    try (FleetServers servers = FleetServers.start(plan.catalog().servers(), options.servers())) {
      new FleetCapture(plan, options, servers, (format, values) -> {}).run();
    }

    Truth truth = TruthReader.read(folder.resolve("truth.json"));
    ServiceMapping mapping = ConfigurationReader.read("watershed.yaml", folder).services();
    assertThat(truth.load()).hasSizeGreaterThan(200);
    assertThat(LoggedCalls.logged(folder, truth, mapping))
        .containsExactlyEntriesOf(LoggedCalls.sent(truth));
    assertThat(Files.readString(folder.resolve("booking-1.sql")))
        .contains("CREATE TABLE `members`", "tr_members_audit", "close_payout");
  }
}
