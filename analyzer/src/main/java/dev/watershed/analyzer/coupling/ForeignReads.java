package dev.watershed.analyzer.coupling;

import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import dev.watershed.analyzer.saying.Saying;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Reads of a table of another service that the reader's {@code reads} do not name. Hubs are apart,
 * and so are tables that the reader also writes, not by chance: {@link ContestedTables} says that.
 * What a view, trigger or routine reads is the business of whose it is.
 */
final class ForeignReads {

  private ForeignReads() {}

  static List<Finding> findings(CouplingView view) {
    List<Finding> findings = new ArrayList<>();
    UseMatrix matrix = view.matrix();
    for (int table = 0; table < view.input().tables().size(); table++) {
      OptionalInt owner = view.ownerApartFromHubs(table);
      for (int cell = matrix.start(table); owner.isPresent() && cell < matrix.end(table); cell++) {
        int party = matrix.party(cell);
        boolean foreign =
            view.isService(party)
                && view.input().parties().foreign(party, owner.getAsInt())
                && matrix.reads(cell) > 0
                && (matrix.writes(cell) == 0 || !view.surelyWrites(table, cell))
                && !view.ownership().contracts().allows(party, table);
        if (foreign) {
          findings.add(finding(view, table, cell, owner.getAsInt()));
        }
      }
    }
    return findings;
  }

  private static Finding finding(CouplingView view, int table, int cell, int owner) {
    int party = view.matrix().party(cell);
    FindingMaker finding =
        new FindingMaker(
                view, FindingKind.FOREIGN_READ, List.of(view.party(party), view.label(table)))
            .party(party)
            .party(owner)
            .owned(table)
            .occasional(!view.strays().surelyReads(table, cell))
            .touches(Cells.touches(view, cell, TableUses.READ));
    return finding.make(
        finding.callsPerSecond(),
        Saying.of(
            "foreign.reads",
            "{0} reads {1} of {2}{3}",
            view.party(party),
            view.label(table),
            view.party(owner),
            view.ownership().contracts().any()
                ? Saying.of("foreign.outside", ", and its contract does not name it")
                : Saying.of("foreign.none", "; no contract is declared")));
  }
}
