package dev.watershed.analyzer.coupling;

import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import dev.watershed.analyzer.saying.Saying;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/**
 * Tables that everybody reads, such as areas and settings. At least five services, and at least
 * half of those that work on the set of data, read it by name and more than {@link StrayCalls}
 * would; its first reader counts in any case. Reads of a hub are no finding of their own, and hubs
 * make no statement or transaction cross owners: whatever is cut or merged, a hub is copied or
 * served to all.
 */
public final class HubTables {

  private static final int LEAST_READERS = 5;
  private static final double LEAST_SHARE = 0.5;

  private HubTables() {}

  /** Their indexes. */
  public static BitSet of(CouplingInput input, UseMatrix matrix) {
    return of(input, matrix, StrayCalls.of(input, matrix));
  }

  static BitSet of(CouplingInput input, UseMatrix matrix, StrayCalls strays) {
    TreeMap<String, BitSet> active = active(input);
    BitSet hubs = new BitSet(input.tables().size());
    for (int table = 0; table < input.tables().size(); table++) {
      CoupledTable named = input.tables().get(table);
      int all = active.getOrDefault(named.dataSet(), new BitSet()).cardinality();
      int readers = readers(input, matrix, strays, table);
      hubs.set(table, readers >= LEAST_READERS && readers >= LEAST_SHARE * all);
    }
    return hubs;
  }

  private static int readers(CouplingInput input, UseMatrix matrix, StrayCalls strays, int table) {
    double most = 0;
    for (int cell = matrix.start(table); cell < matrix.end(table); cell++) {
      most = Math.max(most, matrix.reads(cell));
    }
    int readers = 0;
    for (int cell = matrix.start(table); cell < matrix.end(table); cell++) {
      boolean reads =
          matrix.reads(cell) > 0 && (matrix.reads(cell) == most || strays.likelyReads(table, cell));
      readers += reads && input.parties().isService(matrix.party(cell)) ? 1 : 0;
    }
    return readers;
  }

  /** The services that use tables, by set of data. */
  private static TreeMap<String, BitSet> active(CouplingInput input) {
    TreeMap<String, BitSet> active = new TreeMap<>();
    TableUses uses = input.uses();
    for (int row = 0; row < input.touches().size(); row++) {
      int statement = input.touches().statement(row);
      int party = input.touches().party(row);
      if (input.parties().isService(party) && uses.end(statement) > uses.start(statement)) {
        active
            .computeIfAbsent(input.statements().get(statement).dataSet(), key -> new BitSet())
            .set(party);
      }
    }
    return active;
  }

  /** The findings. */
  static List<Finding> findings(CouplingView view) {
    List<Finding> findings = new ArrayList<>();
    UseMatrix matrix = view.matrix();
    view.hubs().stream()
        .forEach(
            table -> {
              FindingMaker finding =
                  new FindingMaker(view, FindingKind.HUB_TABLE, List.of(view.label(table)))
                      .table(table);
              int readers = 0;
              for (int cell = matrix.start(table); cell < matrix.end(table); cell++) {
                if (matrix.reads(cell) > 0 && view.isService(matrix.party(cell))) {
                  readers++;
                  finding.party(matrix.party(cell));
                  Cells.touches(view, cell, TableUses.READ).forEach(finding::touch);
                }
              }
              findings.add(
                  finding.make(
                      finding.callsPerSecond(),
                      Saying.of("hub.read", "{0} services read {1}", readers, view.label(table))));
            });
    return findings;
  }
}
