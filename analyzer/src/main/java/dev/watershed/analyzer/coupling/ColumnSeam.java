package dev.watershed.analyzer.coupling;

import dev.watershed.analyzer.coupling.input.UseMatrix;
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
  static Optional<String> words(CouplingView view, int table, List<Integer> cells) {
    TreeSet<String> all = new TreeSet<>();
    TreeSet<String> shared = new TreeSet<>();
    List<String> clauses = new ArrayList<>();
    for (int cell : cells) {
      TreeSet<String> own = columns(view, table, cell);
      own.stream().filter(all::contains).forEach(shared::add);
      all.addAll(own);
      if (!own.isEmpty()) {
        clauses.add(view.party(view.matrix().party(cell)) + " sets " + shortened(own));
      }
    }
    String both =
        shared.isEmpty() ? "no column is set by two" : "more than one sets " + shortened(shared);
    return clauses.size() < 2
        ? Optional.empty()
        : Optional.of(String.join(", ", clauses) + ": " + both);
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

  private static String shortened(TreeSet<String> names) {
    String first = String.join(", ", names.stream().limit(MOST_NAMES).toList());
    return names.size() > MOST_NAMES
        ? first + " and " + (names.size() - MOST_NAMES) + " more"
        : first;
  }
}
