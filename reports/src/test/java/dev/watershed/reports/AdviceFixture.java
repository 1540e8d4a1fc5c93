package dev.watershed.reports;

import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.IndexAdvice.Confidence;
import dev.watershed.analyzer.index.IndexAdvice.Kind;
import dev.watershed.analyzer.index.RewriteAdvice;
import dev.watershed.analyzer.index.ddl.ChangePlanner;
import dev.watershed.analyzer.index.ddl.ServerAbilities;
import dev.watershed.analyzer.index.ddl.TableCondition;
import dev.watershed.analyzer.index.result.PlannedAdvice;
import dev.watershed.analyzer.index.result.ServerAdvice;
import dev.watershed.analyzer.index.trial.TrialHost.Measured;
import dev.watershed.analyzer.index.trial.TrialOutcome;
import dev.watershed.analyzer.index.trial.TriedStatement;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.understanding.UnderstandingCoverage;
import dev.watershed.analyzer.understanding.UnderstandingCoverage.Weight;
import dev.watershed.sql.facts.FactIssue;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Advice of every kind for one server. */
public final class AdviceFixture {

  private static final long SLOW = 0x1122334455667788L;
  private static final long DEEP = 0x99aabbccddeeff00L;

  private AdviceFixture() {}

  /** One server with an index to add, tried, one for a large table, one to drop, and a rewrite. */
  public static List<ServerAdvice> servers() {
    ChangePlanner planner = new ChangePlanner(ServerAbilities.of("9.7.4"));
    TableCondition small =
        new TableCondition(OptionalLong.of(1_000), OptionalDouble.empty(), false);
    TableCondition large =
        new TableCondition(OptionalLong.of(5L << 30), OptionalDouble.empty(), true);
    IndexAdvice add = add("orders", Confidence.HIGH, "member_id", "created_at");
    IndexAdvice add2 = add("events", Confidence.MEDIUM, "kind");
    IndexAdvice low = add("drafts", Confidence.LOW, "state");
    IndexAdvice drop =
        new IndexAdvice(
            Kind.DROP_REDUNDANT,
            "shop",
            "lines",
            index("k_order", "order_id"),
            List.of("k_order_item"),
            List.of(),
            OptionalLong.of(3 << 20),
            OptionalDouble.of(12.5),
            900,
            Confidence.HIGH,
            List.of());
    PlannedAdvice first = PlannedAdvice.of("booking", add, planner.plan(add, small));
    return List.of(
        new ServerAdvice(
            "booking",
            List.of("booking-1", "booking-2"),
            Optional.of("9.7.4"),
            86_400,
            1_400,
            12,
            new UnderstandingCoverage(
                new Weight(1_000, 50_000, 700),
                new Weight(990, 49_900, 699),
                List.of(
                    new UnderstandingCoverage.Count(FactIssue.Reason.UNPARSED, 10, DEEP, "WORD"))),
            List.of(
                first,
                PlannedAdvice.of("booking", add2, planner.plan(add2, large)),
                PlannedAdvice.of("booking", low, planner.plan(low, small)),
                PlannedAdvice.of("booking", drop, planner.plan(drop, small))),
            List.of(
                new RewriteAdvice(
                    DEEP,
                    40,
                    0.02,
                    RewriteAdvice.Reason.DEEP_OFFSET,
                    "shop.orders",
                    Saying.verbatim(
                        "Remember where the last page ended: WHERE id > ? ORDER BY id LIMIT ?."))),
            List.of(
                new ServerAdvice.NamedText(
                    SLOW, "SELECT * FROM orders WHERE member_id = ? ORDER BY created_at LIMIT ?"),
                new ServerAdvice.NamedText(DEEP, "SELECT * FROM orders LIMIT ? OFFSET ?")),
            List.of(Saying.verbatim("12 of 1400 tables have no statistics.")),
            List.of(
                new TrialOutcome(
                    first.id(),
                    Optional.empty(),
                    true,
                    List.of(
                        new TriedStatement(
                            SLOW,
                            Optional.of(new Measured(59_150, 41_000, "{}")),
                            Optional.of(new Measured(20, 310, "{}")),
                            false)),
                    List.of(),
                    0))));
  }

  /** One server with an index to drop, with names and a caveat of any kind. */
  public static ServerAdvice dropping(
      String table, String index, OptionalDouble writes, String caveat) {
    IndexAdvice drop =
        new IndexAdvice(
            Kind.DROP_DUPLICATE,
            "shop",
            table,
            index(index, "a"),
            List.of(index),
            List.of(),
            OptionalLong.of(3 << 20),
            writes,
            0,
            Confidence.HIGH,
            List.of(Saying.verbatim(caveat)));
    return new ServerAdvice(
        table,
        List.of(table),
        Optional.of("9.7.4 " + caveat),
        86_400,
        1,
        0,
        new UnderstandingCoverage(Weight.NONE, Weight.NONE, List.of()),
        List.of(
            PlannedAdvice.of(
                table,
                drop,
                new ChangePlanner(ServerAbilities.of("9.7.4"))
                    .plan(
                        drop,
                        new TableCondition(OptionalLong.empty(), OptionalDouble.empty(), false)))),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** An index of low value with one statement, called once. */
  public static IndexAdvice lowValue(double costWith, double costWithout, double gain) {
    return new IndexAdvice(
        Kind.DROP_LOW_VALUE,
        "shop",
        "orders",
        index("by_shop", "member", "shop"),
        List.of("by_day"),
        List.of(
            new DigestEffect(
                SLOW,
                1,
                0.02,
                Saying.verbatim("5 rows by by_shop"),
                Saying.verbatim("5 rows by by_day"),
                4.8,
                5,
                costWith,
                costWithout)),
        OptionalLong.of(3 << 20),
        OptionalDouble.of(100),
        gain,
        Confidence.MEDIUM,
        List.of(Saying.verbatim("EXPLAIN falsifies it.")));
  }

  private static IndexAdvice add(String table, Confidence confidence, String... columns) {
    return new IndexAdvice(
        Kind.ADD,
        "shop",
        table,
        index("idx_" + table, columns),
        List.of(),
        List.of(
            new DigestEffect(
                SLOW,
                1_000,
                0.34,
                Saying.verbatim("scan of 59,150 rows, sorted"),
                Saying.verbatim("20 rows by idx_" + table),
                59_150,
                20,
                6_147,
                9)),
        OptionalLong.of(12 << 20),
        OptionalDouble.of(3.2),
        6_138_000,
        confidence,
        confidence == Confidence.LOW
            ? List.of(Saying.verbatim("The table has no statistics."))
            : List.of());
  }

  private static IndexDefinition index(String name, String... columns) {
    return new IndexDefinition(
        name,
        false,
        IndexKind.BTREE,
        true,
        false,
        Arrays.stream(columns).map(IndexPart::ofColumn).toList());
  }
}
