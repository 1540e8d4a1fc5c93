package dev.watershed.analyzer.consolidation.distance;

import dev.watershed.analyzer.consolidation.crossing.CrossingTouch;
import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.coupling.Evidence;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.TableUses;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells the distance of each owner of a target apart. */
final class OwnerDistances {

  private static final int MOST_STATEMENTS = 10;

  private static final class Sums {
    private final List<TableGap> gaps = new ArrayList<>();
    private final List<CrossingTouch> touches = new ArrayList<>();
    private double reads;
    private double writes;
  }

  private final CouplingInput input;
  private final Placement target;
  private final BitSet hubs;
  private final SortedMap<Integer, Sums> owners = new TreeMap<>();

  private OwnerDistances(CouplingInput input, Placement target, BitSet hubs) {
    this.input = input;
    this.target = target;
    this.hubs = hubs;
  }

  /**
   * Those that the target gives tables, by name.
   *
   * @param crossing what crosses the target's borders
   * @param writers all stray ones
   */
  static List<OwnerDistance> of(
      CouplingInput input,
      TargetPlacement placement,
      BitSet hubs,
      List<CrossingTouch> crossing,
      List<StrayWriter> writers) {
    OwnerDistances distances = new OwnerDistances(input, placement.target(), hubs);
    for (TableGap gap : placement.gaps()) {
      distances.owners.computeIfAbsent(gap.owner(), any -> new Sums()).gaps.add(gap);
    }
    crossing.forEach(distances::add);
    return distances.owners.entrySet().stream()
        .map(entry -> distances.distance(entry.getKey(), entry.getValue(), writers))
        .toList();
  }

  /** Adds a statement to every owner whose tables it names. */
  private void add(CrossingTouch crossing) {
    TableUses uses = input.uses();
    int statement = input.touches().statement(crossing.touch());
    int self = input.touches().party(crossing.touch());
    double perSecond = input.touches().calls(crossing.touch()) / input.seconds(statement);
    SortedMap<Integer, Boolean> writesOf = new TreeMap<>();
    for (int use = uses.start(statement); use < uses.end(statement); use++) {
      OptionalInt owner = target.owner(uses.table(use));
      if (uses.named(use) && !hubs.get(uses.table(use)) && owner.isPresent()) {
        writesOf.merge(owner.getAsInt(), uses.writes(use), Boolean::logicalOr);
      }
    }
    writesOf.forEach(
        (owner, writes) -> {
          Sums sums = owners.get(owner);
          if (sums != null) {
            sums.touches.add(crossing);
            boolean foreign = input.parties().foreign(self, owner);
            sums.writes += foreign && writes ? perSecond : 0;
            sums.reads += foreign && !writes ? perSecond : 0;
          }
        });
  }

  private OwnerDistance distance(int owner, Sums sums, List<StrayWriter> writers) {
    String name = input.parties().name(owner);
    return new OwnerDistance(
        name,
        PlacementCounts.of(sums.gaps),
        sums.reads,
        sums.writes,
        writers.stream().filter(writer -> writer.owner().equals(name)).toList(),
        sums.touches.stream()
            .map(touch -> new CrossingStatement(Evidence.of(input, touch.touch()), touch.borders()))
            .sorted(
                Comparator.comparingDouble(
                        (CrossingStatement each) -> -each.evidence().callsPerSecond())
                    .thenComparing(each -> each.evidence().digest(), Long::compareUnsigned)
                    .thenComparing(each -> each.evidence().party()))
            .limit(MOST_STATEMENTS)
            .toList(),
        Math.max(0, sums.touches.size() - MOST_STATEMENTS));
  }
}
