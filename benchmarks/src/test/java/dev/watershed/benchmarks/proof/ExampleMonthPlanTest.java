package dev.watershed.benchmarks.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.benchmarks.fleet.month.Month;
import dev.watershed.benchmarks.fleet.month.Presence;
import dev.watershed.benchmarks.fleet.problem.ProblemKind;
import dev.watershed.benchmarks.fleet.truth.Truth;
import dev.watershed.benchmarks.fleet.truth.TruthReader;
import dev.watershed.benchmarks.json.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is proposed for servers, on days that are played from the example of the repository. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExampleMonthPlanTest {

  private static final Path EXAMPLE = Path.of("..", "examples", "marketplace");
  private static final int DAYS = 4;

  private Truth truth;
  private JsonNode plan;
  private JsonNode judged;
  private JsonNode neighbours;

  @BeforeAll
  void propose(@TempDir Path folder) throws IOException {
    Path month = folder.resolve("month");
    Month.write(EXAMPLE, month, LocalDate.of(2026, 10, 1), DAYS, 2, Presence.ALL);
    Path configuration = month.resolve("watershed.yaml");
    Files.writeString(
        configuration,
        Files.readString(configuration)
            .replaceAll(
                "(catalog: [a-z0-9.-]+)}",
                "$1, capacity: {cpus: 8, bufferPoolGiB: 32}, cost: {currency: JPY, perMonth:"
                    + " 1000}}"));
    Files.writeString(
        month.resolve("moves.yaml"),
        "format: watershed.moves/1\nmoves:\n  - {moveSchemas: [analytics], server: booking-1}\n");
    Watershed watershed = new Watershed(month);
    watershed.run("collect", "-c", "watershed.yaml", "--log-ended");
    watershed.run("plan", "-c", "watershed.yaml", "--format", "json", "--out", "plan.json");
    watershed.run(
        "plan",
        "-c",
        "watershed.yaml",
        "--what-if",
        "moves.yaml",
        "--format",
        "json",
        "--out",
        "judged.json");
    watershed.run(
        "analyze",
        "-c",
        "watershed.yaml",
        "--neighbours",
        "--format",
        "json",
        "--out",
        "neighbours.json");
    neighbours = JsonNode.read(month.resolve("neighbours.json"));
    plan = JsonNode.read(month.resolve("plan.json"));
    judged = JsonNode.read(month.resolve("judged.json"));
    truth = TruthReader.read(EXAMPLE.resolve("truth.json.gz"));
  }

  private List<String> planted() {
    return truth.cases().stream()
        .filter(each -> each.kind() == ProblemKind.NOISY_NEIGHBOUR && !each.trap())
        .flatMap(each -> each.services().stream())
        .toList();
  }

  private List<String> named(String list) {
    return neighbours.list(list, each -> each.text("service") + " on " + each.text("server"));
  }

  /** Who is planted takes its server, and nobody else does. */
  @Test
  void whoTakesAServerIsWhoIsPlanted() {
    assertThat(Stream.concat(named("neighbours").stream(), named("takers").stream()))
        .containsExactly(planted().get(0) + " on content-1");
  }

  /** That others are slower beside it cannot be seen in the fleet, so that no move is proposed. */
  @Test
  void nobodyIsToLeaveAServerWhoSlowsNobody() {
    assertThat(named("neighbours")).isEmpty();
    assertThat(plan.list("steps", step -> step.text("kind"))).doesNotContain("move-away");
    assertThat(plan.list("alternatives", step -> step.text("kind"))).doesNotContain("move-away");
    assertThat(plan.texts("notes"))
        .anyMatch(note -> note.contains(planted().get(0) + " on content-1: nobody was shown"));
  }

  @Test
  void nothingIsClaimedOfServersOfUnknownSize() {
    assertThat(plan.list("steps", step -> step.text("kind"))).doesNotContain("put-together");
    assertThat(plan.texts("notes"))
        .anyMatch(
            note ->
                note.contains("content-1 on booking-1")
                    && note.contains("the sizes of tables are not known"));
  }

  @Test
  void aMoveTakesItsLoadAlongAndSavesNothing() {
    JsonNode step = judged.list("steps", node -> node).get(0);
    List<JsonNode> servers = step.list("servers", node -> node);
    assertThat(servers)
        .extracting(server -> server.text("server"))
        .contains("booking-1", "content-1");
    for (JsonNode server : servers) {
      double before = server.node("before").decimal("peakProcessors");
      double after = server.node("after").decimal("peakProcessors");
      if (server.text("server").equals("content-1")) {
        assertThat(after).isLessThan(before);
      } else {
        assertThat(after).isGreaterThanOrEqualTo(before);
      }
    }
    assertThat(step.node("moneyPerMonth").list("after", range -> (int) range.decimal("low")))
        .containsExactly(2_000);
  }
}
