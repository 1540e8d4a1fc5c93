package dev.watershed.analyzer.coupling;

import dev.watershed.analyzer.coupling.input.UseMatrix;
import dev.watershed.analyzer.saying.Saying;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Says which columns of a table each of its writers sets in rows that are there, and whether some
 * are set by several. Where none is, the table may be cut by columns, as far as writes are
 * concerned: what is read of it is not looked at.
 */
final class ColumnSeam {

  private static final int MOST_NAMES = 4;

  private ColumnSeam() {}

  /**
   * The sentence.
   *
   * @param cells of writers
   * @return empty if fewer than two of them set columns
   */
  static Optional<Saying> words(CouplingView view, int table, List<Integer> cells) {
    TreeSet<String> all = new TreeSet<>();
    TreeSet<String> shared = new TreeSet<>();
    List<Saying> clauses = new ArrayList<>();
    for (int cell : cells) {
      TreeSet<String> own = columns(view, table, cell);
      own.stream().filter(all::contains).forEach(shared::add);
      all.addAll(own);
      if (!own.isEmpty()) {
        clauses.add(
            Saying.of(
                "seam.sets",
                "{0} sets {1}",
                view.party(view.matrix().party(cell)),
                shortened(own)));
      }
    }
    Saying both =
        shared.isEmpty()
            ? Saying.of("seam.apart", "no column is set by two")
            : Saying.of("seam.shared", "more than one sets {0}", shortened(shared));
    return clauses.size() < 2
        ? Optional.empty()
        : Optional.of(Saying.of("seam.columns", "{0}: {1}", clauses, both));
  }

  private static TreeSet<String> columns(CouplingView view, int table, int cell) {
    UseMatrix matrix = view.matrix();
    TreeSet<String> columns = new TreeSet<>();
    for (int entry = matrix.entryStart(cell); entry < matrix.entryEnd(cell); entry++) {
      int statement = view.input().touches().statement(matrix.touch(entry));
      view.input().setColumns().of(statement, table).ifPresent(columns::addAll);
    }
    return columns;
  }

  private static Saying shortened(TreeSet<String> names) {
    return Saying.some(names, MOST_NAMES);
  }
}
