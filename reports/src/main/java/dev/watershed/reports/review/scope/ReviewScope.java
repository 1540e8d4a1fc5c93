package dev.watershed.reports.review.scope;

import dev.watershed.analyzer.span.SpanFacts;
import dev.watershed.reports.review.EarlierReview;
import dev.watershed.reports.review.ReviewFacts;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps what concerns some services. What nobody can divide stays that of the fleet. */
public final class ReviewScope {

  private ReviewScope() {}

  /**
   * The facts about some services.
   *
   * @param named whose report it is, as people asked for it
   * @param services by the names that statements are attributed to: services, and modules as {@code
   *     service/module}
   */
  public static ReviewFacts of(ReviewFacts facts, List<String> named, Collection<String> services) {
    Set<String> names = Set.copyOf(services);
    OwnedFleet owned = new OwnedFleet(facts.fleet(), names);
    return new ReviewFacts(
        facts.version(),
        facts.context(),
        span(facts.span(), owned, names),
        facts.series(),
        owned.fleet(),
        OwnedStructure.of(facts.structure(), owned),
        owned.plan(facts.plan()),
        owned.gate(facts.gate()),
        facts.calendar(),
        facts.ledger().map(ledger -> OwnedLedger.of(ledger, names)),
        facts.teams(),
        facts.target(),
        facts.earlier().map(earlier -> earlier(earlier, names)),
        Optional.of(owned.owner(named, facts.span())));
  }

  private static EarlierReview earlier(EarlierReview earlier, Set<String> names) {
    OwnedFleet owned = new OwnedFleet(earlier.fleet(), names);
    return new EarlierReview(
        earlier.length(),
        earlier.nowLength(),
        span(earlier.span(), owned, names),
        owned.fleet(),
        owned.plan(earlier.plan()),
        owned.gate(earlier.gate()),
        OwnedTrend.of(earlier.trend(), names),
        earlier.decisions().stream()
            .filter(each -> OwnedLedger.concerns(each.finding(), names))
            .toList());
  }

  private static SpanFacts span(SpanFacts span, OwnedFleet owned, Set<String> names) {
    return new SpanFacts(
        span.since(),
        span.until(),
        OwnedLoad.of(span.ranking(), owned, names),
        OwnedLoad.of(span.coverage(), owned.servers()),
        span.transactions(),
        OwnedLoad.of(span.services(), names),
        OwnedLoad.of(span.modules(), names),
        span.observed());
  }
}
