package dev.watershed.analyzer.trend;

import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.Evidence;
import dev.watershed.analyzer.coupling.Finding;
import dev.watershed.analyzer.coupling.FindingKind;
import dev.watershed.analyzer.saying.Saying;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares findings by their ids. One that the base lacks is new only if the base would have shown
 * it five times at the rate of the head; likewise gone. One that both have has grown or shrunk by
 * the rule of {@link Rate#exceeds}. The rate is the weight that findings of the kind are ranked by.
 */
final class FindingChanges {

  private static final Saying ESTIMATED =
      Saying.of("trend.estimated", "whose its load is, is estimated by samples");

  private final CouplingFacts base;
  private final CouplingFacts head;
  private final Map<String, Finding> then = new HashMap<>();
  private final Map<String, Finding> now = new HashMap<>();

  private FindingChanges(CouplingFacts base, CouplingFacts head) {
    this.base = base;
    this.head = head;
    base.findings().forEach(finding -> then.put(finding.id(), finding));
    head.findings().forEach(finding -> now.put(finding.id(), finding));
  }

  /** By kind of finding, then what changed most first, then by id. */
  static List<FindingChange> of(CouplingFacts base, CouplingFacts head) {
    FindingChanges changes = new FindingChanges(base, head);
    Set<String> ids = new TreeSet<>(changes.then.keySet());
    ids.addAll(changes.now.keySet());
    return ids.stream()
        .flatMap(id -> changes.change(id).stream())
        .sorted(
            Comparator.comparing((FindingChange change) -> change.finding().kind())
                .thenComparing(change -> -Math.abs(change.more()))
                .thenComparing(change -> change.finding().id()))
        .toList();
  }

  private Optional<FindingChange> change(String id) {
    Optional<Finding> before = Optional.ofNullable(then.get(id));
    Optional<Finding> after = Optional.ofNullable(now.get(id));
    if (before.isPresent() && after.isPresent()) {
      return both(before.get(), after.get());
    }
    Finding only = before.or(() -> after).orElseThrow();
    CouplingFacts own = before.isPresent() ? base : head;
    CouplingFacts other = before.isPresent() ? head : base;
    Saying reason = whyNot(only, own, other);
    TrendKind kind = before.isPresent() ? TrendKind.GONE : TrendKind.NEW;
    return Optional.of(
        new FindingChange(
            reason.text().isEmpty() ? kind : TrendKind.NOT_COMPARABLE, before, after, reason));
  }

  private Optional<FindingChange> both(Finding before, Finding after) {
    Rate old = new Rate(before.weight(), seconds(before, base));
    Rate recent = new Rate(after.weight(), seconds(after, head));
    boolean grown = recent.exceeds(old);
    if (!grown && !old.exceeds(recent)) {
      return Optional.empty();
    }
    boolean estimated = before.estimated() || after.estimated();
    TrendKind kind = grown ? TrendKind.GROWN : TrendKind.SHRUNK;
    return Optional.of(
        new FindingChange(
            estimated ? TrendKind.NOT_COMPARABLE : kind,
            Optional.of(before),
            Optional.of(after),
            estimated ? ESTIMATED : Saying.nothing()));
  }

  /** Why the other side could not have shown a finding; empty if it could. */
  private static Saying whyNot(Finding finding, CouplingFacts own, CouplingFacts other) {
    if (finding.estimated()) {
      return ESTIMATED;
    }
    double seconds = seconds(finding, other);
    if (seconds == 0) {
      return Saying.of("trend.servers", "the other span shows nothing of its servers");
    }
    if (finding.kind() == FindingKind.CROSS_OWNER_TRANSACTION
        && dataSets(finding, own).stream()
            .anyMatch(other.input().quality().transactions().silent()::contains)) {
      return Saying.of("trend.transactions", "the other span shows no transactions there");
    }
    if (finding.kind() == FindingKind.LOCK_WAIT) {
      return other.input().lockConflicts().isEmpty()
          ? Saying.of("trend.locks", "in the other span no wait for locks was sampled")
          : Saying.nothing();
    }
    return new Rate(finding.weight(), seconds(finding, own)).wouldShowIn(seconds)
        ? Saying.nothing()
        : Saying.of("trend.rare", "so rare that the other span may have missed it");
  }

  /** How long a side looked at the sets of data of a finding; 0 if not at all of them. */
  private static double seconds(Finding finding, CouplingFacts side) {
    return dataSets(finding, side).stream()
        .mapToDouble(name -> side.input().secondsByData().getOrDefault(name, 0.0))
        .min()
        .orElse(0);
  }

  /** Those of its statements; where none proves it, all of the side. */
  private static Set<String> dataSets(Finding finding, CouplingFacts side) {
    Set<String> names = new TreeSet<>();
    finding.evidence().stream().map(Evidence::dataSet).forEach(names::add);
    return names.isEmpty() ? side.input().secondsByData().keySet() : names;
  }
}
