package dev.watershed.reports;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.attribution.FleetLoads;
import dev.watershed.analyzer.coverage.Coverage;
import dev.watershed.analyzer.coverage.ServerCoverage;
import dev.watershed.analyzer.coverage.SilentSpan;
import dev.watershed.analyzer.observation.ObservedFacts;
import dev.watershed.analyzer.ranking.Ranker;
import dev.watershed.analyzer.ranking.RankingOptions;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.analyzer.span.SpanFacts;
import dev.watershed.analyzer.transaction.TransactionFacts;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.TransactionOutcome;
import dev.watershed.workload.Workload;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a store shows of {@link Shop}. */
public final class ShopStore {

  /** Where it is, as the user named it. */
  public static final ReportContext CONTEXT =
      ReportContext.ofStore(
          "watershed.yaml",
          List.of(new FailedSource("windows/b/x.window", "windows/b/x.window: corrupted")));

  private ShopStore() {}

  /** One server seen whole, one with gaps; part of a longer window. */
  public static SpanFacts facts() {
    Workload workload =
        Shop.workload()
            .user("payment")
            .transaction(TransactionOutcome.COMMITTED, "SELECT 1", "UPDATE orders SET a = 1")
            .transaction(TransactionOutcome.ROLLED_BACK, "SELECT 1", "UPDATE orders SET a = 1")
            .transaction(TransactionOutcome.UNKNOWN, "DELETE FROM orders")
            .issue(IssueReason.NO_TRANSACTIONS, 12, 5)
            .build();
    ServiceMapping services = ServiceMapping.accounts();
    return new SpanFacts(
        Optional.of(Instant.parse("2026-11-23T18:10:00Z")),
        Optional.empty(),
        new Ranker(workload, services)
            .rank(
                new RankingOptions(
                    RankingOptions.standard().groupBy(), RankingOptions.standard().order(), 2)),
        new Coverage(
            List.of(whole(), gaps()),
            Optional.of(Instant.parse("2026-11-23T18:00:00Z")),
            Optional.of(Instant.parse("2026-11-23T19:00:00Z"))),
        TransactionFacts.of(workload, services, 0),
        FleetLoads.byService(workload, services, List.of()),
        FleetLoads.byModule(workload, services, List.of()),
        ObservedFacts.NONE);
  }

  /** Every digest of a workload. */
  public static WorkloadFacts every(WorkloadFixture workload) {
    return new Ranker(workload.build(), ServiceMapping.accounts())
        .rank(RankingOptions.everyDigest());
  }

  private static ServerCoverage whole() {
    return new ServerCoverage(
        "booking-1",
        "slowlog",
        1_220,
        1_220,
        69_000_000,
        Optional.of(Instant.parse("2026-11-23T18:00:10Z")),
        Optional.of(Instant.parse("2026-11-23T18:59:59Z")),
        List.of(),
        OptionalDouble.of(0),
        false,
        0);
  }

  private static ServerCoverage gaps() {
    return new ServerCoverage(
        "search-1",
        "slowlog",
        3,
        1,
        1_000,
        Optional.empty(),
        Optional.empty(),
        List.of(
            new SilentSpan(
                Instant.parse("2026-11-23T03:00:00Z"), Instant.parse("2026-11-23T05:00:00Z"))),
        OptionalDouble.empty(),
        true,
        1);
  }
}
