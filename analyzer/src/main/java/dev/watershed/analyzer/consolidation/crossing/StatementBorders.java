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
    int firstOwner = NONE;
    int firstTable = NONE;
    for (int use = uses.start(statement); use < uses.end(statement); use++) {
      int table = uses.table(use);
      if (!uses.named(use) || placement.retired(table)) {
        continue;
      }
      if (firstTable != NONE) {
        crossed |= places(firstTable, table);
      }
      firstTable = firstTable == NONE ? table : firstTable;
      OptionalInt owner = owner(table, self);
      if (owner.isEmpty()) {
        continue;
      }
      if (owner.getAsInt() != self) {
        crossed |= (uses.writes(use) ? Border.FOREIGN_WRITE : Border.FOREIGN_READ).bit();
      }
      if (firstOwner != NONE && owner.getAsInt() != firstOwner) {
        crossed |= Border.OWNERS.bit();
      }
      firstOwner = owner.getAsInt();
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

  private int places(int one, int other) {
    if (!placement.dataSet(one).equals(placement.dataSet(other))) {
      return Border.SERVERS.bit();
    }
    return placement.schema(one).equals(placement.schema(other)) ? 0 : Border.SCHEMAS.bit();
  }
}
