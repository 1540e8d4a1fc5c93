package dev.watershed.analyzer.coupling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.analyzer.coupling.input.CouplingFixture;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import dev.watershed.workload.Origin;
import dev.watershed.workload.observation.LockWaits;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.ObservationsBuilder;
import dev.watershed.workload.observation.WaitFigure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CouplingAnalysisTest {

  private static final String WRITE_ITEMS = "UPDATE shop.items SET a = 1";
  private static final String READ_ITEMS = "SELECT a FROM shop.items";
  private static final String WRITE_MEMBERS = "UPDATE member.members SET a = 1";
  private static final String READ_MEMBERS = "SELECT a FROM member.members";

  private final CouplingFixture fixture =
      new CouplingFixture()
          .service("shop", List.of("shop.*"), List.of("member.profiles"))
          .service("member", List.of("member.*"), List.of())
          .tables("shop.items", "shop.orders", "member.members", "member.profiles");

  private CouplingFacts facts() {
    return facts(PartyLevel.SERVICE);
  }

  private CouplingFacts facts(PartyLevel level) {
    fixture.server("db");
    return CouplingAnalysis.of(fixture.build(level), fixture.mapping(), level);
  }

  private static Finding only(CouplingFacts facts, FindingKind kind) {
    assertThat(facts.of(kind)).hasSize(1);
    return facts.of(kind).get(0);
  }

  @Test
  void everydayUseIsNoFinding() {
    fixture
        .run("shop", 9, WRITE_ITEMS)
        .run("shop", 9, "SELECT items.a FROM shop.items JOIN shop.orders ON items.p = orders.id")
        .run("shop", 9, "SELECT a FROM member.profiles")
        .tables("shop.notes")
        .run("shop", 9, "SELECT a FROM shop.notes")
        .run("shop", 9, "INSERT INTO shop.notes (id) VALUES (1)")
        .run("member", 9, WRITE_MEMBERS)
        .transaction("shop", 3, WRITE_ITEMS, "DELETE FROM shop.orders WHERE id = 1");
    assertThat(facts().findings()).isEmpty();
  }

  @Test
  void aSecondWriterContestsATable() {
    fixture.run("shop", 80, WRITE_ITEMS).run("member", 20, WRITE_ITEMS).run("x", 100, WRITE_ITEMS);
    CouplingFacts facts = facts();
    Finding finding = only(facts, FindingKind.CONTESTED_TABLE);
    assertThat(finding.services()).containsExactly("member", "shop");
    assertThat(finding.message())
        .isEqualTo(
            "shop.items is written by (unattributed) 50%, shop 40%, member 10%; shop owns it;"
                + " nobody has 80% of the writes; member sets a, shop sets a: more than one sets a");
    assertThat(finding.weight()).isCloseTo(0.2, within(1e-9));
    assertThat(finding.callsPerSecond()).isCloseTo(1, within(1e-9));
    assertThat(finding.evidence()).hasSize(2);
    assertThat(finding.furtherEvidence()).isZero();
    assertThat(finding.mayGate()).isTrue();
    Finding pair = only(facts, FindingKind.WRITE_WRITE);
    assertThat(pair.weight()).isCloseTo(0.2, within(1e-9));
  }

  @Test
  void columnsThatNoTwoSetAreASeam() {
    fixture
        .run("shop", 80, "UPDATE shop.items SET a = 1, b = 2")
        .run("member", 40, "INSERT INTO shop.items (id) VALUES (1) ON DUPLICATE KEY UPDATE c = 2");
    assertThat(only(facts(), FindingKind.CONTESTED_TABLE).message())
        .endsWith("; member sets c, shop sets a, b: no column is set by two");
  }

  @Test
  void whoInsertsAndDeletesWholeRowsSetsNoColumn() {
    fixture
        .run("shop", 80, "INSERT INTO shop.items (id, a) VALUES (1, 2)")
        .run("member", 40, "DELETE FROM shop.items WHERE id = 1");
    assertThat(only(facts(), FindingKind.CONTESTED_TABLE).message()).doesNotContain(" sets ");
  }

  @Test
  void aCalledRoutineContestsByInferenceAndATriggerDoesNot() {
    fixture
        .catalog()
        .table("shop.audits")
        .procedure("shop.sweep", "DELETE FROM shop.orders WHERE a = 1")
        .trigger("shop.log", "after update", "items", "INSERT INTO shop.audits VALUES (1)");
    fixture
        .run("shop", 9, "DELETE FROM shop.orders WHERE id = 1")
        .run("shop", 9, WRITE_ITEMS)
        .run("member", 1, "CALL shop.sweep()")
        .run("member", 2, WRITE_ITEMS);
    CouplingFacts facts = facts();
    assertThat(facts.of(FindingKind.CONTESTED_TABLE))
        .extracting(finding -> finding.tables().get(0))
        .containsExactlyInAnyOrder("shop.orders", "shop.items");
    Finding orders =
        facts.of(FindingKind.CONTESTED_TABLE).stream()
            .filter(finding -> finding.tables().contains("shop.orders"))
            .findFirst()
            .orElseThrow();
    assertThat(orders.inferred()).containsExactly("member by procedure shop.sweep");
    assertThat(orders.message()).contains("member (inferred only)");
    assertThat(only(facts, FindingKind.INFERRED_TABLE).tables()).containsExactly("shop.audits");
  }

  @Test
  void aReadOutsideTheContractIsFound() {
    fixture.run("shop", 50, READ_MEMBERS).run("shop", 9, "SELECT a FROM member.profiles");
    Finding finding = only(facts(), FindingKind.FOREIGN_READ);
    assertThat(finding.subject()).containsExactly("shop", "member.members");
    assertThat(finding.basis()).isEqualTo(OwnerBasis.DECLARED);
    assertThat(finding.weight()).isCloseTo(0.5, within(1e-9));
    assertThat(finding.message())
        .isEqualTo("shop reads member.members of member, and its contract does not name it");
  }

  @Test
  void whereNoContractIsDeclaredAFindingSaysSo() {
    CouplingFixture without =
        new CouplingFixture()
            .service("shop", List.of("shop.*"), List.of())
            .service("member", List.of("member.*"), List.of())
            .tables("member.members")
            .run("shop", 50, READ_MEMBERS)
            .server("db");
    CouplingFacts facts =
        CouplingAnalysis.of(without.build(), without.mapping(), PartyLevel.SERVICE);
    assertThat(only(facts, FindingKind.FOREIGN_READ).message())
        .isEqualTo("shop reads member.members of member; no contract is declared");
  }

  @Test
  void whoWritesIsNotAlsoSaidToRead() {
    fixture
        .run("shop", 90, READ_MEMBERS)
        .run("shop", 90, WRITE_MEMBERS)
        .run("member", 90, WRITE_MEMBERS);
    CouplingFacts facts = facts();
    assertThat(facts.of(FindingKind.FOREIGN_READ)).isEmpty();
    assertThat(facts.of(FindingKind.CONTESTED_TABLE)).hasSize(1);
  }

  @Test
  void whatMostServicesReadIsAHubAndNoCrossing() {
    for (String name : List.of("a", "b", "c", "d", "e")) {
      fixture.service(name, List.of(), List.of()).run(name, 20, READ_MEMBERS);
    }
    for (String name : List.of("f", "g", "h", "i", "j", "k", "l")) {
      fixture.service(name, List.of(), List.of()).run(name, 20, "SET NAMES utf8mb4");
    }
    fixture.run("shop", 9, "SELECT i.a FROM shop.items i JOIN member.members m ON i.p = m.id");
    CouplingFacts facts = facts();
    Finding hub = only(facts, FindingKind.HUB_TABLE);
    assertThat(hub.services()).containsExactly("a", "b", "c", "d", "e", "shop");
    assertThat(hub.message()).isEqualTo("6 services read member.members");
    assertThat(hub.weight()).isCloseTo(1.09, within(1e-9));
    assertThat(facts.findings()).containsExactly(hub);
    assertThat(facts.pairs()).isEmpty();
  }

  @Test
  void fourReadersMakeNoHub() {
    for (String name : List.of("a", "b", "c", "d")) {
      fixture.service(name, List.of(), List.of()).run(name, 2, READ_MEMBERS);
    }
    CouplingFacts facts = facts();
    assertThat(facts.of(FindingKind.HUB_TABLE)).isEmpty();
    assertThat(facts.of(FindingKind.FOREIGN_READ)).hasSize(4);
  }

  @Test
  void statementsOverTwoOwnersAreOneFindingPerSetOfTables() {
    fixture
        .run("shop", 10, "SELECT i.a FROM shop.items i JOIN member.profiles m ON i.p = m.id")
        .run("member", 5, "SELECT m.a FROM member.profiles m JOIN shop.items i ON i.p = m.id");
    CouplingFacts facts = facts();
    Finding finding = only(facts, FindingKind.CROSS_OWNER_JOIN);
    assertThat(facts.pairs().get(0).joinsPerSecond()).isCloseTo(0.15, within(1e-9));
    assertThat(finding.tables()).containsExactly("member.profiles", "shop.items");
    assertThat(finding.services()).containsExactly("member", "shop");
    assertThat(finding.weight()).isCloseTo(0.15, within(1e-9));
  }

  @Test
  void statementsOverTwoSchemasOfOneOwnerAreApart() {
    fixture
        .service("both", List.of("one.*", "two.*"), List.of())
        .tables("one.a", "two.b")
        .run("both", 10, "SELECT x.a FROM one.a x JOIN two.b y ON x.p = y.id");
    CouplingFacts facts = facts();
    assertThat(only(facts, FindingKind.CROSS_SCHEMA_JOIN).tables())
        .containsExactly("one.a", "two.b");
    assertThat(facts.of(FindingKind.CROSS_OWNER_JOIN)).isEmpty();
  }

  @Test
  void transactionsThatWriteForTwoOwnersAreCountedOnceEach() {
    fixture
        .transaction("shop", 30, WRITE_ITEMS, WRITE_MEMBERS)
        .transaction("shop", 10, WRITE_ITEMS, WRITE_MEMBERS, "DELETE FROM shop.orders")
        .transaction("shop", 99, WRITE_ITEMS, "SELECT a FROM member.profiles");
    CouplingFacts facts = facts();
    Finding finding = only(facts, FindingKind.CROSS_OWNER_TRANSACTION);
    assertThat(finding.subject()).containsExactly("shop", "member", "shop");
    assertThat(finding.weight()).isCloseTo(0.4, within(1e-9));
    assertThat(finding.tables()).containsExactly("member.members", "shop.items", "shop.orders");
    assertThat(finding.evidence()).hasSize(3);
    assertThat(finding.callsPerSecond()).as("139 + 40 + 10").isCloseTo(1.89, within(1e-9));
    assertThat(facts.pairs().get(0).transactionsPerSecond()).isCloseTo(1.39, within(1e-9));
    assertThat(facts.transactions().crossing()).isCloseTo(1.39, within(1e-9));
    assertThat(facts.transactions().writing()).isCloseTo(0.4, within(1e-9));
  }

  private static boolean occasional(CouplingFacts facts, FindingKind kind) {
    return only(facts, kind).occasional();
  }

  /** Much of one's own work, and so much of another's as statements gone astray make. */
  private void work(int foreignReads, int foreignWrites) {
    fixture
        .run("shop", 900, WRITE_ITEMS)
        .run("shop", 600, "SELECT a FROM shop.orders")
        .run("member", 500, WRITE_MEMBERS)
        .run("member", 500, "SELECT a FROM member.profiles")
        .run("shop", foreignReads, READ_MEMBERS);
    if (foreignWrites > 0) {
      fixture.run("member", foreignWrites, WRITE_ITEMS);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, true", "40, false"})
  void fewForeignReadsMayBeChance(int calls, boolean chance) {
    work(calls, 0);
    CouplingFacts facts = facts();
    assertThat(occasional(facts, FindingKind.FOREIGN_READ)).isEqualTo(chance);
    assertThat(only(facts, FindingKind.FOREIGN_READ).mayGate()).isEqualTo(!chance);
  }

  @ParameterizedTest
  @CsvSource({"10, true", "60, false"})
  void fewForeignWritesMayBeChance(int calls, boolean chance) {
    work(1, calls);
    CouplingFacts facts = facts();
    assertThat(occasional(facts, FindingKind.CONTESTED_TABLE)).isEqualTo(chance);
    assertThat(occasional(facts, FindingKind.WRITE_WRITE)).isEqualTo(chance);
  }

  private static final String JOIN =
      "SELECT i.a FROM shop.items i JOIN member.members m ON i.p = m.id";

  /** One's own table is read all the time, and that of another as often as given. */
  @ParameterizedTest(name = "{0} calls, {1} of the owner: {2}")
  @CsvSource({
    "2,   0,    true",
    "3,   0,    false",
    "12,  900,  true",
    "12,  0,    false",
    "60,  900,  false",
  })
  void fewJoinsOfAnothersTableMayBeChance(int calls, int owners, boolean chance) {
    fixture.run("shop", 9_000, READ_ITEMS).run("shop", calls, JOIN);
    if (owners > 0) {
      fixture.run("member", owners, READ_MEMBERS);
    }
    CouplingFacts facts = facts();
    assertThat(occasional(facts, FindingKind.CROSS_OWNER_JOIN)).isEqualTo(chance);
    assertThat(only(facts, FindingKind.CROSS_OWNER_JOIN).mayGate()).isEqualTo(!chance);
  }

  /** Nobody goes astray to a table that the contract names. */
  @Test
  void aJoinOfATableInTheContractIsNoChance() {
    fixture
        .run("shop", 900, READ_ITEMS)
        .run("member", 900, "SELECT a FROM member.profiles")
        .run("shop", 1, "SELECT i.a FROM shop.items i JOIN member.profiles m ON i.p = m.id");
    assertThat(occasional(facts(), FindingKind.CROSS_OWNER_JOIN)).isFalse();
  }

  @Test
  void whoOwnsNoneOfTheTablesJoinsThemByChanceAsWell() {
    fixture
        .service("report", List.of("report.*"), List.of())
        .run("shop", 900, READ_ITEMS)
        .run("member", 900, READ_MEMBERS)
        .run("report", 2, JOIN);
    assertThat(occasional(facts(), FindingKind.CROSS_OWNER_JOIN)).isTrue();
  }

  @Test
  void ofSeveralSendersOneIsEnough() {
    fixture
        .run("shop", 900, WRITE_ITEMS)
        .run("shop", 60, JOIN)
        .run("member", 1, JOIN)
        .run("member", 900, READ_MEMBERS);
    assertThat(occasional(facts(), FindingKind.CROSS_OWNER_JOIN)).isFalse();
  }

  @ParameterizedTest(name = "{0} transactions, {1} writes of the owner: {2}")
  @CsvSource({
    "2,   0,    true",
    "3,   0,    false",
    "12,  900,  true",
    "60,  900,  false",
  })
  void fewTransactionsThatWriteAnothersTableMayBeChance(
      int transactions, int owners, boolean chance) {
    fixture
        .run("shop", 9_000, WRITE_ITEMS)
        .transaction("shop", transactions, WRITE_ITEMS, WRITE_MEMBERS);
    if (owners > 0) {
      fixture.run("member", owners, WRITE_MEMBERS);
    }
    CouplingFacts facts = facts();
    assertThat(occasional(facts, FindingKind.CROSS_OWNER_TRANSACTION)).isEqualTo(chance);
    assertThat(only(facts, FindingKind.CROSS_OWNER_TRANSACTION).mayGate()).isEqualTo(!chance);
  }

  @Test
  void whoWritesByChanceIsAlsoSaidToRead() {
    work(40, 0);
    fixture.run("shop", 1, WRITE_MEMBERS);
    assertThat(occasional(facts(), FindingKind.FOREIGN_READ)).isFalse();
  }

  @Test
  void chanceMakesNoCycle() {
    fixture
        .run("shop", 900, "SELECT a FROM member.profiles")
        .run("shop", 900, READ_ITEMS)
        .run("member", 900, WRITE_MEMBERS)
        .run("member", 10, READ_ITEMS);
    assertThat(facts().of(FindingKind.SERVICE_CYCLE)).isEmpty();
  }

  @Test
  void readersByChanceMakeNoHub() {
    for (String name : List.of("a", "b", "c", "d", "e")) {
      fixture
          .service(name, List.of(name + ".*"), List.of())
          .tables(name + ".own")
          .run(name, 200, "UPDATE " + name + ".own SET a = 1")
          .run(name, 3, READ_MEMBERS);
    }
    fixture.run("member", 500, READ_MEMBERS);
    assertThat(facts().of(FindingKind.HUB_TABLE)).isEmpty();
  }

  @Test
  void servicesThatUseEachOtherAreACycle() {
    fixture.run("shop", 30, "SELECT a FROM member.profiles").run("member", 10, READ_ITEMS);
    CouplingFacts facts = facts();
    Finding finding = only(facts, FindingKind.SERVICE_CYCLE);
    assertThat(finding.subject()).containsExactly("member", "shop");
    assertThat(finding.weight()).isCloseTo(0.1, within(1e-9));
    assertThat(facts.services())
        .isNotEmpty()
        .allMatch(service -> service.afferent() == 1 && service.instability() == 0.5)
        .allMatch(service -> service.ownedTables() == 2);
  }

  @Test
  void ofALongerCycleTheShortestIsShown() {
    fixture
        .service("third", List.of("third.*"), List.of("shop.*"))
        .tables("third.a")
        .run("shop", 30, READ_MEMBERS)
        .run("member", 10, "SELECT a FROM third.a")
        .run("third", 10, READ_ITEMS);
    assertThat(only(facts(), FindingKind.SERVICE_CYCLE).subject())
        .containsExactly("member", "third", "shop");
  }

  @Test
  void tablesInUseWithoutOwnerAreNamedWhereOwnersAreDeclared() {
    fixture.tables("misc.used", "misc.quiet").run("shop", 10, "UPDATE misc.used SET a = 1");
    Finding finding = only(facts(), FindingKind.TABLE_WITHOUT_OWNER);
    assertThat(finding.tables()).containsExactly("misc.used");
    assertThat(finding.message())
        .isEqualTo("misc.used has no declared owner; by its use, shop owns it");
  }

  @Test
  void tablesThatTwoOwnAreNobodys() {
    fixture
        .service("one", List.of("misc.*"), List.of())
        .service("other", List.of("misc.*"), List.of())
        .tables("misc.used")
        .run("one", 10, "UPDATE misc.used SET a = 1");
    assertThat(only(facts(), FindingKind.TABLE_WITHOUT_OWNER).message())
        .startsWith("misc.used is owned twice, so by nobody");
  }

  @Test
  void findingsThatRestOnAProposedOwnerNeverGate() {
    fixture
        .service("a", List.of(), List.of())
        .tables("misc.one")
        .run("a", 2_000, "UPDATE misc.one SET a = 1")
        .run("a", 2_000, "SELECT a FROM misc.one")
        .run("member", 5, "SELECT a FROM misc.one");
    Finding finding = only(facts(), FindingKind.FOREIGN_READ);
    assertThat(finding.basis()).isEqualTo(OwnerBasis.PROPOSED);
    assertThat(finding.mayGate()).isFalse();
  }

  @Test
  void accountsThatUseTablesAndAreNobodysAreNamed() {
    fixture.run("stranger", 7, READ_ITEMS).run("idle", 7, "SET NAMES utf8mb4");
    Finding finding = only(facts(), FindingKind.UNATTRIBUTED_ACCOUNT);
    assertThat(finding.subject()).containsExactly("stranger", "db");
    assertThat(finding.tables()).containsExactly("shop.items");
  }

  @Test
  void lockWaitsBetweenServicesAreFound() {
    ObservationsBuilder observed = new ObservationsBuilder(ObservationBounds.standard());
    for (String waiting : List.of("shop", "member")) {
      LockWaits.Key key =
          new LockWaits.Key(
              "shop",
              "items",
              "PRIMARY",
              1,
              new Origin(waiting, "", List.of()),
              2,
              new Origin("shop", "", List.of()));
      observed.lockWaits().add(key, WaitFigure.WAITS, 2);
      observed.lockWaits().add(key, WaitFigure.WAITED_MICROS, 5_000_000);
    }
    fixture.observed(observed.build()).run("shop", 1, WRITE_ITEMS);
    CouplingFacts facts = facts();
    Finding finding = only(facts, FindingKind.LOCK_WAIT);
    assertThat(finding.subject()).containsExactly("member", "shop", "shop.items");
    assertThat(finding.weight()).isCloseTo(0.05, within(1e-9));
    assertThat(facts.pairs().get(0).lockWaitSeconds()).isCloseTo(5, within(1e-9));
  }

  @Test
  void waitsAreApartByWhoWaitsForWhomAndOnWhat() {
    ObservationsBuilder observed = new ObservationsBuilder(ObservationBounds.standard());
    for (String wait : List.of("shop member items", "member shop items", "member shop orders")) {
      String[] words = wait.split(" ", -1);
      LockWaits.Key key =
          new LockWaits.Key(
              "shop",
              words[2],
              "PRIMARY",
              1,
              new Origin(words[0], "", List.of()),
              2,
              new Origin(words[1], "", List.of()));
      observed.lockWaits().add(key, WaitFigure.WAITS, 2);
      observed.lockWaits().add(key, WaitFigure.WAITED_MICROS, 5_000_000);
    }
    fixture.observed(observed.build()).run("shop", 1, WRITE_ITEMS);
    assertThat(facts().of(FindingKind.LOCK_WAIT))
        .extracting(Finding::subject)
        .containsExactlyInAnyOrder(
            List.of("shop", "member", "shop.items"),
            List.of("member", "shop", "shop.items"),
            List.of("member", "shop", "shop.orders"));
  }

  @Test
  void declaredOwnersThatHardlyWriteAreFound() {
    fixture.run("shop", 1, WRITE_ITEMS).run("member", 99, WRITE_ITEMS);
    Finding finding = only(facts(), FindingKind.OWNER_MISMATCH);
    assertThat(finding.message())
        .isEqualTo("shop owns shop.items and has 1% of its writes; member has 99%");
    assertThat(finding.weight()).as("all writes").isCloseTo(1, within(1e-9));
    assertThat(finding.callsPerSecond()).isCloseTo(0.99, within(1e-9));
  }

  @Test
  void whatIsOfNoModuleIsForeignToNone() {
    fixture
        .modules("market", "gifts", "mail")
        .tables("market.gifts_a", "market.mail_a")
        .run("market", 3, "SELECT a FROM market.mail_a")
        .run("gifts", 3, "SELECT a FROM market.gifts_a")
        .run("gifts", 3, "SELECT a FROM market.mail_a");
    assertThat(facts(PartyLevel.MODULE).of(FindingKind.FOREIGN_READ))
        .extracting(Finding::subject)
        .containsExactly(List.of("market/gifts", "market.mail_a"));
  }

  /** a = (4, 0), b = (1, 2) calls per second over two tables: 1 / (4 + 2). */
  @Test
  void jaccardIsWeighted() {
    fixture
        .run("shop", 400, READ_MEMBERS)
        .run("member", 100, WRITE_MEMBERS)
        .run("member", 200, "SELECT a FROM member.profiles");
    PairMeasures pair = facts().pairs().get(0);
    assertThat(pair.jaccard()).isCloseTo(1.0 / 6, within(1e-9));
    assertThat(pair.writeWritePerSecond()).isZero();
  }

  @Test
  void unrelatedLoadChangesNoId() {
    List<String> before = ids(new CouplingFixture(), 0);
    List<String> after = ids(new CouplingFixture(), 9);
    assertThat(before).isNotEmpty();
    assertThat(after).containsAll(before);
  }

  private static List<String> ids(CouplingFixture fixture, int more) {
    fixture
        .service("shop", List.of("shop.*"), List.of())
        .service("member", List.of("member.*"), List.of())
        .tables("shop.items", "shop.orders", "member.members")
        .run("shop", 9 + more, WRITE_ITEMS)
        .run("member", 2, WRITE_ITEMS)
        .run("shop", 2 + more, READ_MEMBERS)
        .transaction("shop", 3, WRITE_ITEMS, WRITE_MEMBERS);
    for (int i = 0; i < more; i++) {
      fixture.tables("shop.more" + i).run("shop", i + 1, "UPDATE shop.more" + i + " SET a = 1");
      fixture.run("stranger" + i, i + 1, READ_ITEMS);
    }
    fixture.server("db");
    return CouplingAnalysis.of(fixture.build(), fixture.mapping(), PartyLevel.SERVICE)
        .findings()
        .stream()
        .map(Finding::id)
        .toList();
  }

  @Test
  void idsAreSixteenHexadecimalDigitsAndStayFromVersionToVersion() {
    fixture.run("shop", 50, READ_MEMBERS);
    assertThat(only(facts(), FindingKind.FOREIGN_READ).id()).matches("[0-9a-f]{16}");
  }
}
