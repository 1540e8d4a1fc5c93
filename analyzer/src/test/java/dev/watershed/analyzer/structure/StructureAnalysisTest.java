package dev.watershed.analyzer.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.analyzer.coupling.CouplingAnalysis;
import dev.watershed.analyzer.coupling.TransactionCut;
import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CoupledTables;
import dev.watershed.analyzer.coupling.input.CouplingFixture;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import dev.watershed.analyzer.service.Attribution;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two groups of three tables, by joins: the fixture observes a hundred seconds. */
class StructureAnalysisTest {

  private final CouplingFixture fixture =
      new CouplingFixture().tables("s.a", "s.b", "s.c", "s.x", "s.y", "s.z", "s.lonely", "s.dead");

  private void groups(String left, String right) {
    join(left, "a", "b").join(left, "b", "c").join(left, "a", "c");
    join(right, "x", "y").join(right, "y", "z").join(right, "x", "z");
    fixture.run(left, 5, "SELECT 1 FROM s.lonely WHERE id = 1");
  }

  private StructureAnalysisTest join(String user, String one, String other) {
    fixture.run(user, 40, "SELECT 1 FROM s." + one + " p JOIN s." + other + " q ON p.id = q.id");
    return this;
  }

  private StructureFacts structure(OptionalInt party) {
    CouplingInput input = fixture.server("db").build();
    return StructureAnalysis.of(
        CouplingAnalysis.of(input, fixture.mapping(), PartyLevel.SERVICE),
        Map.of(),
        party,
        StructureMethod.standard());
  }

  private static List<String> names(StructureFacts facts, List<Integer> tables) {
    return tables.stream().map(table -> facts.input().tables().get(table).name()).toList();
  }

  @Test
  void groupsAreClustersAndTheRestIsNot() {
    groups("one", "one");
    StructureFacts facts = structure(OptionalInt.empty());
    assertThat(facts.clusters()).hasSize(2);
    assertThat(names(facts, facts.clusters().get(0).tables())).containsExactly("a", "b", "c");
    assertThat(names(facts, facts.clusters().get(1).tables())).containsExactly("x", "y", "z");
    assertThat(facts.clusters()).allMatch(cluster -> cluster.stability() == 1);
    assertThat(names(facts, facts.alone())).containsExactly("lonely");
    assertThat(facts.unused()).isEqualTo(1);
    assertThat(facts.seams()).isEmpty();
    assertThat(facts.hubs()).isEmpty();
    assertThat(facts.notes()).anyMatch(note -> note.startsWith("fewer than two services"));
  }

  @Test
  void aSeamCountsWhatCrossesOnce() {
    groups("one", "one");
    fixture.transaction(
        "one",
        20,
        "UPDATE s.a SET v = 1 WHERE id = 1",
        "UPDATE s.b SET v = 1 WHERE id = 1",
        "UPDATE s.x SET v = 1 WHERE id = 1");
    fixture.run("one", 10, "SELECT 1 FROM s.c p JOIN s.z q ON p.id = q.id");
    StructureFacts facts = structure(OptionalInt.empty());
    assertThat(facts.seams()).hasSize(1);
    Seam seam = facts.seams().get(0);
    assertThat(seam.transactionsPerSecond()).isCloseTo(0.2, within(1e-9));
    assertThat(seam.statementsPerSecond()).isCloseTo(0.1, within(1e-9));
    assertThat(seam.joinsPerSecond()).isCloseTo(0.1, within(1e-9));
    assertThat(seam.statements())
        .singleElement()
        .satisfies(each -> assertThat(each.fingerprint()).contains("s.z"));
    TransactionCut cut = TransactionCut.of(facts.input(), facts.clusterOfTable());
    assertThat(seam.transactionsPerSecond()).isEqualTo(cut.crossing());
    // Transactions: 0.2/s on a, b, x weigh 0.1 a pair; the join 0.1. Cut: 0.1 + 0.1 + 0.1.
    // Volumes: three joins of 0.4 weigh 2.4 a side; x and z gain 0.3; a, b, c gain 0.5.
    assertThat(seam.conductance()).isCloseTo(0.3 / 2.7, within(1e-9));
  }

  @Test
  void aHotStatementDoesNotMergeClusters() {
    groups("one", "one");
    fixture.run("one", 100_000, "SELECT 1 FROM s.c p JOIN s.x q ON p.id = q.id");
    StructureFacts facts = structure(OptionalInt.empty());
    assertThat(facts.clusters()).hasSize(2);
    assertThat(facts.seams().get(0).conductance()).isGreaterThan(0.9);
  }

  @Test
  void tablesWithoutJoinsFollowTheirService() {
    fixture.service("left", List.of(), List.of()).service("right", List.of(), List.of());
    groups("left", "right");
    StructureFacts facts = structure(OptionalInt.empty());
    assertThat(names(facts, facts.clusters().get(0).tables()))
        .containsExactly("a", "b", "c", "lonely");
    assertThat(facts.clusters().get(0).services())
        .containsExactly(facts.input().parties().find(Attribution.of("left")).orElseThrow());
  }

  @Test
  void theOneTableOfAServiceIsNoCluster() {
    for (String service : List.of("left", "right", "third")) {
      fixture.service(service, List.of(), List.of());
    }
    join("left", "a", "b").join("left", "b", "c").join("left", "a", "c");
    join("right", "x", "y").join("right", "y", "z").join("right", "x", "z");
    fixture.run("third", 5, "SELECT 1 FROM s.lonely WHERE id = 1");
    StructureFacts facts = structure(OptionalInt.empty());
    assertThat(facts.clusters().stream().map(cluster -> names(facts, cluster.tables())))
        .containsExactly(List.of("a", "b", "c"), List.of("x", "y", "z"));
    assertThat(names(facts, facts.alone())).containsExactly("lonely");
  }

  @Test
  void whatOneServiceSendsIsSplitAlone() {
    fixture.service("left", List.of(), List.of()).service("right", List.of(), List.of());
    groups("left", "right");
    StructureFacts facts = structure(OptionalInt.of(0));
    assertThat(facts.clusters()).hasSize(1);
    assertThat(names(facts, facts.clusters().get(0).tables())).containsExactly("a", "b", "c");
  }

  @Test
  void practiceDisagreesWithADeclaredOwner() {
    fixture
        .service("left", List.of("s.a", "s.b"), List.of())
        .service("right", List.of("s.c", "s.x", "s.y", "s.z"), List.of());
    groups("left", "right");
    assertThat(structure(OptionalInt.empty()).disagreements()).isEmpty();
  }

  @Test
  void aTableAmongThoseOfAnotherOwnerIsSaid() {
    fixture
        .service("left", List.of("s.a", "s.b", "s.lonely"), List.of())
        .service("right", List.of("s.c", "s.x", "s.y", "s.z"), List.of());
    groups("left", "right");
    assertThat(structure(OptionalInt.empty()).disagreements())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.declared()).isEqualTo("right");
              assertThat(each.practised()).isEqualTo("left");
              assertThat(each.share()).isCloseTo(0.75, within(1e-9));
            });
  }

  @Test
  void hubsOfAllGroupsAreSetApart() {
    WeightedGraph.Builder graph = new WeightedGraph.Builder(19);
    int[] parts = new int[19];
    for (int group = 0; group < 6; group++) {
      int first = group * 3;
      Arrays.fill(parts, first, first + 3, group);
      graph.add(first, first + 1, 1).add(first + 1, first + 2, 1).add(18, first, 1);
    }
    assertThat(SpreadHubs.of(graph.build(), parts, 6).stream().boxed()).containsExactly(18);
    assertThat(SpreadHubs.of(graph.add(18, 0, 9).build(), parts, 6).stream().boxed())
        .as("a table of one group mostly")
        .isEmpty();
  }

  /**
   * The hub has 6 of a mean of 60 / 19 = 3.2: less than twice as much. Tables that nothing is used
   * with would make the mean 2.
   */
  @Test
  void tablesWithoutUseDoNotLowerTheMean() {
    WeightedGraph.Builder graph = new WeightedGraph.Builder(30);
    int[] parts = new int[30];
    Arrays.fill(parts, -1);
    for (int group = 0; group < 6; group++) {
      int first = group * 3;
      Arrays.fill(parts, first, first + 3, group);
      graph.add(first, first + 1, 2).add(first + 1, first + 2, 2).add(18, first, 1);
    }
    assertThat(SpreadHubs.of(graph.build(), parts, 6).stream().boxed()).isEmpty();
  }

  @Test
  void ofSeamsTheOneWithTheMostCrossingsIsTheFirst() {
    groups("one", "one");
    fixture.tables("s.k", "s.l", "s.m");
    join("one", "k", "l").join("one", "l", "m").join("one", "k", "m");
    fixture
        .run("one", 3, "SELECT 1 FROM s.c p JOIN s.k q ON p.id = q.id")
        .run("one", 2, "SELECT 1 FROM s.c p JOIN s.z q ON p.id = q.id")
        .transaction("one", 2, "UPDATE s.m SET v = 1", "UPDATE s.z SET v = 1")
        .transaction("one", 4, "UPDATE s.k SET v = 1", "UPDATE s.x SET v = 1");
    StructureFacts facts = structure(OptionalInt.empty());
    assertThat(facts.clusters().stream().map(cluster -> names(facts, cluster.tables()).get(0)))
        .containsExactly("a", "k", "x");
    assertThat(facts.seams())
        .extracting(
            Seam::first,
            Seam::second,
            seam -> Math.round(100 * seam.statementsPerSecond()),
            seam -> Math.round(100 * seam.transactionsPerSecond()))
        .containsExactly(tuple(1, 2, 0L, 6L), tuple(0, 1, 3L, 0L), tuple(0, 2, 2L, 0L));
    assertThat(facts.seams().get(0).statements())
        .as("those of the transactions, the most calls first, none of which joins")
        .extracting(each -> Math.round(100 * each.callsPerSecond()), Seam.SeamStatement::joined)
        .containsExactly(tuple(4L, false), tuple(4L, false), tuple(2L, false), tuple(2L, false));
  }

  /** 30 calls of a pair and 10 of three tables, so 20 in the mean; 4 transactions of one kind. */
  @ParameterizedTest
  @CsvSource({"CALLS, 2.75, 0.25", "PRESENCE, 2.5, 0.5"})
  void theMeanStatementAndTransactionCountsOne(
      StructureMethod.Damping damping, double pair, double others) {
    fixture
        .run("one", 26, "SELECT 1 FROM s.a p JOIN s.b q ON p.id = q.id")
        .run("one", 10, "SELECT 1 FROM s.a p JOIN s.b q ON p.id = q.id JOIN s.c r ON p.id = r.id")
        .transaction("one", 4, "SELECT 1 FROM s.a p JOIN s.b q ON p.id = q.id");
    CouplingInput input = fixture.server("db").build();
    WeightedGraph graph = new CoAccess(input, new BitSet(), OptionalInt.empty()).damped(damping);
    assertThat(graph.edges()).isEqualTo(3);
    for (int edge = 0; edge < 3; edge++) {
      CoupledTables tables = input.tables();
      boolean ab = tables.get(graph.second(edge)).name().equals("b");
      assertThat(graph.weight(edge)).isCloseTo(ab ? pair : others, within(1e-9));
    }
  }

  @Test
  void stemsAreTheFirstWords() {
    assertThat(List.of("gibbonActivitySlot", "mail_queue", "topics", "boss"))
        .extracting(
            name -> TableStems.of(new CoupledTable("db", "s", name, CoupledTable.Kind.TABLE)))
        .containsExactly(
            List.of("s.gibbon", "s.gibbonactivity"),
            List.of("s.mail", "s.mail_queue"),
            List.of("s.topic"),
            List.of("s.boss"));
  }

  @Test
  void twoRunsGiveTheSame() {
    groups("one", "one");
    CouplingInput input = fixture.server("db").build();
    var coupling = CouplingAnalysis.of(input, fixture.mapping(), PartyLevel.SERVICE);
    StructureFacts first =
        StructureAnalysis.of(coupling, Map.of(), OptionalInt.empty(), StructureMethod.standard());
    assertThat(
            StructureAnalysis.of(
                coupling, Map.of(), OptionalInt.empty(), StructureMethod.standard()))
        .isEqualTo(first);
  }
}
