package dev.watershed.analyzer.coupling;

import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.ownership.OwnerMismatch;
import dev.watershed.analyzer.saying.Saying;
import java.util.List;

/** Declared owners that hardly write their tables, while another does. */
final class OwnerMismatches {

  private OwnerMismatches() {}

  static List<Finding> findings(CouplingView view) {
    return view.ownership().mismatches().stream().map(each -> finding(view, each)).toList();
  }

  private static Finding finding(CouplingView view, OwnerMismatch mismatch) {
    int table = mismatch.table();
    FindingMaker finding =
        new FindingMaker(view, FindingKind.OWNER_MISMATCH, List.of(view.label(table)))
            .party(mismatch.declared())
            .party(mismatch.practiced())
            .owned(table);
    Cells.find(view.matrix(), table, mismatch.practiced())
        .ifPresent(cell -> finding.touches(Cells.touches(view, cell, TableUses.WRITE)));
    return finding.make(
        mismatch.writes() / view.seconds(table),
        Saying.of(
            "mismatch.writes",
            "{0} owns {1} and has {2} of its writes; {3} has {4}",
            view.party(mismatch.declared()),
            view.label(table),
            ContestedTables.percent(mismatch.declaredShare()),
            view.party(mismatch.practiced()),
            ContestedTables.percent(mismatch.practicedShare())));
  }
}
