package dev.watershed.benchmarks.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.benchmarks.fleet.problem.ProblemKind;
import dev.watershed.benchmarks.fleet.truth.Truth;
import dev.watershed.benchmarks.fleet.truth.TruthReader;
import dev.watershed.benchmarks.json.JsonNode;
import dev.watershed.benchmarks.proof.CouplingClaims.Claim;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is said about coupling in the example of the repository, against what is planted in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExampleCouplingTest {

  private static final Path EXAMPLE = Path.of("..", "examples", "marketplace");

  private final Map<Long, Set<String>> reads = new HashMap<>();
  private final Map<Long, Set<String>> writes = new HashMap<>();
  private Truth truth;
  private CouplingClaims claims;
  private Map<String, String> declared;
  private Map<String, String> proposed;
  private byte[] first;
  private byte[] second;

  @BeforeAll
  void analyze(@TempDir Path folder) throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLE)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    Watershed watershed = new Watershed(folder);
    watershed.run("collect", "-c", "watershed.yaml", "--log-ended");
    for (String out : List.of("first.json", "second.json")) {
      watershed.run(
          "analyze", "-c", "watershed.yaml", "--coupling", "--format", "json", "--out", out);
    }
    Files.writeString(
        folder.resolve("undeclared.yaml"),
        Files.readString(folder.resolve("watershed.yaml"))
            .replaceAll("(?m)^    owns: .*$", "")
            .replaceAll(", owns: \\[[^]]*\\]", ""));
    for (String name : List.of("watershed", "undeclared")) {
      watershed.run(
          "owners", "-c", name + ".yaml", "--format", "json", "--out", name + "-owners.json");
    }
    declared = owners(folder.resolve("watershed-owners.json"));
    proposed = owners(folder.resolve("undeclared-owners.json"));
    first = Files.readAllBytes(folder.resolve("first.json"));
    second = Files.readAllBytes(folder.resolve("second.json"));
    claims = CouplingClaims.of(JsonNode.read(folder.resolve("first.json")));
    truth = TruthReader.read(folder.resolve("truth.json.gz"));
    JsonNode.read(folder.resolve("truth.json.gz")).list("statements", this::statement);
  }

  private JsonNode statement(JsonNode node) {
    long digest = Fingerprints.parseId(node.text("digest"));
    reads.computeIfAbsent(digest, key -> new HashSet<>()).addAll(node.texts("reads"));
    writes.computeIfAbsent(digest, key -> new HashSet<>()).addAll(node.texts("writes"));
    return node;
  }

  private static Map<String, String> owners(Path file) throws IOException {
    Map<String, String> owners = new TreeMap<>();
    JsonNode.read(file)
        .list(
            "tables",
            table ->
                table.has("owner") ? owners.put(table.text("table"), table.text("owner")) : "");
    return owners;
  }

  private Stream<Truth.Case> failing() {
    PlantedCouplings planted = new PlantedCouplings(claims, truth);
    return truth.cases().stream().filter(each -> !planted.holds(each).orElse(true));
  }

  @Test
  void casesAndATrapAreJudged() {
    PlantedCouplings planted = new PlantedCouplings(claims, truth);
    List<Truth.Case> judged =
        truth.cases().stream().filter(each -> planted.holds(each).isPresent()).toList();
    assertThat(judged.stream().filter(each -> !each.trap())).hasSize(22);
    assertThat(judged.stream().filter(Truth.Case::trap)).hasSize(1);
  }

  @Test
  void everyPlantedCouplingIsFound() {
    assertThat(failing().filter(each -> !each.trap()).map(Truth.Case::id)).isEmpty();
  }

  @Test
  void noTrapIsSteppedInto() {
    assertThat(failing().filter(Truth.Case::trap).map(Truth.Case::id)).isEmpty();
  }

  /** FleetPlanTest shows that the fleet has no others. */
  @Test
  void noOtherTableIsCalledContested() {
    assertThat(tables("contested-table"))
        .isEqualTo(
            planted(
                ProblemKind.CONTESTED_TABLE,
                ProblemKind.SECOND_WRITER,
                ProblemKind.BELONGS_TOGETHER,
                ProblemKind.DEADLOCK));
  }

  /** FleetPlanTest shows that the fleet has no others. */
  @Test
  void noOtherReadIsCalledOutsideAContract() {
    assertThat(tables("foreign-read")).isEqualTo(planted(ProblemKind.READ_OUTSIDE_CONTRACT));
    assertThat(claims.of("foreign-read")).hasSize(1);
  }

  @Test
  void noOtherTableIsAHubAndNoOtherHasInferredUseAlone() {
    assertThat(tables("hub-table")).isEqualTo(planted(ProblemKind.HUB_TABLE));
    assertThat(tables("inferred-table"))
        .isEqualTo(planted(ProblemKind.TRIGGER_ONLY_TABLE, ProblemKind.CASCADE_ONLY_TABLE));
  }

  @Test
  void nothingIsCalledOccasional() {
    assertThat(claims.findings()).isNotEmpty().noneMatch(Claim::occasional);
  }

  @Test
  void everyTableHasItsDeclaredOwner() {
    assertThat(claims.of("table-without-owner")).isEmpty();
  }

  private Set<String> tables(String kind) {
    return claims.of(kind).stream()
        .flatMap(claim -> claim.tables().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> planted(ProblemKind... kinds) {
    return truth.cases().stream()
        .filter(each -> Arrays.asList(kinds).contains(each.kind()) && !each.trap())
        .flatMap(each -> each.tables().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The statements that are shown as evidence do what they are to prove. */
  @Test
  void evidenceDoesWhatItProves() {
    for (String kind : List.of("contested-table", "foreign-read", "cross-owner-join")) {
      assertThat(claims.of(kind)).as(kind).isNotEmpty().noneMatch(each -> each.digests().isEmpty());
    }
    for (Claim claim : claims.of("contested-table")) {
      for (long digest : claim.digests()) {
        assertThat(writes.get(digest).containsAll(claim.tables()) || !claim.inferred().isEmpty())
            .as(claim.tables() + " by " + Fingerprints.idOf(digest))
            .isTrue();
      }
    }
    for (Claim claim : claims.of("foreign-read")) {
      claim.digests().forEach(digest -> assertThat(reads.get(digest)).containsAll(claim.tables()));
    }
    for (Claim claim : claims.of("cross-owner-join")) {
      for (long digest : claim.digests()) {
        Set<String> both = new HashSet<>(reads.get(digest));
        both.addAll(writes.get(digest));
        assertThat(both).containsAll(claim.tables());
      }
    }
  }

  /** But for one that another service is planted to write. */
  @Test
  void proposedOwnersAreTheDeclaredOnes() {
    assertThat(declared).hasSizeGreaterThan(2_000);
    assertThat(proposed).hasSizeGreaterThan(700);
    assertThat(
            proposed.keySet().stream()
                .filter(table -> !proposed.get(table).equals(declared.get(table))))
        .containsExactly("payment.ledger_entries");
  }

  @Test
  void twoRunsGiveTheSameBytes() {
    assertThat(second).isEqualTo(first);
  }
}
