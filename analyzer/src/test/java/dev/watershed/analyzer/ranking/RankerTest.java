package dev.watershed.analyzer.ranking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.service.Glob;
import dev.watershed.analyzer.service.Match;
import dev.watershed.analyzer.service.Service;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.analyzer.service.ServiceModule;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.StatementKind;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.LatencyHistogram;
import dev.watershed.workload.Measure;
import dev.watershed.workload.Origin;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.WorkloadBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankerTest {

  private static final String READ = "SELECT * FROM orders WHERE id = 1";
  private static final String SCAN = "SELECT COUNT(*) FROM items";
  private static final String WRITE = "UPDATE orders SET state = 2 WHERE id = 1";

  /** READ: 4 × 1 ms by web; SCAN: 1 × 10 ms by batch; WRITE: 2 × 3 ms by both. */
  private static WorkloadFixture shop() {
    return new WorkloadFixture()
        .schema("market")
        .statement(READ)
        .user("web")
        .rows(1, 1)
        .run(1_000, 1_000, 1_000, 1_000)
        .statement(SCAN)
        .user("batch")
        .rows(1, 500)
        .at("2026-11-23T10:01:30Z")
        .run(10_000)
        .statement(WRITE)
        .rows(0, 1)
        .lockMicros(40)
        .run(3_000)
        .user("web")
        .run(3_000);
  }

  @Test
  void totalsAreOfEverything() {
    Figures totals = rank(shop().build()).totals().orElseThrow();
    assertThat(totals.calls()).hasValue(7);
    assertThat(totals.timeMicros()).isEqualTo(20_000);
    assertThat(totals.minMicros()).hasValue(1_000);
    assertThat(totals.maxMicros()).hasValue(10_000);
    assertThat(totals.rowsSent()).isEqualTo(5);
    assertThat(totals.rowsExamined()).isEqualTo(506);
    assertThat(totals.lockTimeMicros()).isEqualTo(80);
    assertThat(totals.firstSeen()).contains(Instant.parse("2026-11-23T10:00:30Z"));
    assertThat(totals.lastSeen()).contains(Instant.parse("2026-11-23T10:01:30Z"));
  }

  @Test
  void aDigestComesWithItsStatementAndCompany() {
    WorkloadFacts facts = rank(shop().build());
    assertThat(statements(facts)).containsExactly(SCAN, WRITE, READ);
    GroupFacts write = facts.groups().get(1);
    assertThat(write.share()).hasValueCloseTo(0.3, within(1e-9));
    assertThat(write.services()).containsExactly("batch", "web");
    assertThat(write.schemas()).containsExactly("market");
    GroupKey.Digest digest = (GroupKey.Digest) write.key();
    assertThat(digest.kind()).isEqualTo(StatementKind.UPDATE);
    assertThat(digest.tables()).containsExactly(new TouchedTable("market.orders", true));
    assertThat(digest.sample()).contains(WRITE);
  }

  @ParameterizedTest
  @CsvSource({
    "TIME,              10000",
    "CALLS,             4000",
    "P95,               10000",
    "P99,               10000",
    "ROWS_EXAMINED,     10000",
    "EXAMINED_PER_SENT, 10000",
    "LOCK_TIME,         6000",
  })
  void ordersBy(Order order, long micros) {
    WorkloadFacts facts =
        new Ranker(shop().build(), ServiceMapping.accounts())
            .rank(new RankingOptions(GroupBy.DIGEST, order, 1));
    assertThat(facts.groups().get(0).figures().timeMicros()).isEqualTo(micros);
    assertThat(facts.groupCount()).isEqualTo(3);
  }

  @Test
  void ordersByVariance() {
    Workload workload =
        new WorkloadFixture().statement(READ).run(500, 500).statement(SCAN).run(100, 200).build();
    WorkloadFacts facts =
        new Ranker(workload, ServiceMapping.accounts())
            .rank(new RankingOptions(GroupBy.DIGEST, Order.VARIANCE, 0));
    assertThat(statements(facts)).containsExactly(SCAN, READ);
    assertThat(facts.groups().get(0).figures().varianceMicrosSquared()).hasValue(2_500);
  }

  @Test
  void tiesGoToTheLowerDigest() {
    WorkloadFixture fixture = new WorkloadFixture();
    for (int table = 0; table < 20; table++) {
      fixture.statement("SELECT * FROM t" + table).run(100);
    }
    List<String> ids =
        rank(fixture.build()).groups().stream().map(group -> group.key().name()).toList();
    assertThat(ids).hasSize(20).isSorted();
  }

  @Nested
  class Groups {

    @Test
    void byService() {
      assertThat(lines(GroupBy.SERVICE, shop().build(), web()))
          .containsExactly("(unattributed) 13000 0.65", "shop 7000 0.35");
    }

    @Test
    void byAccount() {
      assertThat(lines(GroupBy.ACCOUNT, shop().build(), web()))
          .containsExactly("batch 13000 0.65", "web 7000 0.35");
    }

    @Test
    void bySchema() {
      Workload workload = shop().schema("").run(500).build();
      assertThat(lines(GroupBy.SCHEMA, workload, web()))
          .containsExactly("market 20000 0.98", "(no schema) 500 0.02");
    }

    @Test
    void byTableOverlaps() {
      Workload workload =
          new WorkloadFixture()
              .schema("market")
              .statement("SELECT * FROM orders JOIN stock.items USING (id)")
              .run(100)
              .statement("SELECT NOW()")
              .run(50)
              .build();
      assertThat(lines(GroupBy.TABLE, workload, ServiceMapping.accounts()))
          .containsExactly("market.orders 100 0.67", "stock.items 100 0.67", "(no table) 50 0.33");
    }

    @Test
    void aTableHasAllStatementsThatNameIt() {
      Workload workload =
          new WorkloadFixture()
              .schema("market")
              .statement("SELECT * FROM orders")
              .run(100)
              .statement("SELECT id FROM market.orders")
              .run(20)
              .schema("archive")
              .run(3)
              .build();
      assertThat(lines(GroupBy.TABLE, workload, ServiceMapping.accounts()))
          .containsExactly("market.orders 123 1.00");
    }

    @Test
    void ofTheSameTimeTheFirstNameIsTheFirst() {
      WorkloadFixture fixture = new WorkloadFixture();
      for (String name : List.of("c", "a", "b")) {
        fixture.schema(name).statement("SELECT * FROM t" + name).run(100);
      }
      Workload workload = fixture.build();
      assertThat(lines(GroupBy.SCHEMA, workload, web()))
          .containsExactly("a 100 0.33", "b 100 0.33", "c 100 0.33");
      assertThat(lines(GroupBy.TABLE, workload, web()))
          .containsExactly("a.ta 100 0.33", "b.tb 100 0.33", "c.tc 100 0.33");
    }

    @Test
    void byModuleAndOfWhatIsOfNoneByService() {
      ServiceModule gifts =
          new ServiceModule(
              "gifts",
              Optional.empty(),
              Optional.of(new Match(List.of(new Glob("gift*")), List.of(), List.of(), List.of())),
              List.of(),
              List.of());
      Match match = new Match(List.of(new Glob("*b")), List.of(), List.of(), List.of());
      ServiceMapping mapping =
          ServiceMapping.of(
              List.of(
                  new Service(
                      "shop",
                      Optional.empty(),
                      Optional.of(match),
                      List.of(),
                      List.of(),
                      List.of(gifts))));
      Workload workload = shop().user("gift_job").run(60_000).build();
      assertThat(lines(GroupBy.MODULE, workload, mapping))
          .containsExactly("shop/gifts 60000 0.75", "(unattributed) 13000 0.16", "shop 7000 0.09");
    }

    @Test
    void byMinute() {
      WorkloadFacts facts =
          new Ranker(shop().build(), ServiceMapping.accounts())
              .rank(new RankingOptions(GroupBy.MINUTE, Order.TIME, 0));
      assertThat(facts.groups())
          .extracting(GroupFacts::key)
          .containsExactly(
              new GroupKey.Slot(Instant.parse("2026-11-23T10:01:00Z"), Duration.ofMinutes(1)),
              new GroupKey.Slot(Instant.parse("2026-11-23T10:00:00Z"), Duration.ofMinutes(1)));
      Figures busiest = facts.groups().get(0).figures();
      assertThat(busiest.calls()).hasValue(3);
      assertThat(busiest.maxMicros()).isEmpty();
      assertThat(busiest.percentiles()).isPresent();
      assertThat(facts.groups().get(0).services()).containsExactly("batch", "web");
    }

    private static ServiceMapping web() {
      Match match = new Match(List.of(new Glob("web")), List.of(), List.of(), List.of());
      return ServiceMapping.of(
          List.of(
              new Service(
                  "shop", Optional.empty(), Optional.of(match), List.of(), List.of(), List.of())));
    }
  }

  @Nested
  class Threshold {

    @Test
    void hidesWhatItMakesUnknowable() {
      WorkloadFacts facts = rank(shop().longQueryTime(OptionalDouble.of(0.001)).build());
      Figures figures = facts.groups().get(0).figures();
      assertThat(figures.calls()).isEmpty();
      assertThat(figures.percentiles()).isEmpty();
      assertThat(figures.minMicros()).isEmpty();
      assertThat(figures.varianceMicrosSquared()).isEmpty();
      assertThat(facts.groups().get(0).share()).isEmpty();
      assertThat(figures.loggedCalls()).isEqualTo(1);
      assertThat(figures.maxMicros()).hasValue(10_000);
      assertThat(facts.services()).allSatisfy(load -> assertThat(load.share()).isEmpty());
    }

    @Test
    void makesAnImpossibleOrderFallBackToTime() {
      Ranker ranker =
          new Ranker(
              shop().longQueryTime(OptionalDouble.of(0.001)).build(), ServiceMapping.accounts());
      assertThat(ranker.rank(new RankingOptions(GroupBy.DIGEST, Order.P95, 0)).order())
          .isEqualTo(Order.TIME);
      assertThat(ranker.rank(new RankingOptions(GroupBy.DIGEST, Order.LOCK_TIME, 0)).order())
          .isEqualTo(Order.LOCK_TIME);
    }

    @Test
    void unknownLeavesFiguresAndGivesAHint() {
      WorkloadFacts facts = rank(shop().longQueryTime(OptionalDouble.empty()).build());
      Visibility visibility = facts.quality().visibility();
      assertThat(visibility.hidesFastExecutions()).isFalse();
      assertThat(visibility.smallestMicros()).hasValue(1_000);
      assertThat(visibility.suggestsThreshold()).isTrue();
      assertThat(facts.groups().get(0).figures().calls()).isPresent();
    }
  }

  @Test
  void sampledEventsCountForWhatTheyStandFor() {
    Workload workload = new WorkloadFixture().weight(10).statement(READ).run(1_000, 3_000).build();
    WorkloadFacts facts = rank(workload);
    Figures totals = facts.totals().orElseThrow();
    assertThat(totals.calls()).hasValue(20);
    assertThat(totals.eventsRead()).isEqualTo(2);
    assertThat(totals.timeMicros()).isEqualTo(40_000);
    assertThat(totals.varianceMicrosSquared()).hasValue(1e6);
    assertThat(facts.quality().visibility().sampled()).isTrue();
  }

  @Test
  void percentilesNeverLeaveTheExtremes() {
    Figures figures = rank(new WorkloadFixture().run(12_345).build()).groups().get(0).figures();
    assertThat(figures.percentiles()).contains(new Percentiles(12_345, 12_345, 12_345));
  }

  @Test
  void countersMayNotTellTheShortestTime() {
    WorkloadBuilder builder = new WorkloadBuilder(WorkloadBounds.standard());
    Fingerprint fingerprint = Fingerprints.of(READ, SqlMode.standard());
    long[] figures = Arrays.stream(Measure.values()).mapToLong(Measure::neutral).toArray();
    figures[Measure.CALLS.ordinal()] = 2;
    figures[Measure.TIME_MICROS.ordinal()] = 3_000;
    builder.addStatements(
        builder.defineText(fingerprint.digest(), fingerprint.text(), false),
        WorkloadBuilder.NO_SCHEMA,
        builder.originIndex(new Origin("app", "", List.of())),
        figures,
        new LatencyHistogram());
    WorkloadFacts facts =
        rank(builder.build(List.of(), OptionalDouble.empty(), bytes -> new String(bytes, UTF_8)));
    assertThat(facts.quality().visibility().smallestMicros()).isEmpty();
    assertThat(facts.quality().visibility().suggestsThreshold()).isFalse();
    assertThat(facts.totals().orElseThrow().minMicros()).isEmpty();
  }

  @Test
  void nothingReadIsNothingKnown() {
    WorkloadFacts facts = rank(new WorkloadFixture().build());
    assertThat(facts.totals()).isEmpty();
    assertThat(facts.groups()).isEmpty();
    assertThat(facts.services()).isEmpty();
    assertThat(facts.load().peakIndex()).isEmpty();
    assertThat(facts.quality().unattributedShare()).isEmpty();
  }

  private static WorkloadFacts rank(Workload workload) {
    return new Ranker(workload, ServiceMapping.accounts()).rank(RankingOptions.standard());
  }

  private static List<String> statements(WorkloadFacts facts) {
    return facts.groups().stream()
        .map(group -> ((GroupKey.Digest) group.key()).sample().orElseThrow())
        .toList();
  }

  private static List<String> lines(GroupBy by, Workload workload, ServiceMapping mapping) {
    return new Ranker(workload, mapping)
        .rank(new RankingOptions(by, Order.TIME, 0)).groups().stream()
            .map(
                group ->
                    String.format(
                        "%s %d %.2f",
                        group.key().name(),
                        group.figures().timeMicros(),
                        group.share().orElseThrow()))
            .toList();
  }
}
