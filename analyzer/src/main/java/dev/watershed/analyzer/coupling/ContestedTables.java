package dev.watershed.analyzer.coupling;

import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import dev.watershed.analyzer.ownership.OwnerFinder;
import dev.watershed.analyzer.ownership.WriteShares;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.saying.Saying.Joint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Tables that several services write. One that may write by a routine or view only counts as a
 * writer, and is said to be inferred; it has no share where others name the table. What triggers
 * and cascades write follows from writes to other tables, which are findings of their own. What no
 * service claims has a share, and contests nothing. Where all but one write so little that it may
 * be chance, the finding is occasional.
 */
final class ContestedTables {

  private static final int WRITES = TableUses.WRITE | TableUses.CALLED;

  private ContestedTables() {}

  static List<Finding> findings(CouplingView view) {
    List<Finding> findings = new ArrayList<>();
    UseMatrix matrix = view.matrix();
    for (int table = 0; table < view.input().tables().size(); table++) {
      List<Integer> writing = new ArrayList<>();
      for (int cell = matrix.start(table); cell < matrix.end(table); cell++) {
        boolean writes = matrix.writes(cell) > 0 || matrix.calledWrites(cell) > 0;
        if (writes && view.isService(matrix.party(cell))) {
          writing.add(cell);
        }
      }
      if (writing.size() > 1 && view.exists(table)) {
        findings.add(finding(view, table, writing));
      }
    }
    return findings;
  }

  private static Finding finding(CouplingView view, int table, List<Integer> writing) {
    UseMatrix matrix = view.matrix();
    FindingMaker finding =
        new FindingMaker(view, FindingKind.CONTESTED_TABLE, List.of(view.label(table)))
            .table(table);
    double most = 0;
    double all = 0;
    for (int cell : writing) {
      double writes = matrix.writes(cell) + matrix.calledWrites(cell);
      most = Math.max(most, writes);
      all += writes;
      finding.party(matrix.party(cell)).touches(Cells.touches(view, cell, WRITES));
      if (matrix.calledWrites(cell) > 0) {
        String party = view.party(matrix.party(cell));
        Cells.chains(view, cell)
            .forEach(
                chain -> finding.inferred(Saying.of("inferred.by", "{0} by {1}", party, chain)));
      }
    }
    long sure = writing.stream().filter(cell -> view.surelyWrites(table, cell)).count();
    finding.occasional(sure < 2);
    return finding.make((all - most) / view.seconds(table), message(view, table, writing));
  }

  private static Saying message(CouplingView view, int table, List<Integer> writing) {
    WriteShares shares = view.ownership().of(table).writes();
    OptionalInt owner = view.ownership().declared().owner(table);
    List<Saying> writers = new ArrayList<>();
    for (WriteShares.Writer writer : shares.writers()) {
      writers.add(
          Saying.of(
              "contested.writer", "{0} {1}", view.party(writer.party()), percent(writer.share())));
    }
    for (int cell : writing) {
      if (shares.share(view.matrix().party(cell)) == 0) {
        writers.add(
            Saying.of(
                "contested.inferred",
                "{0} (inferred only)",
                view.party(view.matrix().party(cell))));
      }
    }
    boolean one = shares.writers().get(0).share() >= OwnerFinder.OWNER_SHARE;
    List<Saying> clauses = new ArrayList<>();
    clauses.add(
        Saying.of("contested.written", "{0} is written by {1}", view.label(table), writers));
    owner.ifPresent(
        party -> clauses.add(Saying.of("contested.owner", "{0} owns it", view.party(party))));
    if (!one) {
      clauses.add(Saying.of("contested.nobody", "nobody has 80% of the writes"));
    }
    ColumnSeam.words(view, table, writing).ifPresent(clauses::add);
    return Saying.joined(Joint.SEMICOLON, clauses);
  }

  static Saying percent(double share) {
    return share > 0 && share < 0.01
        ? Saying.of("percent.below", "below 1%")
        : Saying.verbatim(String.format(Locale.ROOT, "%.0f%%", share * 100));
  }
}
