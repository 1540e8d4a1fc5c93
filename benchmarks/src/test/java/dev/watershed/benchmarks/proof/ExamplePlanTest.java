package dev.watershed.benchmarks.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.benchmarks.fleet.problem.ProblemKind;
import dev.watershed.benchmarks.fleet.truth.Truth;
import dev.watershed.benchmarks.fleet.truth.TruthReader;
import dev.watershed.benchmarks.json.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is proposed for the example of the repository, against what is planted in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamplePlanTest {

  private static final Path EXAMPLE = Path.of("..", "examples", "marketplace");

  private record Proposed(String kind, List<String> subject, String message, Set<String> touches) {}

  private Truth truth;
  private List<Proposed> steps;
  private List<Proposed> all;
  private byte[] first;
  private byte[] second;
  private JsonNode plan;
  private JsonNode again;

  @BeforeAll
  void propose(@TempDir Path folder) throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    Watershed watershed = new Watershed(folder);
    watershed.run("collect", "-c", "watershed.yaml", "--log-ended");
    watershed.run("plan", "-c", "watershed.yaml", "--format", "json", "--out", "first.json");
    watershed.run("plan", "-c", "watershed.yaml", "--format", "json", "--out", "second.json");
    watershed.run("plan", "-c", "watershed.yaml", "--format", "moves", "--out", "moves.yaml");
    watershed.run(
        "plan",
        "-c",
        "watershed.yaml",
        "--what-if",
        "moves.yaml",
        "--format",
        "json",
        "--out",
        "again.json");
    first = Files.readAllBytes(folder.resolve("first.json"));
    second = Files.readAllBytes(folder.resolve("second.json"));
    plan = JsonNode.read(folder.resolve("first.json"));
    again = JsonNode.read(folder.resolve("again.json"));
    steps = plan.list("steps", ExamplePlanTest::proposed);
    all =
        Stream.concat(steps.stream(), plan.list("alternatives", ExamplePlanTest::proposed).stream())
            .toList();
    truth = TruthReader.read(folder.resolve("truth.json.gz"));
  }

  private static Proposed proposed(JsonNode node) {
    return new Proposed(
        node.text("kind"),
        node.texts("subject"),
        node.text("message"),
        Set.copyOf(node.texts("touches")));
  }

  private Stream<Proposed> of(String kind) {
    return all.stream().filter(proposed -> proposed.kind().equals(kind));
  }

  private Stream<Truth.Case> planted(ProblemKind kind) {
    return truth.cases().stream().filter(each -> each.kind() == kind && !each.trap());
  }

  @Test
  void twoRunsSayTheSame() {
    assertThat(first).isEqualTo(second);
  }

  @Test
  void servicesThatBelongTogetherAreTheOnlyOnesToMerge() {
    assertThat(of("merge-services").map(proposed -> new TreeSet<>(proposed.subject())))
        .containsExactlyElementsOf(
            planted(ProblemKind.BELONGS_TOGETHER)
                .map(each -> new TreeSet<>(each.services()))
                .toList());
    assertThat(steps.get(0).kind()).isEqualTo("merge-services");
  }

  @Test
  void tablesThatSeveralFillAreTheOnlyOnesToCut() {
    assertThat(of("cut-table").flatMap(proposed -> proposed.subject().stream()))
        .containsExactlyInAnyOrderElementsOf(
            planted(ProblemKind.CONTESTED_TABLE).flatMap(each -> each.tables().stream()).toList());
  }

  @Test
  void copiesAreTheOnlyTablesToMerge() {
    Set<Set<String>> pairs =
        of("merge-tables")
            .map(proposed -> Set.copyOf(proposed.subject()))
            .collect(Collectors.toSet());
    Set<String> dead =
        planted(ProblemKind.DEAD_TABLE)
            .flatMap(each -> each.tables().stream())
            .collect(Collectors.toSet());
    assertThat(pairs)
        .containsAll(
            planted(ProblemKind.DUPLICATE_TABLE).map(each -> Set.copyOf(each.tables())).toList());
    assertThat(pairs)
        .filteredOn(pair -> !dead.containsAll(pair))
        .hasSize((int) planted(ProblemKind.DUPLICATE_TABLE).count());
  }

  @Test
  void deadTablesGoIntoQuarantineAndWhatIsUsedStays() {
    List<Proposed> retired = of("retire-tables").toList();
    Set<String> tables =
        retired.stream().flatMap(each -> each.touches().stream()).collect(Collectors.toSet());
    assertThat(tables)
        .containsAll(
            planted(ProblemKind.DEAD_TABLE).flatMap(each -> each.tables().stream()).toList());
    assertThat(retired).allMatch(each -> each.message().startsWith("put into quarantine"));
    Set<String> used =
        truth.cases().stream()
            .filter(each -> !each.digests().isEmpty())
            .flatMap(each -> each.tables().stream())
            .collect(Collectors.toSet());
    assertThat(tables).doesNotContainAnyElementsOf(used);
    assertThat(tables)
        .doesNotContainAnyElementsOf(
            Stream.of(
                    ProblemKind.TRIGGER_ONLY_TABLE,
                    ProblemKind.CASCADE_ONLY_TABLE,
                    ProblemKind.ROUTINE_TABLES)
                .flatMap(this::planted)
                .flatMap(each -> each.tables().stream())
                .toList());
  }

  /**
   * A minute without capacities shows neither noisy neighbours nor room; no schemas are planted.
   */
  @Test
  void nothingIsProposedForServersAndSchemas() {
    assertThat(all.stream().map(Proposed::kind).collect(Collectors.toSet()))
        .isSubsetOf("merge-services", "cut-table", "move-table", "merge-tables", "retire-tables");
    assertThat(plan.texts("notes")).anyMatch(note -> note.startsWith("whether one server could"));
  }

  @Test
  void noTwoStepsTouchTheSame() {
    List<String> touched = steps.stream().flatMap(step -> step.touches().stream()).toList();
    assertThat(touched).doesNotHaveDuplicates();
  }

  /** The moves that a plan consists of lead to the state that the plan says. */
  @Test
  void theMovesOfThePlanAreJudgedAlike() {
    for (String rate :
        List.of("foreignReadsPerSecond", "foreignWritesPerSecond", "ownerJoinsPerSecond")) {
      assertThat(again.node("afterAll").decimal(rate))
          .isEqualTo(plan.node("afterAll").decimal(rate));
    }
    assertThat(again.list("steps", node -> node.text("move")))
        .hasSize(plan.list("steps", node -> node).size());
  }

  @Test
  void everyProposalAboutServicesHasItsStatements() {
    assertThat(
            plan.list(
                "steps",
                step ->
                    step.text("kind").equals("retire-tables")
                        || step.text("kind").equals("merge-tables")
                        || !step.list("evidence", proof -> proof.text("digest")).isEmpty()))
        .doesNotContain(false);
  }
}
