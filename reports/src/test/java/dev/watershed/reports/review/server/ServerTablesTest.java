package dev.watershed.reports.review.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.capacity.Series;
import dev.watershed.analyzer.capacity.ServerLimits;
import dev.watershed.analyzer.capacity.ServerUse;
import dev.watershed.analyzer.coverage.ServerCoverage;
import dev.watershed.analyzer.neighbour.CalendarEntry;
import dev.watershed.analyzer.neighbour.FleetUse;
import dev.watershed.analyzer.neighbour.LoudService;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.ReviewFactsFixture;
import dev.watershed.reports.review.form.Block;
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
  void loadsOfServersShareTheirPointsAndTheCalendarIsMarked() {
    long first = START.getEpochSecond() / 60;
    FleetUse use =
        use(
            server("a", new TreeMap<>(Map.of(first, 1.0, first + 2, 3.0))),
            server("b", new TreeMap<>(Map.of(first + 3, 2.0))));
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
    assertThat(chart.lines().get(0).values()).containsExactly(1.0, 0.0, 3.0, 0.0);
    assertThat(chart.lines().get(1).values()).containsExactly(0.0, 0.0, 0.0, 2.0);
    assertThat(chart.marks()).extracting(Block.TimeChart.Mark::label).containsExactly("sale");
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
  void withoutCostsAndWaitsTheTablesAreEmpty() {
    assertThat(CostTable.of(use(), WORDS).rows()).isEmpty();
    assertThat(TogetherTable.of(use(), WORDS).rows()).isEmpty();
    assertThat(LockTable.of(facts.span().observed(), WORDS).rows())
        .hasSize(facts.span().observed().lockWaits().size());
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
