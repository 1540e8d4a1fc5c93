package dev.watershed.benchmarks.fleet.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.service.Attribution;
import dev.watershed.benchmarks.fleet.plan.FleetPlan;
import dev.watershed.benchmarks.fleet.server.FleetServer;
import dev.watershed.benchmarks.fleet.server.ServerKind;
import dev.watershed.benchmarks.fleet.service.Moves;
import dev.watershed.benchmarks.fleet.traffic.TrafficCounts;
import dev.watershed.benchmarks.fleet.truth.FleetRun;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ConfigurationReader;
import dev.watershed.cli.config.ServerConfiguration;
import dev.watershed.cli.config.ServerCost;
import dev.watershed.workload.Origin;
import dev.watershed.workload.OriginTag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationWriterTest {

  @Test
  void theConfigurationIsRightAndTellsServicesApart(@TempDir Path folder) throws Exception {
    FleetRun run =
        new FleetRun(
            Instant.EPOCH,
            Instant.EPOCH,
            Duration.ZERO,
            1,
            1,
            List.of(new FleetRun.Server("booking-1", "MySQL", "9.7", "a.log", "a.sql", 1)),
            TrafficCounts.sum(List.of()));
    Files.writeString(
        folder.resolve("watershed.yaml"),
        ConfigurationWriter.write(FleetPlan.of(1, Moves.NONE), run));
    Configuration configuration = ConfigurationReader.read("watershed.yaml", folder);

    assertThat(configuration.servers()).hasSize(1);
    assertThat(whose(configuration, "svc_booking", "controller", "x"))
        .isEqualTo(Attribution.of("booking"));
    assertThat(whose(configuration, "svc_market", "controller", "mail"))
        .isEqualTo(Attribution.of("marketplace", "mail"));
    assertThat(whose(configuration, "app_common", "application", "push"))
        .isEqualTo(Attribution.of("push"));
    assertThat(whose(configuration, "app_common", "application", "x")).isEqualTo(Attribution.NONE);
    assertThat(whose(configuration, "batch_night", "controller", "x")).isEqualTo(Attribution.NONE);
  }

  /** Where a server is asked; nobody connects to it. */
  private record SomeServer(String name, int port) implements FleetServer {

    @Override
    public ServerKind kind() {
      return ServerKind.MYSQL;
    }

    @Override
    public void copySlowLog(Path to) throws IOException {
      throw new IOException(name + " has no log");
    }

    @Override
    public void close() {}
  }

  @Test
  void serversThatRunAreSaidToHaveRoomAndToCost(@TempDir Path folder) throws Exception {
    List<FleetServer> servers =
        List.of(new SomeServer("booking-1", 3301), new SomeServer("content-1", 3302));
    Files.writeString(
        folder.resolve("room.yaml"),
        ConfigurationWriter.writeRoom(FleetPlan.of(1, Moves.NONE), servers, 2.5, 0.75, 1_000));
    Configuration configuration = ConfigurationReader.read("room.yaml", folder);

    assertThat(configuration.servers())
        .extracting(ServerConfiguration::name)
        .containsExactly("booking-1", "content-1");
    ServerConfiguration second = configuration.servers().get(1);
    assertThat(second.url()).contains("jdbc:mysql://127.0.0.1:3302/");
    assertThat(second.slowLog()).contains("content-1-slow.log");
    assertThat(second.catalog()).isEmpty();
    assertThat(second.place().capacity().cpus()).hasValue(2.5);
    assertThat(second.place().capacity().bufferPoolGiB()).hasValue(0.75);
    assertThat(second.place().cost()).contains(new ServerCost("JPY", 1_000));
    assertThat(whose(configuration, "svc_booking", "controller", "x"))
        .isEqualTo(Attribution.of("booking"));
  }

  private static Attribution whose(
      Configuration configuration, String user, String key, String value) {
    return configuration
        .services()
        .attribute(new Origin(user, "", List.of(new OriginTag(key, value))));
  }
}
