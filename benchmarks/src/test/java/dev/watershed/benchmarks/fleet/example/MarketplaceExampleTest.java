package dev.watershed.benchmarks.fleet.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.benchmarks.fleet.effect.Effect;
import dev.watershed.benchmarks.fleet.effect.LoadEffects;
import dev.watershed.benchmarks.fleet.plan.FleetPlan;
import dev.watershed.benchmarks.fleet.service.Moves;
import dev.watershed.benchmarks.fleet.truth.LoggedCalls;
import dev.watershed.benchmarks.fleet.truth.Truth;
import dev.watershed.benchmarks.fleet.truth.TruthReader;
import dev.watershed.benchmarks.slowlog.SlowLogGate;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ConfigurationReader;
import dev.watershed.collector.input.LogStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the repository holds what its truth says. */
class MarketplaceExampleTest {

  private static final Path EXAMPLE = Path.of("..", "examples", "marketplace");
  private static final long MOST_BYTES = 1_100_000;

  private static Truth truth;
  private static Configuration configuration;

  @BeforeAll
  static void read() throws Exception {
    truth = TruthReader.read(EXAMPLE.resolve(ExampleWriter.TRUTH));
    configuration = ConfigurationReader.read("watershed.yaml", EXAMPLE);
  }

  @Test
  void itIsSmallEnoughForTheRepository() throws IOException {
    long bytes = 0;
    try (var files = Files.list(EXAMPLE)) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    assertThat(bytes).isLessThan(MOST_BYTES);
  }

  @Test
  void itsLogsHoldWhatTheClientsSent() throws IOException {
    assertThat(LoggedCalls.logged(EXAMPLE, truth, configuration.services()))
        .containsExactlyEntriesOf(LoggedCalls.sent(truth))
        .hasSizeGreaterThan(1_000);
  }

  @Test
  void whatIsPlantedInItsLoadShows() throws IOException {
    List<Effect> effects =
        LoadEffects.of(
            FleetPlan.of(truth.seed(), Moves.NONE).cases(),
            EXAMPLE,
            truth,
            configuration.services());
    assertThat(effects).hasSize(7).allMatch(Effect::visible);
  }

  @Test
  void itsLogsAreReadAsTheSlowReaderReadsThem(@TempDir Path folder) throws IOException {
    for (Truth.Server server : truth.servers()) {
      Path log = folder.resolve(server.name() + ".log");
      try (InputStream raw = Files.newInputStream(EXAMPLE.resolve(server.slowLog()))) {
        Files.copy(LogStream.uncompressed(raw), log);
      }
      assertThat(SlowLogGate.check(log, List.of(1))).isGreaterThan(200);
    }
  }
}
