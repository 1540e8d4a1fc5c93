package dev.watershed.analyzer.trend;

import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.ownership.OwnerFinder;
import dev.watershed.analyzer.ownership.WriteShares;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds tables whose first writer is another one in the head. One of both has to have the share
 * that makes an owner, and both spans twenty writes. That a share falls below that of an owner,
 * while the writer stays the first, is a contested table, not another owner.
 */
final class OwnerChanges {

  private static final double LEAST_WRITES = 20;

  private OwnerChanges() {}

  /** The most writes in the head first, then by table. */
  static List<OwnerChange> of(CouplingFacts base, CouplingFacts head) {
    List<OwnerChange> changes = new ArrayList<>();
    for (int table = 0; table < head.input().tables().size(); table++) {
      CoupledTable named = head.input().tables().get(table);
      OptionalInt before =
          base.input().tables().find(named.dataSet(), named.schema(), named.name());
      if (before.isPresent()) {
        change(base, before.getAsInt(), head, table).ifPresent(changes::add);
      }
    }
    changes.sort(
        Comparator.comparingDouble(OwnerChange::headWritesPerSecond)
            .reversed()
            .thenComparing(OwnerChange::table));
    return changes;
  }

  private static Optional<OwnerChange> change(
      CouplingFacts base, int before, CouplingFacts head, int after) {
    WriteShares old = base.ownership().of(before).writes();
    WriteShares recent = head.ownership().of(after).writes();
    Optional<WriteShares.Writer> then = old.first(base.input().parties());
    Optional<WriteShares.Writer> now = recent.first(head.input().parties());
    if (then.isEmpty()
        || now.isEmpty()
        || Math.min(old.writes(), recent.writes()) < LEAST_WRITES
        || Math.max(then.get().share(), now.get().share()) < OwnerFinder.OWNER_SHARE
        || then.get().estimated()
        || now.get().estimated()) {
      return Optional.empty();
    }
    String first = base.input().parties().name(then.get().party());
    String second = head.input().parties().name(now.get().party());
    return first.equals(second)
        ? Optional.empty()
        : Optional.of(
            new OwnerChange(
                head.input().tables().label(after),
                first,
                then.get().share(),
                second,
                now.get().share(),
                old.writes() / seconds(base, before),
                recent.writes() / seconds(head, after),
                head.ownership().of(after).status()));
  }

  private static double seconds(CouplingFacts side, int table) {
    return side.input().secondsOf(side.input().tables().get(table).dataSet());
  }
}
