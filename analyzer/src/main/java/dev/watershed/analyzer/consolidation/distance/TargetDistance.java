package dev.watershed.analyzer.consolidation.distance;

import dev.watershed.analyzer.consolidation.crossing.CrossingCounter;
import dev.watershed.analyzer.consolidation.crossing.CrossingTouch;
import dev.watershed.analyzer.consolidation.crossing.Crossings;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * How far a fleet is from a target, by what was seen in a span. With T the tables that the target
 * names, and o(t), s(t), d(t) the owner, schema and set of data that it wants for t:
 *
 * <ul>
 *   <li>tables to place: |{t ∈ T: the owner of t is known and not o(t), or its schema is not s(t),
 *       or its set of data not d(t)}|;
 *   <li>stray writers: |{(t, service): t ∈ T, the service is not o(t) and writes t}|;
 *   <li>what crosses the target: {@link CrossingCounter} over all statements and transactions of
 *       the span, with every t ∈ T at o(t), s(t), d(t) and all other tables where they are;
 *   <li>transactions to take apart: sets of tables that transactions of one party write, over
 *       several owners or sets of data of that placement.
 * </ul>
 *
 * <p>All of them are 0 at the target, but for foreign reads, which contracts may allow, and what
 * the target leaves out.
 *
 * @param crossingToday what crosses the borders that there are
 * @param crossingTarget what would cross those of the target
 * @param owners those that the target gives tables, by name
 * @param writers that the target does not allow, the most writes first
 * @param transactions to take apart, the most frequent first
 * @param unnamedTables how many tables statements use that the target does not name
 */
public record TargetDistance(
    PlacementCounts placement,
    Crossings crossingToday,
    Crossings crossingTarget,
    List<OwnerDistance> owners,
    List<StrayWriter> writers,
    List<PartedTransaction> transactions,
    int unnamedTables) {

  public TargetDistance {
    Objects.requireNonNull(placement, "placement");
    Objects.requireNonNull(crossingToday, "crossingToday");
    Objects.requireNonNull(crossingTarget, "crossingTarget");
    owners = List.copyOf(owners);
    writers = List.copyOf(writers);
    transactions = List.copyOf(transactions);
  }

  /**
   * Measures it.
   *
   * @param facts what couples services in the span
   * @param placement the target applied to the tables of the facts
   * @param hubs tables that everybody reads
   */
  public static TargetDistance of(CouplingFacts facts, TargetPlacement placement, BitSet hubs) {
    CouplingInput input = facts.input();
    CrossingCounter counter = new CrossingCounter(input, hubs);
    List<CrossingTouch> crossing = counter.crossing(placement.target());
    List<StrayWriter> writers = StrayWriters.of(facts, placement.gaps());
    return new TargetDistance(
        PlacementCounts.of(placement.gaps()),
        counter.count(placement.today()),
        counter.count(placement.target()),
        OwnerDistances.of(input, placement, hubs, crossing, writers),
        writers,
        PartedTransactions.of(input, placement.target(), hubs),
        unnamed(facts, placement.gaps()));
  }

  private static int unnamed(CouplingFacts facts, List<TableGap> gaps) {
    BitSet named = new BitSet();
    gaps.forEach(gap -> named.set(gap.table()));
    int unnamed = 0;
    for (int table = 0; table < facts.input().tables().size(); table++) {
      boolean used = facts.matrix().end(table) > facts.matrix().start(table);
      boolean exists = TargetTables.exists(facts.input().tables().get(table));
      unnamed += used && exists && !named.get(table) ? 1 : 0;
    }
    return unnamed;
  }

  /** The stray writers that are services. */
  public long strayServices() {
    return writers.stream().filter(StrayWriter::service).count();
  }

  /** How many transactions per second have to be taken apart. */
  public double partedPerSecond() {
    return transactions.stream().mapToDouble(PartedTransaction::perSecond).sum();
  }
}
