package dev.watershed.benchmarks.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.benchmarks.fleet.truth.Truth;
import dev.watershed.benchmarks.fleet.truth.TruthReader;
import dev.watershed.benchmarks.json.JsonNode;
import dev.watershed.benchmarks.rules.PlantedRules;
import dev.watershed.benchmarks.rules.PlantedVerdicts;
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
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the rules report in the example of the repository, against what is planted in it. The
 * example is a minute of a small fleet from dumps without rows: floors are lower here than usual,
 * and what needs rows, times of the day or a span to compare with is judged elsewhere.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExampleRulesTest {

  private static final Path EXAMPLE = Path.of("..", "examples", "marketplace");

  private Truth truth;
  private PlantedVerdicts usual;
  private PlantedVerdicts lower;
  private byte[] first;
  private byte[] second;

  @BeforeAll
  void check(@TempDir Path folder) throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    Files.writeString(
        folder.resolve("lower.yaml"),
        Files.readString(folder.resolve("watershed.yaml")) + PlantedRules.LOWER_FLOORS);
    Watershed watershed = new Watershed(folder);
    watershed.run("collect", "-c", "watershed.yaml", "--log-ended");
    for (String out : List.of("first.json", "second.json")) {
      watershed.runEnding(1, "check", "-c", "watershed.yaml", "--format", "json", "--out", out);
    }
    watershed.runEnding(
        1, "check", "-c", "lower.yaml", "--no-record", "--format", "json", "--out", "lower.json");
    first = Files.readAllBytes(folder.resolve("first.json"));
    second = Files.readAllBytes(folder.resolve("second.json"));
    usual = PlantedVerdicts.of(JsonNode.read(folder.resolve("first.json")));
    lower = PlantedVerdicts.of(JsonNode.read(folder.resolve("lower.json")));
    truth = TruthReader.read(folder.resolve("truth.json.gz"));
  }

  static Stream<PlantedRules.Expected> expected() {
    return PlantedRules.EXPECTED.stream().filter(each -> each.needs() == PlantedRules.Needs.LOGS);
  }

  @ParameterizedTest
  @MethodSource("expected")
  void everyPlantedCaseIsReportedByItsRule(PlantedRules.Expected expected) {
    assertThat(lower.reported(PlantedVerdicts.planted(truth, expected.id()), expected.rule()))
        .isTrue();
  }

  static Stream<String> traps() {
    return PlantedRules.TRAPS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("traps")
  void noTrapIsSteppedInto(String id) {
    Truth.Case trap = PlantedVerdicts.planted(truth, id);
    assertThat(trap.trap()).isTrue();
    assertThat(PlantedRules.TRAPS.get(id)).noneMatch(rule -> usual.reported(trap, rule));
  }

  @Test
  void aSecondRunGivesTheSameBytes() {
    assertThat(second).isEqualTo(first);
  }
}
