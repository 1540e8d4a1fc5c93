package dev.watershed.benchmarks.fleet.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.benchmarks.fleet.plan.FleetPlan;
import dev.watershed.benchmarks.fleet.service.Moves;
import dev.watershed.benchmarks.fleet.traffic.TrafficCounts;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthReaderTest {

  @TempDir private Path folder;

  @Test
  void readsWhatTheWriterWrites() throws IOException {
    FleetPlan plan = FleetPlan.of(1, Moves.NONE);
    Path file = folder.resolve("truth.json");
    FleetRun.Server server = new FleetRun.Server("booking-1", "MySQL", "9", "a.log", "a.sql", 5);
    FleetRun run =
        new FleetRun(
            Instant.EPOCH,
            Instant.EPOCH.plusSeconds(9),
            Duration.ofSeconds(8),
            1,
            1,
            List.of(server),
            TrafficCounts.sum(List.of()));
    try (Writer out = Files.newBufferedWriter(file)) {
      TruthWriter.write(plan, run, out);
    }
    Truth truth = TruthReader.read(file);
    assertThat(truth.servers()).containsExactly(new Truth.Server("booking-1", "a.log", 1_400));
    assertThat(truth.services()).hasSize(43);
    assertThat(truth.service("batch_night").attributed()).isFalse();
    assertThat(truth.cases())
        .extracting(Truth.Case::id)
        .containsExactlyElementsOf(plan.cases().all().stream().map(each -> each.id()).toList());
    assertThat(truth.load()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{} | format: expected String, found null",
        "{'format': 'x/1'} | is x/1, not watershed.fleet-truth/1",
        "{'format': 'watershed.fleet-truth/1'} | seed: expected Number, found null",
        "{'format': 'watershed.fleet-truth/1', 'seed': 1, 'startedAt': '2026-11-25T12:00:00Z',"
            + " 'plannedSeconds': 60, 'servers': 3} | servers: expected List, found 3",
      })
  void saysWhatIsWrong(String text, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("truth.json"), text);
    assertThatThrownBy(() -> TruthReader.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> new Truth.Load("a", "", 1, 2, 3, 0))
        .hasMessageContaining("the truth about load of a");
  }
}
