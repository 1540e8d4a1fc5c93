package dev.watershed.reports;

import dev.watershed.analyzer.consolidation.crossing.Border;
import dev.watershed.analyzer.consolidation.crossing.Crossings;
import dev.watershed.analyzer.consolidation.distance.CrossingStatement;
import dev.watershed.analyzer.consolidation.distance.MonthDistance;
import dev.watershed.analyzer.consolidation.distance.OwnerDistance;
import dev.watershed.analyzer.consolidation.distance.PartedTransaction;
import dev.watershed.analyzer.consolidation.distance.PlacementCounts;
import dev.watershed.analyzer.consolidation.distance.StrayWriter;
import dev.watershed.analyzer.consolidation.distance.TargetDistance;
import dev.watershed.analyzer.consolidation.distance.TargetProgress;
import dev.watershed.analyzer.coupling.Evidence;
import dev.watershed.analyzer.saying.Saying;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How far a small fleet is from its target. */
public final class TargetFixture {

  private static final Crossings CROSSINGS = new Crossings(1, 0.5, 0, 0, 0, 0, 0, 0, 0);
  private static final PlacementCounts COUNTS = new PlacementCounts(10, 4, 3, 0, 1, 0, 0);
  private static final StrayWriter WRITER =
      new StrayWriter("shop.coupons", "market", "booking", true, 0.1, false);

  private static final CrossingStatement STATEMENT =
      new CrossingStatement(
          new Evidence(255L, "UPDATE shop.coupons", "db", "booking", 10, 0.1, 1, false),
          Set.of(Border.FOREIGN_WRITE));

  private static final TargetDistance TODAY =
      new TargetDistance(
          COUNTS,
          CROSSINGS,
          CROSSINGS,
          List.of(
              new OwnerDistance("market", COUNTS, 1, 0.5, List.of(WRITER), List.of(STATEMENT), 3)),
          List.of(WRITER),
          List.of(
              new PartedTransaction(
                  "booking",
                  List.of("shop.coupons", "shop.orders"),
                  List.of("booking", "market"),
                  List.of("db"),
                  0.1,
                  List.of(255L),
                  false)),
          0);

  /** One owner, of whose four statements one is shown. */
  public static final TargetProgress PROGRESS =
      new TargetProgress(
          Instant.parse("2026-10-25T00:00:00Z"),
          Instant.parse("2026-11-24T00:00:00Z"),
          TODAY,
          List.of(
              MonthDistance.unknown(YearMonth.of(2026, 9)),
              new MonthDistance(
                  YearMonth.of(2026, 10),
                  Optional.of(new MonthDistance.Seen(0.25, "db", List.of("db log"), false)),
                  Optional.of(TODAY))),
          List.of(Saying.verbatim("something")));

  private TargetFixture() {}
}
