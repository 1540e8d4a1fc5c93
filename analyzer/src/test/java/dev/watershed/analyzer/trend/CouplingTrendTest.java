package dev.watershed.analyzer.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.watershed.analyzer.coupling.CouplingAnalysis;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.FindingKind;
import dev.watershed.analyzer.coupling.input.CouplingFixture;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import java.util.List;
import org.junit.jupiter.api.Test;

class CouplingTrendTest {

  private static final String WRITE_ITEMS = "UPDATE shop.items SET a = 1";
  private static final String READ_MEMBERS = "SELECT a FROM member.members";
  private static final String WRITE_MEMBERS = "UPDATE member.members SET a = 1";
  private static final String JOIN =
      "SELECT i.a FROM shop.items i JOIN member.members m ON i.p = m.id";

  private final CouplingFixture base = fixture();
  private final CouplingFixture head = fixture();

  private static CouplingFixture fixture() {
    return new CouplingFixture()
        .service("shop", List.of("shop.*"), List.of())
        .service("member", List.of("member.*"), List.of())
        .tables("shop.items", "shop.orders", "member.members", "misc.notes")
        .run("shop", 50, WRITE_ITEMS)
        .run("member", 50, WRITE_MEMBERS);
  }

  private static CouplingFacts facts(CouplingFixture fixture) {
    return CouplingAnalysis.of(fixture.server("db").build(), fixture.mapping(), PartyLevel.SERVICE);
  }

  private CouplingTrend trend() {
    return CouplingTrend.of(facts(base), facts(head));
  }

  private static List<TrendKind> kinds(CouplingTrend trend, FindingKind kind) {
    return trend.findings().stream()
        .filter(change -> change.finding().kind() == kind)
        .map(FindingChange::kind)
        .toList();
  }

  @Test
  void theSameLoadIsNoChange() {
    base.run("shop", 30, READ_MEMBERS);
    head.run("shop", 30, READ_MEMBERS);
    CouplingTrend trend = trend();
    assertThat(trend.findings()).isEmpty();
    assertThat(trend.owners()).isEmpty();
    assertThat(trend.appearances()).isEmpty();
    assertThat(trend.pairs()).isEmpty();
    assertThat(trend.unchanged()).isEqualTo(1);
  }

  @Test
  void aCrossingIsNewWhereTheBaseWouldHaveShownItAndGoneTheOtherWay() {
    head.run("shop", 5, JOIN);
    assertThat(kinds(trend(), FindingKind.CROSS_OWNER_JOIN)).containsExactly(TrendKind.NEW);
    CouplingFixture before = fixture().run("shop", 5, JOIN);
    CouplingTrend back = CouplingTrend.of(facts(before), facts(fixture()));
    assertThat(kinds(back, FindingKind.CROSS_OWNER_JOIN)).containsExactly(TrendKind.GONE);
  }

  @Test
  void aCrossingThatTheBaseMayHaveMissedIsNotComparable() {
    head.run("shop", 4, JOIN);
    CouplingTrend trend = trend();
    assertThat(kinds(trend, FindingKind.CROSS_OWNER_JOIN))
        .containsExactly(TrendKind.NOT_COMPARABLE);
    assertThat(trend.findings().get(0).reason())
        .isEqualTo("so rare that the other span may have missed it");
  }

  @Test
  void aShortBaseIsNotComparable() {
    base.seconds(10);
    head.run("shop", 40, JOIN);
    assertThat(kinds(trend(), FindingKind.CROSS_OWNER_JOIN))
        .containsExactly(TrendKind.NOT_COMPARABLE);
  }

  @Test
  void transactionsAreNotNewWhereTheBaseShowsNone() {
    base.transaction("shop", 9, WRITE_ITEMS, "UPDATE shop.orders SET a = 1");
    head.transaction("shop", 30, WRITE_ITEMS, WRITE_MEMBERS);
    assertThat(kinds(trend(), FindingKind.CROSS_OWNER_TRANSACTION)).containsExactly(TrendKind.NEW);
    CouplingFixture after = fixture().transaction("shop", 30, WRITE_ITEMS, WRITE_MEMBERS);
    assertThat(
            kinds(
                CouplingTrend.of(facts(fixture()), facts(after)),
                FindingKind.CROSS_OWNER_TRANSACTION))
        .containsExactly(TrendKind.NOT_COMPARABLE);
  }

  @Test
  void whatIsSeenMoreOftenHasGrownWithTheEvidenceOfBothSides() {
    base.run("shop", 30, READ_MEMBERS);
    head.run("shop", 120, READ_MEMBERS);
    FindingChange change =
        trend().findings().stream()
            .filter(each -> each.finding().kind() == FindingKind.FOREIGN_READ)
            .findFirst()
            .orElseThrow();
    assertThat(change.kind()).isEqualTo(TrendKind.GROWN);
    assertThat(change.base().orElseThrow().evidence().get(0).calls()).isEqualTo(30);
    assertThat(change.head().orElseThrow().evidence().get(0).calls()).isEqualTo(120);
  }

  @Test
  void whatIsSeenALittleMoreOftenIsUnchanged() {
    base.run("shop", 30, READ_MEMBERS);
    head.run("shop", 44, READ_MEMBERS);
    assertThat(kinds(trend(), FindingKind.FOREIGN_READ)).isEmpty();
  }

  @Test
  void whatIsSeenLessOftenHasShrunk() {
    base.run("shop", 120, READ_MEMBERS);
    head.run("shop", 30, READ_MEMBERS);
    assertThat(kinds(trend(), FindingKind.FOREIGN_READ)).containsExactly(TrendKind.SHRUNK);
  }

  @Test
  void aTableWithAnotherFirstWriterHasAnotherOwner() {
    base.run("shop", 40, "UPDATE misc.notes SET a = 1");
    head.run("member", 40, "UPDATE misc.notes SET a = 1").run("shop", 5, "DELETE FROM misc.notes");
    assertThat(trend().owners())
        .extracting(OwnerChange::table, OwnerChange::base, OwnerChange::head)
        .containsExactly(tuple("misc.notes", "shop", "member"));
  }

  @Test
  void aShareThatFallsBelowThatOfAnOwnerIsNoOtherOwner() {
    base.run("shop", 40, "UPDATE misc.notes SET a = 1").run("member", 9, "DELETE FROM misc.notes");
    head.run("shop", 40, "UPDATE misc.notes SET a = 1").run("member", 12, "DELETE FROM misc.notes");
    assertThat(trend().owners()).isEmpty();
  }

  @Test
  void fewWritesMakeNoOtherOwner() {
    base.run("shop", 40, "UPDATE misc.notes SET a = 1");
    head.run("member", 19, "UPDATE misc.notes SET a = 1");
    assertThat(trend().owners()).isEmpty();
  }

  @Test
  void servicesAndTablesAppearAndVanish() {
    base.run("shop", 7, "SELECT a FROM shop.orders");
    head.service("late", List.of(), List.of()).run("late", 5, "SELECT a FROM misc.notes");
    assertThat(trend().appearances())
        .extracting(Appearance::service, Appearance::name, Appearance::kind)
        .containsExactly(
            tuple(true, "late", TrendKind.NEW),
            tuple(false, "shop.orders", TrendKind.GONE),
            tuple(false, "misc.notes", TrendKind.NEW));
  }

  @Test
  void whatIsRareAppearsNowhere() {
    head.run("shop", 4, "SELECT a FROM misc.notes");
    assertThat(trend().appearances())
        .extracting(Appearance::kind)
        .containsExactly(TrendKind.NOT_COMPARABLE);
  }

  @Test
  void pairsThatShareMoreAreNamedWithTheirMeasures() {
    base.run("shop", 100, READ_MEMBERS).run("member", 60, READ_MEMBERS);
    head.run("shop", 100, WRITE_MEMBERS).run("member", 60, READ_MEMBERS);
    PairChange change = trend().pairs().get(0);
    assertThat(List.of(change.first(), change.second())).containsExactly("member", "shop");
    assertThat(change.grown()).containsExactly(PairChange.Measure.WRITE_WRITE);
  }

  @Test
  void theJaccardMeasureGrowsByATenthOfBusyServicesOnly() {
    base.run("shop", 400, "SELECT a FROM shop.orders").run("member", 60, READ_MEMBERS);
    head.run("shop", 400, READ_MEMBERS).run("member", 60, READ_MEMBERS);
    assertThat(trend().pairs().get(0).grown()).contains(PairChange.Measure.JACCARD);
    CouplingFixture quiet = fixture().run("shop", 40, "SELECT a FROM shop.orders");
    CouplingFixture after = fixture().run("shop", 40, READ_MEMBERS);
    assertThat(CouplingTrend.of(facts(quiet), facts(after)).pairs()).isEmpty();
  }

  @Test
  void aServerThatOneSpanLacksIsSaid() {
    head.server("db2").run("shop", 9, WRITE_ITEMS);
    assertThat(trend().notes()).contains("seen in one of the spans only: db2");
  }
}
