package dev.watershed.reports.review.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.capacity.Series;
import dev.watershed.analyzer.capacity.ServerLimits;
import dev.watershed.analyzer.capacity.ServerUse;
import dev.watershed.analyzer.consolidation.plan.Plan;
import dev.watershed.analyzer.consolidation.proposal.Proposal;
import dev.watershed.analyzer.consolidation.proposal.ProposalKind;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CoupledTables;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.neighbour.FleetUse;
import dev.watershed.analyzer.ownership.TableOwner.Confidence;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.rules.fleet.FleetFacts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The first thing to do in each category, of a small fleet. */
class FirstActionsTest {

  private static final PageWords WORDS = PageWords.of(Locale.ENGLISH);
  private static final double DAY = 86_400;

  private final ReviewFacts facts = new ReviewFactsFixture().build();
  private final ReviewFacts bare =
      new ReviewFactsFixture().withoutCatalog().withoutServices().build();

  @Test
  void theStatementThatCostsMostIsNamedWithWhoSendsIt() {
    Block.Actions.Action action = StatementAction.of(facts, WORDS).orElseThrow();
    assertThat(action.sentence()).isEqualTo("The statement that costs most is sent by booking");
    assertThat(action.code()).isEqualTo("SELECT * FROM shop.orders WHERE member_id = ?");
    assertThat(action.evidence()).contains("20 calls", "p95 90 ms", "5,915 rows examined");
    assertThat(action.gain()).endsWith("% of the load");
    assertThat(action.address())
        .isEqualTo("digest/" + facts.fleet().statements().get(0).digestText());
  }

  @Test
  void theIndexToAddFirstSaysWhatItSaves() {
    Block.Actions.Action action = IndexAction.of(facts, WORDS).orElseThrow();
    assertThat(action.sentence()).startsWith("Add shop.orders (member_id").endsWith("for booking");
    assertThat(action.gain()).startsWith("−").endsWith("% of the rows that they examine");
    assertThat(action.address()).startsWith("advice/index-");
    assertThat(IndexAction.of(bare, WORDS)).isEmpty();
  }

  @Test
  void theServicesThatAreMostEntangledMeetInATable() {
    Block.Actions.Action action = CouplingAction.of(facts, WORDS).orElseThrow();
    assertThat(action.sentence())
        .isEqualTo("booking and market are entangled most: they meet in shop.coupons");
    assertThat(action.gain()).contains("/s");
    assertThat(action.address()).isEqualTo("table/shop.coupons");
  }

  @Test
  void theBusiestServerIsNamedWithItsProcessors() {
    Block.Actions.Action action = CapacityAction.of(using(server(2, 8)), WORDS).orElseThrow();
    assertThat(action.sentence()).isEqualTo("The busiest server is db");
    assertThat(action.gain()).isEqualTo("peak at 25.0 % of its processors");
    assertThat(action.address()).isEqualTo("server/db");
    assertThat(CapacityAction.of(using(), WORDS)).isEmpty();
  }

  private ReviewFacts using(ServerUse... servers) {
    FleetUse use =
        new FleetUse(List.of(), List.of(), List.of(), List.of(servers), List.of(), List.of());
    return ReviewFactsFixture.using(facts, use);
  }

  private static ServerUse server(double peak, double cpus) {
    return new ServerUse(
        "db",
        "db",
        new Series(new TreeMap<>(Map.of(1L, peak)), 1),
        true,
        Optional.empty(),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        0,
        new ServerLimits(OptionalDouble.of(cpus), OptionalDouble.empty(), Optional.empty()));
  }

  @Test
  void whatNobodyUsesIsAskedAboutWhereItWasWatchedShortly() {
    Optional<Block.Actions.Action> action = RetireAction.of(facts, WORDS);
    assertThat(action).isPresent();
    assertThat(action.get().sentence()).startsWith("Ask about").contains("that nobody used");
    assertThat(action.get().evidence()).contains("what runs rarely was not seen");
  }

  @Test
  void tablesOfOneNameOnTwoSetsOfDataAreTwoAndTheOneWatchedLessCounts() {
    Block.Actions.Action action = RetireAction.of(onTwoSetsOfData(), WORDS).orElseThrow();
    assertThat(action.sentence()).isEqualTo("Ask about 2 tables that nobody used");
    assertThat(action.evidence()).startsWith("shop.settings@db, shop.settings@eu …");
    assertThat(action.evidence()).contains("watched for 2d00h");
    assertThat(action.gain()).isEqualTo("2 of 2 tables");
  }

  /** The settings of two sets of data, which were watched for 40 days and for two. */
  private ReviewFacts onTwoSetsOfData() {
    CouplingFacts coupling = facts.fleet().coupling();
    CouplingInput input = coupling.input();
    CouplingInput two =
        new CouplingInput(
            input.parties(),
            new CoupledTables(List.of(settings("db"), settings("eu"))),
            input.statements(),
            input.uses(),
            input.setColumns(),
            input.touches(),
            input.callSites(),
            input.transactions(),
            input.lockConflicts(),
            new TreeMap<>(Map.of("db", 40 * DAY, "eu", 2 * DAY)),
            input.quality());
    Plan plan = facts.plan();
    FleetFacts fleet = facts.fleet();
    return new ReviewFacts(
        facts.version(),
        facts.context(),
        facts.span(),
        facts.series(),
        new FleetFacts(
            fleet.workload(),
            fleet.statements(),
            fleet.data(),
            new CouplingFacts(
                two,
                coupling.matrix(),
                coupling.ownership(),
                List.of(),
                List.of(),
                List.of(),
                coupling.transactions(),
                coupling.hubs(),
                List.of()),
            fleet.transactions(),
            fleet.observed(),
            fleet.use(),
            fleet.agreements(),
            fleet.compared(),
            fleet.change(),
            fleet.claims(),
            fleet.past(),
            fleet.errorsUncounted()),
        facts.structure(),
        new Plan(
            plan.today(),
            plan.afterAll(),
            plan.roomToday(),
            plan.roomAfterAll(),
            List.of(),
            List.of(retiring("db"), retiring("eu")),
            List.of()),
        facts.gate(),
        facts.calendar(),
        facts.ledger(),
        facts.teams(),
        facts.target(),
        facts.earlier(),
        facts.owner());
  }

  private static CoupledTable settings(String dataSet) {
    return new CoupledTable(dataSet, "shop", "settings", CoupledTable.Kind.TABLE);
  }

  private static Proposal retiring(String dataSet) {
    return new Proposal(
        "0123456789abcdef",
        ProposalKind.RETIRE_TABLES,
        List.of(dataSet, "shop", "quiet"),
        Saying.verbatim("retire it"),
        List.of(),
        Set.of("shop.settings@" + dataSet),
        0,
        Optional.empty(),
        Confidence.LOW,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void whatSpeaksAgainstTheDataIsSaid() {
    assertThat(DataTrust.doubts(facts, WORDS)).anyMatch(doubt -> doubt.startsWith("watched for"));
    assertThat(DataTrust.doubts(bare, WORDS)).contains("no catalog of db");
    Block.Actions.Action action = DataTrust.action(facts, WORDS);
    assertThat(action.sentence()).isEqualTo("Trust the data with care");
    assertThat(action.gain()).endsWith("of the load attributed to services");
  }

  @Test
  void whereNothingRanNobodyKnowsHowMuchServicesClaim() {
    ReviewFacts nothing = ReviewFactsFixture.nothingSeen().build();
    assertThat(DataTrust.doubts(nothing, WORDS)).noneMatch(doubt -> doubt.contains("no service"));
    assertThat(DataTrust.action(nothing, WORDS).gain())
        .isEqualTo("– of the load attributed to services");
    assertThat(((Block.Tiles) SummaryTiles.of(nothing, WORDS)).tiles())
        .contains(new Block.Tiles.Tile("–", "of the load attributed to services", "quality"));
  }

  @Test
  void theTilesHaveUnits() {
    Block.Tiles tiles = (Block.Tiles) SummaryTiles.of(facts, WORDS);
    assertThat(tiles.tiles())
        .extracting(Block.Tiles.Tile::label)
        .contains("statements", "tables that several services write");
    assertThat(tiles.tiles())
        .extracting(Block.Tiles.Tile::value)
        .anyMatch(value -> value.endsWith(" /s"));
  }
}
