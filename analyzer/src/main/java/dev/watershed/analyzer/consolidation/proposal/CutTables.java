package dev.watershed.analyzer.consolidation.proposal;

import dev.watershed.analyzer.consolidation.crossing.TableCrossings;
import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.coupling.Finding;
import dev.watershed.analyzer.coupling.FindingKind;
import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import dev.watershed.analyzer.ownership.TableOwner.Confidence;
import dev.watershed.analyzer.ownership.WriteShares;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.sql.StatementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tables that several services fill and none nearly alone, cut along the seam between the writers:
 * each gets a table with its rows. A service that changes rows and inserts none changes those of
 * others, and such a table is not to be cut; nor is one that others than the first may write by
 * chance. Whether each reads only what it wrote is not known, so that confidence is never high;
 * services that only read would ask several.
 */
final class CutTables {

  private static final double LEAST_CALLS = 5;
  private static final double NEARLY_ALONE = 0.8;

  private CutTables() {}

  static List<Proposal> of(ProposalInput given) {
    CouplingInput input = given.facts().input();
    TableCrossings crossings =
        new TableCrossings(input, given.facts().matrix(), given.facts().hubs());
    List<Proposal> proposals = new ArrayList<>();
    List<String> contested =
        given.facts().of(FindingKind.CONTESTED_TABLE).stream()
            .filter(finding -> !finding.occasional())
            .map(Finding::subject)
            .map(subject -> subject.get(0))
            .toList();
    for (int table = 0; table < input.tables().size(); table++) {
      boolean base = input.tables().get(table).kind() == CoupledTable.Kind.TABLE;
      if (base && contested.contains(input.tables().label(table))) {
        proposal(given, crossings, table).ifPresent(proposals::add);
      }
    }
    return proposals;
  }

  private static Optional<Proposal> proposal(
      ProposalInput given, TableCrossings crossings, int table) {
    CouplingInput input = given.facts().input();
    List<WriteShares.Writer> writers =
        given.facts().ownership().of(table).writes().services(input.parties());
    double writes = writers.stream().mapToDouble(WriteShares.Writer::writes).sum();
    List<String> owners =
        writers.stream().map(writer -> input.parties().name(writer.party())).sorted().toList();
    boolean fills =
        writers.stream()
            .allMatch(
                writer -> writer.share() < NEARLY_ALONE && inserts(given, table, writer.party()));
    if (owners.size() < 2 || writes < LEAST_CALLS || !fills) {
      return Optional.empty();
    }
    String label = input.tables().label(table);
    Placement today = Placement.today(given.facts());
    Placement cut =
        today.withParts(
            table, writers.stream().map(WriteShares.Writer::party).collect(Collectors.toSet()));
    double spared = crossings.of(table, today) - crossings.of(table, cut);
    ProposalMaker maker =
        new ProposalMaker(input, ProposalKind.CUT_TABLE, List.of(label)).touches(List.of(label));
    input
        .tables()
        .patternOf(table)
        .ifPresentOrElse(
            pattern -> maker.move(new Move.CutTable(pattern, owners)),
            () -> maker.leftOut(List.of(label)));
    for (WriteShares.Writer writer : writers) {
      maker.ground(
          Saying.of(
              "cut.writer",
              "{0} makes {1} % of its writes",
              input.parties().name(writer.party()),
              Saying.number(100 * writer.share(), 0)));
    }
    proofs(given, table, maker);
    maker.risk(
        Saying.of(
            "cut.rows", "whether each service reads only the rows that it wrote is not known"));
    maker.step(
        Saying.of(
            "cut.column", "find out by which column the rows of each service can be told apart"));
    maker.step(
        Saying.of(
            "cut.make",
            "make a table for each, and have each write its own while {0} is read",
            label));
    maker.step(
        Saying.of("cut.copy", "copy the rows, have each read its own, and retire {0}", label));
    return Optional.of(
        maker.make(
            Saying.of(
                "cut.cut",
                "cut {0} into a table for each of {1}, which all write it",
                label,
                owners),
            Math.max(0, spared),
            writers.get(0).estimated() ? Confidence.LOW : Confidence.MEDIUM));
  }

  private static boolean inserts(ProposalInput given, int table, int party) {
    UseMatrix matrix = given.facts().matrix();
    CouplingInput input = given.facts().input();
    for (int cell = matrix.start(table); cell < matrix.end(table); cell++) {
      for (int entry = matrix.entryStart(cell); entry < matrix.entryEnd(cell); entry++) {
        StatementKind kind =
            input.statements().get(input.touches().statement(matrix.touch(entry))).kind();
        boolean fills =
            kind == StatementKind.INSERT
                || kind == StatementKind.REPLACE
                || kind == StatementKind.LOAD;
        if (matrix.party(cell) == party && fills && input.uses().writes(matrix.use(entry))) {
          return true;
        }
      }
    }
    return false;
  }

  private static void proofs(ProposalInput given, int table, ProposalMaker maker) {
    UseMatrix matrix = given.facts().matrix();
    TableUses uses = given.facts().input().uses();
    for (int cell = matrix.start(table); cell < matrix.end(table); cell++) {
      for (int entry = matrix.entryStart(cell); entry < matrix.entryEnd(cell); entry++) {
        if (uses.writes(matrix.use(entry))) {
          maker.proof(matrix.touch(entry));
        }
      }
    }
  }
}
