package dev.watershed.benchmarks.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.benchmarks.fleet.truth.Truth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is planted in the example is found where not all is sent by whom it seems to be. */
class ExampleNoiseTest {

  private static final Path EXAMPLE = Path.of("..", "examples", "marketplace");

  @ParameterizedTest
  @CsvSource({"UNATTRIBUTED, 0.1, 3", "STRAY, 0.1, 1"})
  void everythingPlantedIsFoundAndNoTrapSteppedInto(
      NoiseKind kind, double share, long seed, @TempDir Path out) throws IOException {
    NoisyExample example = new NoisyExample(EXAMPLE, out);
    CouplingClaims claims = example.answer(kind, share, seed).claims();
    PlantedCouplings planted = new PlantedCouplings(claims, example.truth(), false);
    assertThat(example.truth().cases().stream().filter(each -> planted.holds(each).isPresent()))
        .as("judged, 22 cases and a trap")
        .hasSize(23);
    List<String> failing =
        example.truth().cases().stream()
            .filter(each -> !planted.holds(each).orElse(true))
            .map(Truth.Case::id)
            .toList();
    assertThat(failing).isEmpty();
  }
}
