package dev.watershed.analyzer.coupling;

import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import dev.watershed.analyzer.saying.Saying;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Tables that no statement names and that triggers, cascades, routines or views may touch: they are
 * not dead.
 */
final class InferredTables {

  private static final int INFERRED = TableUses.INFERRED_READ | TableUses.INFERRED_WRITE;

  private InferredTables() {}

  static List<Finding> findings(CouplingView view) {
    List<Finding> findings = new ArrayList<>();
    UseMatrix matrix = view.matrix();
    for (int table = 0; table < view.input().tables().size(); table++) {
      double named = 0;
      for (int cell = matrix.start(table); cell < matrix.end(table); cell++) {
        named += matrix.reads(cell) + matrix.writes(cell);
      }
      if (named == 0 && matrix.end(table) > matrix.start(table)) {
        findings.add(finding(view, table));
      }
    }
    return findings;
  }

  private static Finding finding(CouplingView view, int table) {
    UseMatrix matrix = view.matrix();
    FindingMaker finding =
        new FindingMaker(view, FindingKind.INFERRED_TABLE, List.of(view.label(table))).table(table);
    TreeSet<Saying> chains = new TreeSet<>(Comparator.comparing(Saying::text));
    for (int cell = matrix.start(table); cell < matrix.end(table); cell++) {
      finding.touches(Cells.touches(view, cell, INFERRED));
      chains.addAll(Cells.chains(view, cell));
      if (view.isService(matrix.party(cell))) {
        finding.party(matrix.party(cell));
      }
    }
    chains.forEach(finding::inferred);
    return finding.make(
        finding.callsPerSecond(),
        Saying.of(
            "inferred-table.may",
            "no statement names {0}, but {1} may touch it",
            view.label(table),
            chains.first()));
  }
}
