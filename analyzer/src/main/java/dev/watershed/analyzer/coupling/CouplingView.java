package dev.watershed.analyzer.coupling;

import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.Touches;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import dev.watershed.analyzer.ownership.Ownership;
import java.util.BitSet;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What findings are looked for in.
 *
 * @param strays tells uses from chance
 * @param hubs tables that most services read
 * @param totalMicros the execution time of all statements
 */
record CouplingView(
    CouplingInput input,
    UseMatrix matrix,
    Ownership ownership,
    StrayCalls strays,
    BitSet hubs,
    double totalMicros) {

  CouplingView {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(matrix, "matrix");
    Objects.requireNonNull(ownership, "ownership");
    Objects.requireNonNull(strays, "strays");
    Objects.requireNonNull(hubs, "hubs");
  }

  static CouplingView of(CouplingInput input, UseMatrix matrix, Ownership ownership) {
    Touches touches = input.touches();
    double total = 0;
    for (int row = 0; row < touches.size(); row++) {
      total += touches.timeMicros(row);
    }
    StrayCalls strays = StrayCalls.of(input, matrix);
    return new CouplingView(
        input, matrix, ownership, strays, HubTables.of(input, matrix, strays), total);
  }

  boolean isService(int party) {
    return input.parties().isService(party);
  }

  String party(int party) {
    return input.parties().name(party);
  }

  String label(int table) {
    return input.tables().label(table);
  }

  /** The owner of a table that counts in findings; empty for hubs, which everybody shares. */
  OptionalInt ownerApartFromHubs(int table) {
    return hubs.get(table) ? OptionalInt.empty() : ownership.reliableOwner(table);
  }

  /**
   * Whether a cell is of one who writes its table, and not by chance: of the owner, of who writes
   * most where nobody owns it, or of one whose writes are too many for that.
   */
  boolean surelyWrites(int table, int cell) {
    OptionalInt owner = ownership.reliableOwner(table);
    boolean own =
        owner.isPresent() ? owner.getAsInt() == matrix.party(cell) : writesMost(table, cell);
    return own || strays.surelyWrites(table, cell);
  }

  /** Whether a table is another's than a party's. What no service claims is of nobody. */
  boolean foreign(int party, int table) {
    OptionalInt owner = ownership.owner(table);
    return owner.isPresent()
        && (!isService(party) || input.parties().foreign(party, owner.getAsInt()));
  }

  private boolean writesMost(int table, int cell) {
    for (int other = matrix.start(table); other < matrix.end(table); other++) {
      boolean more = matrix.writes(other) > matrix.writes(cell);
      if (isService(matrix.party(other)) && more) {
        return false;
      }
    }
    return true;
  }

  /** Whether the owner of a table is a guess. */
  boolean guessed(int table) {
    return ownership.owner(table).isPresent() && !ownership.isDeclared(table);
  }

  /** Whether there is such a table, as far as is known. */
  boolean exists(int table) {
    return input.tables().get(table).kind() != CoupledTable.Kind.MISSING;
  }

  double seconds(int table) {
    return input.secondsOf(input.tables().get(table).dataSet());
  }
}
