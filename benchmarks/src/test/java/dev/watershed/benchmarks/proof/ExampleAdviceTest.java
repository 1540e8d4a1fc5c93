package dev.watershed.benchmarks.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.benchmarks.fleet.truth.Truth;
import dev.watershed.benchmarks.fleet.truth.TruthReader;
import dev.watershed.benchmarks.json.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is advised for the example of the repository, against what is planted in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExampleAdviceTest {

  private static final Path EXAMPLE = Path.of("..", "examples", "marketplace");

  private Truth truth;
  private Proposals proposals;

  @BeforeAll
  void advise(@TempDir Path folder) throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLE)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    Watershed watershed = new Watershed(folder);
    watershed.run("collect", "-c", "watershed.yaml", "--log-ended");
    watershed.run("advise", "-c", "watershed.yaml", "--format", "json", "--out", "advice.json");
    proposals = Proposals.of(JsonNode.read(folder.resolve("advice.json")));
    truth = TruthReader.read(folder.resolve("truth.json.gz"));
  }

  private Stream<Truth.Case> failing() {
    PlantedIndexes planted = new PlantedIndexes(proposals, false);
    return truth.cases().stream().filter(each -> !planted.holds(each).orElse(true));
  }

  @Test
  void casesAndTrapsAreJudged() {
    PlantedIndexes planted = new PlantedIndexes(proposals, false);
    List<Truth.Case> judged =
        truth.cases().stream().filter(each -> planted.holds(each).isPresent()).toList();
    assertThat(judged.stream().filter(each -> !each.trap())).hasSize(17);
    assertThat(judged.stream().filter(Truth.Case::trap)).hasSize(5);
  }

  /** That search ends by its LIMIT after 140 rows a call, and is no load. */
  @Test
  void everyPlantedCaseIsFoundThatIsALoad() {
    assertThat(failing().filter(each -> !each.trap()).map(Truth.Case::id))
        .containsExactly("leading-wildcard-messages");
  }

  @Test
  void noTrapIsSteppedInto() {
    assertThat(failing().filter(Truth.Case::trap).map(Truth.Case::id)).isEmpty();
  }
}
