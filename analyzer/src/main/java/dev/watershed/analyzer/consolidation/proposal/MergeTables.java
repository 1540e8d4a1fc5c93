package dev.watershed.analyzer.consolidation.proposal;

import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import dev.watershed.analyzer.ownership.TableOwner.Confidence;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.service.TablePattern;
import dev.watershed.sql.ServerSchemas;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Tables of nearly the same columns, of one schema or several. That they have the same rows is not
 * known: a copy, a cache and a table of another thing look alike.
 */
final class MergeTables {

  private MergeTables() {}

  static List<Proposal> of(ProposalInput given) {
    List<TableForm> forms = new ArrayList<>();
    CouplingInput input = given.facts().input();
    given
        .judged()
        .catalogs()
        .forEach(
            (data, catalog) ->
                catalog
                    .schemas()
                    .forEach(
                        schema ->
                            schema.objects().stream()
                                .filter(TableDefinition.class::isInstance)
                                .map(TableDefinition.class::cast)
                                .filter(table -> !ServerSchemas.has(schema.name()))
                                .forEach(
                                    table -> {
                                      OptionalInt index =
                                          input.tables().find(data, schema.name(), table.name());
                                      if (index.isPresent()) {
                                        forms.add(
                                            TableForm.of(
                                                input.tables().get(index.getAsInt()), table));
                                      }
                                    })));
    return new Likeness(forms).pairs().stream().map(pair -> proposal(given, pair)).toList();
  }

  private static Proposal proposal(ProposalInput given, Likeness.Pair pair) {
    CouplingInput input = given.facts().input();
    int one = index(input, pair.one());
    int other = index(input, pair.other());
    boolean turned = calls(given, other) > calls(given, one);
    int into = turned ? other : one;
    int from = turned ? one : other;
    String fromName = input.tables().label(from);
    String intoName = input.tables().label(into);
    ProposalMaker maker =
        new ProposalMaker(
                input,
                ProposalKind.MERGE_TABLES,
                List.of(input.tables().label(one), input.tables().label(other)))
            .touches(List.of(fromName, intoName));
    boolean idle = calls(given, from) == 0;
    boolean apart = !input.tables().get(from).dataSet().equals(input.tables().get(into).dataSet());
    Optional<TablePattern> fromPattern = input.tables().patternOf(from);
    Optional<TablePattern> intoPattern = input.tables().patternOf(into);
    if (!apart && fromPattern.isPresent() && intoPattern.isPresent()) {
      maker.move(new Move.MergeTables(List.of(fromPattern.get()), intoPattern.get()));
    } else if (!apart) {
      maker.leftOut(List.of(fromPattern.isEmpty() ? fromName : intoName));
    } else {
      maker.risk(
          Saying.of("merge-tables.apart", "they are on two servers: one has to be asked by calls"));
    }
    proofs(given, from, maker);
    maker.ground(
        Saying.of(
            "merge-tables.alike",
            "{0} % alike, columns weighed by rarity",
            Saying.number(100 * pair.likeness(), 0)));
    if (idle) {
      maker.ground(Saying.of("merge-tables.unnamed", "no statement names {0}", fromName));
    }
    maker.risk(
        Saying.of(
            "merge-tables.rows", "that they have the same rows is not known: compare them first"));
    maker.step(
        Saying.of(
            "merge-tables.compare", "compare the rows, and find out who fills {0}", fromName));
    maker.step(
        Saying.of(
            "merge-tables.view",
            "have its readers ask {0}, through a view of the old name at first",
            intoName));
    maker.step(Saying.of("retire.table", "retire {0}", fromName));
    return maker.make(
        Saying.of(
            "merge-tables.merge",
            "merge {0} into {1}: they have nearly the same columns",
            fromName,
            intoName),
        0,
        idle ? Confidence.MEDIUM : Confidence.LOW);
  }

  private static int index(CouplingInput input, TableForm form) {
    CoupledTable table = form.table();
    return input.tables().find(table.dataSet(), table.schema(), table.name()).orElseThrow();
  }

  private static double calls(ProposalInput given, int table) {
    UseMatrix matrix = given.facts().matrix();
    double calls = 0;
    for (int cell = matrix.start(table); cell < matrix.end(table); cell++) {
      calls += matrix.reads(cell) + matrix.writes(cell);
    }
    return calls;
  }

  private static void proofs(ProposalInput given, int table, ProposalMaker maker) {
    UseMatrix matrix = given.facts().matrix();
    for (int cell = matrix.start(table); cell < matrix.end(table); cell++) {
      for (int entry = matrix.entryStart(cell); entry < matrix.entryEnd(cell); entry++) {
        maker.proof(matrix.touch(entry));
      }
    }
  }
}
