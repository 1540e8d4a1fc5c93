package dev.watershed.reports.review.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.capacity.Series;
import dev.watershed.analyzer.capacity.ServerLimits;
import dev.watershed.analyzer.capacity.ServerUse;
import dev.watershed.analyzer.capacity.Together;
import dev.watershed.analyzer.cost.ApportionMethod;
import dev.watershed.analyzer.cost.Money;
import dev.watershed.analyzer.cost.ServerBill;
import dev.watershed.analyzer.cost.ServiceCost;
import dev.watershed.analyzer.coverage.ServerCoverage;
import dev.watershed.analyzer.neighbour.CalendarEntry;
import dev.watershed.analyzer.neighbour.FleetUse;
import dev.watershed.analyzer.neighbour.LoudService;
import dev.watershed.analyzer.observation.ObservedFacts;
import dev.watershed.analyzer.observation.Party;
import dev.watershed.analyzer.observation.Wait;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.service.Attribution;
import dev.watershed.reports.Units;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.reports.review.coupling.TableRows;
import dev.watershed.reports.review.form.Block;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.CellText;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ServerTablesTest {

  private static final PageWords WORDS = PageWords.of(Locale.ENGLISH);
  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  private final ReviewFacts facts = new ReviewFactsFixture().build();

  @Test
  void eachServerHasARow() {
    DataTable table = ServerTable.of(facts, WORDS);
    assertThat(table.entity()).isEqualTo("server");
    assertThat(texts(table))
        .isNotEmpty()
        .extracting(row -> row.get(0))
        .containsExactlyElementsOf(
            facts.span().coverage().servers().stream().map(ServerCoverage::server).toList());
  }

  @Test
  void aServerHasWhatItHasAndNeeds() {
    ServerUse server =
        new ServerUse(
            "booking-1",
            "booking",
            new Series(new TreeMap<>(Map.of(0L, 1.0, 1L, 3.0)), 1),
            true,
            Optional.empty(),
            OptionalLong.of(2_000_000_000L),
            OptionalDouble.of(1_500),
            OptionalLong.of(120),
            OptionalLong.empty(),
            OptionalLong.of(500),
            2,
            new ServerLimits(OptionalDouble.of(16), OptionalDouble.of(4e9), Optional.empty()));
    ServerBill bill =
        new ServerBill(
            "booking-1", new Money("JPY", 310_000.4), ApportionMethod.NOTHING, List.of());
    DataTable table =
        ServerTable.of(
            using(
                new FleetUse(
                    List.of(), List.of(bill), List.of(), List.of(server), List.of(), List.of())),
            WORDS);
    ServerCoverage coverage = facts.span().coverage().servers().get(0);
    assertThat(TableRows.where(table, "server", "booking-1"))
        .containsEntry("calls", Units.count(coverage.calls()))
        .containsEntry("time", Units.micros(coverage.timeMicros()))
        .containsEntry("active", "2")
        .containsEntry("active_peak", "3")
        .containsEntry("cpus", "16")
        .containsEntry("working_set", "2 GB")
        .containsEntry("buffer_pool", "4 GB")
        .containsEntry("connections", "120")
        .containsEntry("cost", "310,000 JPY")
        .containsEntry("data_set", "booking")
        .containsEntry("redo", "1.50 kB");
    assertThat(TableRows.where(table, "server", "search-1"))
        .containsEntry("active", "–")
        .containsEntry("cost", "–");
  }

  private ReviewFacts using(FleetUse use) {
    return ReviewFactsFixture.using(facts, use);
  }

  @Test
  void loadsOfServersShareTheirPointsAndTheCalendarIsMarked() {
    long first = START.getEpochSecond() / 60;
    FleetUse use =
        use(
            server("a", new TreeMap<>(Map.of(first, 1.0, first + 2, 3.0))),
            server("b", new TreeMap<>(Map.of(first + 5, 2.0))));
    Block.TimeChart chart =
        (Block.TimeChart)
            ServerLoad.of(
                    use,
                    List.of(
                        new CalendarEntry("sale", START.plusSeconds(60), START.plusSeconds(120)),
                        new CalendarEntry("later", START.plusSeconds(900), START.plusSeconds(999))),
                    WORDS)
                .orElseThrow();
    assertThat(chart.startSeconds()).isEqualTo(START.getEpochSecond());
    assertThat(chart.stepSeconds()).isEqualTo(60);
    assertThat(chart.lines().get(0).values()).containsExactly(1.0, 0.0, 3.0, 0.0, 0.0, 0.0);
    assertThat(chart.lines().get(1).values()).containsExactly(0.0, 0.0, 0.0, 0.0, 0.0, 2.0);
    assertThat(chart.marks()).extracting(Block.TimeChart.Mark::label).containsExactly("sale");
  }

  @Test
  void fewPointsAreNoLine() {
    long first = START.getEpochSecond() / 60;
    FleetUse use = use(server("a", new TreeMap<>(Map.of(first, 1.0, first + 1, 3.0))));
    assertThat(ServerLoad.of(use, List.of(), WORDS))
        .contains(
            new Block.Prose(
                Optional.of("Statements active on each server"),
                List.of(
                    "2 points in time are too few for a line."
                        + " The table below has the mean and the peak of each server.")));
  }

  @Test
  void withoutALoadThereIsNoChart() {
    assertThat(ServerLoad.of(use(server("a", new TreeMap<>())), List.of(), WORDS)).isEmpty();
  }

  @Test
  void loudServicesAreShownWithTheirShares() {
    LoudService loud =
        new LoudService(
            "0123456789abcdef",
            "db",
            "analytics",
            12,
            96,
            Duration.ofMinutes(15),
            START,
            START.plusSeconds(3_600),
            0.95,
            0.03,
            1.5,
            0.2,
            List.of("summer sale"),
            List.of(),
            0,
            3);
    FleetUse use =
        new FleetUse(List.of(loud), List.of(), List.of(), List.of(), List.of(), List.of());
    assertThat(texts(LoudTable.of(use, WORDS)))
        .containsExactly(
            List.of(
                "analytics",
                "db",
                "12",
                "95.0 %",
                "3.0 %",
                "23 Nov 2026 10:00",
                "23 Nov 2026 11:00",
                "summer sale",
                ""));
  }

  @Test
  void costsAreByServiceAndCurrenciesStayApart() {
    FleetUse use =
        new FleetUse(
            List.of(),
            List.of(),
            List.of(
                new ServiceCost(Optional.of("booking"), new Money("JPY", 90_000.4), 2),
                new ServiceCost(Optional.empty(), new Money("EUR", 12), 1)),
            List.of(),
            List.of(),
            List.of());
    assertThat(texts(CostTable.of(use, WORDS)))
        .containsExactly(
            List.of("booking", "90k", "JPY", "2"), List.of("(unattributed)", "12", "EUR", "1"));
  }

  @Test
  void aServerThatCannotHoldBothSaysWhyAndWhatIsNotKnown() {
    ServerUse one = server("db-1", new TreeMap<>());
    ServerUse other = server("db-2", new TreeMap<>());
    FleetUse use =
        new FleetUse(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(
                together(
                    one,
                    other,
                    Optional.of(false),
                    List.of(new Saying.Verbatim("12 of 8 processors"))),
                together(other, one, Optional.of(true), List.of()),
                together(one, one, Optional.empty(), List.of())),
            List.of());
    assertThat(texts(TogetherTable.of(use, WORDS)))
        .containsExactly(
            List.of("db-1", "db-2", "no", "12 of 8 processors; the redo log is not known"),
            List.of("db-2", "db-1", "yes", "the redo log is not known"),
            List.of("db-1", "db-1", "not known", "the redo log is not known"));
  }

  private static Together together(
      ServerUse stays, ServerUse moves, Optional<Boolean> fits, List<Saying> tooMuch) {
    return new Together(
        stays,
        moves,
        fits,
        OptionalDouble.empty(),
        2,
        tooMuch,
        List.of(),
        List.of(new Saying.Verbatim("the redo log is not known")));
  }

  @Test
  void whoWaitsForWhomIsNamedWithBothStatements() {
    DataTable table = LockTable.of(observed(waiting("shop", "orders")), facts.fleet(), WORDS);
    assertThat(texts(table))
        .containsExactly(List.of("shop.orders", "db", "booking", "", "3", "4.5 s", "2 s"));
    assertThat(table.rows().get(0).get(7)).isEqualTo(Cell.of(List.of("0000000000000abc")));
  }

  @Test
  void aTableThatNoSampleNamesIsUnknown() {
    DataTable table =
        LockTable.of(observed(waiting("shop", "orders"), waiting("", "")), facts.fleet(), WORDS);
    assertThat(texts(table)).extracting(row -> row.get(0)).containsExactly("shop.orders", "–");
  }

  private static ObservedFacts observed(Wait... waits) {
    return new ObservedFacts(
        List.of(waits), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private static Wait waiting(String schema, String table) {
    return new Wait(
        "db",
        schema,
        table,
        "PRIMARY",
        new Party(0xabcL, "app", Attribution.of("booking")),
        new Party(0, "batch", Attribution.NONE),
        3,
        4_500_000,
        2_000_000,
        9,
        1,
        START);
  }

  @Test
  void withoutCostsAndWaitsTheTablesAreEmpty() {
    assertThat(CostTable.of(use(), WORDS).rows()).isEmpty();
    assertThat(TogetherTable.of(use(), WORDS).rows()).isEmpty();
    assertThat(LockTable.of(ObservedFacts.NONE, facts.fleet(), WORDS).rows()).isEmpty();
  }

  private static List<List<String>> texts(DataTable table) {
    return table.rows().stream()
        .map(
            row ->
                table.listed().stream()
                    .map(column -> CellText.of(table.columns().get(column), row.get(column)))
                    .toList())
        .toList();
  }

  private static FleetUse use(ServerUse... servers) {
    return new FleetUse(List.of(), List.of(), List.of(), List.of(servers), List.of(), List.of());
  }

  private static ServerUse server(String name, TreeMap<Long, Double> active) {
    return new ServerUse(
        name,
        name,
        new Series(active, 1),
        true,
        Optional.empty(),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        0,
        new ServerLimits(OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty()));
  }
}
