package dev.watershed.analyzer.coupling;

import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import dev.watershed.analyzer.saying.Saying;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** What stands behind a cell of the matrix. */
final class Cells {

  private Cells() {}

  /** The touches of a cell that use the table in one of some ways. */
  static List<Integer> touches(CouplingView view, int cell, int flags) {
    UseMatrix matrix = view.matrix();
    List<Integer> touches = new ArrayList<>();
    for (int entry = matrix.entryStart(cell); entry < matrix.entryEnd(cell); entry++) {
      if ((view.input().uses().flags(matrix.use(entry)) & flags) != 0) {
        touches.add(matrix.touch(entry));
      }
    }
    return touches;
  }

  /** The chains by which statements of a cell get to the table, each once. */
  static List<Saying> chains(CouplingView view, int cell) {
    TableUses uses = view.input().uses();
    List<Saying> chains = new ArrayList<>();
    for (int entry = view.matrix().entryStart(cell);
        entry < view.matrix().entryEnd(cell);
        entry++) {
      uses.chain(view.matrix().use(entry)).ifPresent(chains::add);
    }
    return chains.stream().distinct().sorted(Comparator.comparing(Saying::text)).toList();
  }

  /** The cell of a party, if it uses the table. */
  static OptionalInt find(UseMatrix matrix, int table, int party) {
    for (int cell = matrix.start(table); cell < matrix.end(table); cell++) {
      if (matrix.party(cell) == party) {
        return OptionalInt.of(cell);
      }
    }
    return OptionalInt.empty();
  }
}
