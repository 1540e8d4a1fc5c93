package dev.watershed.analyzer.trend;

import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.PairMeasures;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.Touches;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares pairs of services. Rates change by the rule of {@link Rate#exceeds}. The Jaccard measure
 * changes by a tenth and by half, where both services ran a hundred statements in both spans. Pairs
 * of services whose load is estimated are left out.
 */
final class PairChanges {

  private static final double LEAST_JACCARD = 0.1;
  private static final double RATIO = 1.5;
  private static final double LEAST_CALLS = 100;

  private record Names(String first, String second) implements Comparable<Names> {

    private static final Comparator<Names> ORDER =
        Comparator.comparing(Names::first).thenComparing(Names::second);

    @Override
    public int compareTo(Names other) {
      return ORDER.compare(this, other);
    }
  }

  private final CouplingFacts base;
  private final CouplingFacts head;
  private final Map<String, Double> callsBefore;
  private final Map<String, Double> callsAfter;
  private final Set<String> estimated;

  private PairChanges(CouplingFacts base, CouplingFacts head) {
    this.base = base;
    this.head = head;
    callsBefore = calls(base.input());
    callsAfter = calls(head.input());
    estimated = estimated(base.input());
    estimated.addAll(estimated(head.input()));
  }

  /** By the change of the Jaccard measure, the greatest first, then by names. */
  static List<PairChange> of(CouplingFacts base, CouplingFacts head) {
    Map<Names, PairMeasures> then = named(base);
    Map<Names, PairMeasures> now = named(head);
    Set<Names> all = new TreeSet<>(then.keySet());
    all.addAll(now.keySet());
    PairChanges changes = new PairChanges(base, head);
    List<PairChange> changed = new ArrayList<>();
    for (Names names : all) {
      PairChange change =
          changes.change(
              names, Optional.ofNullable(then.get(names)), Optional.ofNullable(now.get(names)));
      if (!change.grown().isEmpty() || !change.shrunk().isEmpty()) {
        changed.add(change);
      }
    }
    changed.sort(Comparator.comparingDouble(PairChanges::shift).reversed());
    return changed;
  }

  private static double shift(PairChange change) {
    return Math.abs(
        PairChange.Measure.JACCARD.of(change.head())
            - PairChange.Measure.JACCARD.of(change.base()));
  }

  private PairChange change(Names names, Optional<PairMeasures> then, Optional<PairMeasures> now) {
    Set<PairChange.Measure> grown = EnumSet.noneOf(PairChange.Measure.class);
    Set<PairChange.Measure> shrunk = EnumSet.noneOf(PairChange.Measure.class);
    boolean known = !estimated.contains(names.first()) && !estimated.contains(names.second());
    for (PairChange.Measure measure : PairChange.Measure.values()) {
      double before = measure.of(then);
      double after = measure.of(now);
      if (known && exceeds(measure, names, after, head, before, base)) {
        grown.add(measure);
      } else if (known && exceeds(measure, names, before, base, after, head)) {
        shrunk.add(measure);
      }
    }
    return new PairChange(names.first(), names.second(), then, now, grown, shrunk);
  }

  private boolean exceeds(
      PairChange.Measure measure,
      Names names,
      double value,
      CouplingFacts side,
      double other,
      CouplingFacts otherSide) {
    if (measure == PairChange.Measure.JACCARD) {
      return value - other >= LEAST_JACCARD
          && value >= RATIO * other
          && busy(names.first())
          && busy(names.second());
    }
    return new Rate(value, side.input().longestSeconds())
        .exceeds(new Rate(other, otherSide.input().longestSeconds()));
  }

  private boolean busy(String service) {
    return Math.min(callsBefore.getOrDefault(service, 0.0), callsAfter.getOrDefault(service, 0.0))
        >= LEAST_CALLS;
  }

  private static Map<Names, PairMeasures> named(CouplingFacts facts) {
    Map<Names, PairMeasures> named = new TreeMap<>();
    for (PairMeasures pair : facts.pairs()) {
      named.put(
          new Names(
              facts.input().parties().name(pair.first()),
              facts.input().parties().name(pair.second())),
          pair);
    }
    return named;
  }

  private static Map<String, Double> calls(CouplingInput input) {
    Map<String, Double> calls = new TreeMap<>();
    Touches touches = input.touches();
    for (int row = 0; row < touches.size(); row++) {
      calls.merge(input.parties().name(touches.party(row)), touches.calls(row), Double::sum);
    }
    return calls;
  }

  private static Set<String> estimated(CouplingInput input) {
    Set<String> estimated = new TreeSet<>();
    for (int row = 0; row < input.touches().size(); row++) {
      if (input.touches().estimated(row)) {
        estimated.add(input.parties().name(input.touches().party(row)));
      }
    }
    return estimated;
  }
}
