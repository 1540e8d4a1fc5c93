package dev.watershed.reports;

import dev.watershed.analyzer.attribution.AccountCheck;
import dev.watershed.analyzer.attribution.AttributedLoad;
import dev.watershed.analyzer.attribution.FleetLoad;
import dev.watershed.analyzer.attribution.Interval;
import dev.watershed.analyzer.attribution.ServerEstimate;
import dev.watershed.analyzer.ranking.GroupBy;
import dev.watershed.analyzer.ranking.Order;
import dev.watershed.analyzer.ranking.Ranker;
import dev.watershed.analyzer.ranking.RankingOptions;
import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.analyzer.span.SpanFacts;
import java.util.List;

/**
 * The shop with 40 s of load: 6 s in a log, 30 s counted on a server that was watched, and 4 s on
 * one that was not.
 */
public final class EstimatedShop {

  private static final long SECOND = 1_000_000;
  private static final Attribution MARKET = Attribution.of("market");
  private static final Attribution COUPON = Attribution.of("market", "coupon");
  private static final Attribution MEMBER = Attribution.of("member");

  private EstimatedShop() {}

  /** What a store shows of it. */
  public static SpanFacts facts(GroupBy groupBy, int limit) {
    SpanFacts exact = ShopStore.facts();
    return new SpanFacts(
        exact.since(),
        exact.until(),
        new Ranker(Shop.workload().build(), ServiceMapping.accounts())
            .rank(new RankingOptions(groupBy, Order.TIME, limit)),
        exact.coverage(),
        exact.transactions(),
        load(MARKET),
        load(COUPON),
        exact.observed());
  }

  private static FleetLoad load(Attribution market) {
    return new FleetLoad(
        List.of(
            new FleetLoad.Part(market, 6 * SECOND, seconds(18, 15, 21), 60),
            new FleetLoad.Part(MEMBER, 0, seconds(9, 6.5, 12), 30),
            new FleetLoad.Part(Attribution.NONE, 0, seconds(1, 0.2, 2.5), 3)),
        1.2 * SECOND,
        4 * SECOND,
        40 * SECOND,
        List.of(watched(market), unwatched()));
  }

  private static ServerEstimate watched(Attribution market) {
    AttributedLoad load =
        new AttributedLoad(
            List.of(
                new AttributedLoad.Part(market, seconds(18, 15, 21), 60),
                new AttributedLoad.Part(MEMBER, seconds(9, 6.5, 12), 30),
                new AttributedLoad.Part(Attribution.NONE, seconds(1, 0.2, 2.5), 3)),
            1.2 * SECOND,
            2 * SECOND,
            2 * SECOND,
            30 * SECOND);
    return new ServerEstimate(
        "content-1",
        load,
        load,
        List.of(),
        93,
        28 * SECOND,
        List.of(
            new AccountCheck("market", List.of("market"), 0.65, new Interval(0.6, 0.5, 0.7)),
            new AccountCheck("batch\u001b", List.of(), 0.3, new Interval(0.05, 0.01, 0.1))));
  }

  private static ServerEstimate unwatched() {
    AttributedLoad load = new AttributedLoad(List.of(), 0, 4 * SECOND, 4 * SECOND, 4 * SECOND);
    return new ServerEstimate("quiet-1", load, load, List.of(), 0, 0, List.of());
  }

  private static Interval seconds(double estimate, double low, double high) {
    return new Interval(estimate * SECOND, low * SECOND, high * SECOND);
  }
}
