package dev.watershed.analyzer.consolidation.crossing;

import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.TableUses;
import java.util.BitSet;
import java.util.OptionalInt;

/**
 * Which borders a statement of a party crosses in a placement. Only tables that it names count:
 * what triggers and cascades do stays beside their tables, and views are what they name.
 */
final class StatementBorders {

  private static final int NONE = -1;

  private final CouplingInput input;
  private final Placement placement;
  private final BitSet hubs;

  StatementBorders(CouplingInput input, Placement placement, BitSet hubs) {
    this.input = input;
    this.placement = placement;
    this.hubs = hubs;
  }

  /** A sum of {@link Border#bit}s. */
  int of(int party, int statement) {
    int crossed = 0;
    TableUses uses = input.uses();
    int self = placement.party(party);
    int ownerBefore = NONE;
    for (int use = uses.start(statement); use < uses.end(statement); use++) {
      int table = uses.table(use);
      if (!uses.named(use) || placement.retired(table)) {
        continue;
      }
      crossed |= places(uses.start(statement), use);
      OptionalInt owner = owner(table, self);
      if (owner.isEmpty()) {
        continue;
      }
      if (input.parties().foreign(self, owner.getAsInt())) {
        crossed |= (uses.writes(use) ? Border.FOREIGN_WRITE : Border.FOREIGN_READ).bit();
      }
      if (ownerBefore != NONE && owner.getAsInt() != ownerBefore) {
        crossed |= Border.OWNERS.bit();
      }
      ownerBefore = owner.getAsInt();
    }
    return crossed;
  }

  /** The owner that counts: none of a hub; of a table that was cut, whoever has a part. */
  private OptionalInt owner(int table, int self) {
    if (hubs.get(table)) {
      return OptionalInt.empty();
    }
    return placement.cutFor(table, self) ? OptionalInt.of(self) : placement.owner(table);
  }

  /** What lies between the table of a use and those of the uses before it. */
  private int places(int first, int use) {
    int crossed = 0;
    for (int before = first; before < use; before++) {
      int table = input.uses().table(before);
      if (input.uses().named(before) && !placement.retired(table)) {
        crossed |= between(table, input.uses().table(use));
      }
    }
    return crossed;
  }

  private int between(int one, int other) {
    if (!placement.dataSet(one).equals(placement.dataSet(other))) {
      return Border.SERVERS.bit();
    }
    return placement.schema(one).equals(placement.schema(other)) ? 0 : Border.SCHEMAS.bit();
  }
}
