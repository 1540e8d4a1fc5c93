package dev.watershed.analyzer.coupling;

import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import dev.watershed.analyzer.ownership.TableOwner;
import dev.watershed.analyzer.saying.Saying;
import java.util.ArrayList;
import java.util.List;

/** Tables in use that no {@code owns} names, where the configuration has any. */
final class UnownedTables {

  private static final int ANY =
      TableUses.READ | TableUses.WRITE | TableUses.INFERRED_READ | TableUses.INFERRED_WRITE;

  private UnownedTables() {}

  static List<Finding> findings(CouplingView view) {
    List<Finding> findings = new ArrayList<>();
    UseMatrix matrix = view.matrix();
    for (int table = 0; table < view.input().tables().size(); table++) {
      boolean used = matrix.end(table) > matrix.start(table);
      if (view.ownership().anyDeclared()
          && used
          && view.exists(table)
          && !view.ownership().isDeclared(table)) {
        findings.add(finding(view, table));
      }
    }
    return findings;
  }

  private static Finding finding(CouplingView view, int table) {
    UseMatrix matrix = view.matrix();
    FindingMaker finding =
        new FindingMaker(view, FindingKind.TABLE_WITHOUT_OWNER, List.of(view.label(table)))
            .table(table);
    for (int cell = matrix.start(table); cell < matrix.end(table); cell++) {
      finding.touches(Cells.touches(view, cell, ANY));
      if (view.isService(matrix.party(cell))) {
        finding.party(matrix.party(cell));
      }
    }
    boolean twice =
        view.ownership().declared().ownedTwice().stream().anyMatch(each -> each.table() == table);
    TableOwner owner = view.ownership().of(table);
    Saying hint =
        owner.owner().isPresent()
            ? Saying.of(
                "unowned.hint", "; by its use, {0} owns it", view.party(owner.owner().getAsInt()))
            : Saying.nothing();
    return finding.make(
        finding.callsPerSecond(),
        twice
            ? Saying.of(
                "unowned.twice", "{0} is owned twice, so by nobody{1}", view.label(table), hint)
            : Saying.of("unowned.none", "{0} has no declared owner{1}", view.label(table), hint));
  }
}
