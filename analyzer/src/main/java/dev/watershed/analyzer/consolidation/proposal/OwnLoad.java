package dev.watershed.analyzer.consolidation.proposal;

import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The tables of a set of data that are used mainly by one service: four fifths of the time of
 * statements that name them is its.
 *
 * @param tables those that take the most of its time first
 * @param share of the service's time on the set of data, what statements take that name these
 *     tables alone
 * @param touches rows of statements of the service that name only these
 */
record OwnLoad(List<Integer> tables, double share, List<Integer> touches) {

  private static final double MAINLY = 0.8;

  OwnLoad {
    tables = List.copyOf(tables);
    touches = List.copyOf(touches);
  }

  static OwnLoad of(ProposalInput given, String dataSet, String service) {
    CouplingInput input = given.facts().input();
    BitSet mainly = new BitSet();
    for (int table = 0; table < input.tables().size(); table++) {
      CoupledTable named = input.tables().get(table);
      mainly.set(
          table,
          named.dataSet().equals(dataSet)
              && named.kind() == CoupledTable.Kind.TABLE
              && share(given, table, service) >= MAINLY);
    }
    double all = 0;
    double own = 0;
    Map<Integer, Double> micros = new TreeMap<>();
    mainly.stream().forEach(table -> micros.put(table, 0.0));
    List<Integer> touches = new ArrayList<>();
    for (int row = 0; row < input.touches().size(); row++) {
      int touch = row;
      int statement = input.touches().statement(row);
      if (input.statements().get(statement).dataSet().equals(dataSet)
          && isOf(input, input.touches().party(row), service)) {
        all += input.touches().timeMicros(row);
        if (namesOnly(input.uses(), statement, mainly)) {
          own += input.touches().timeMicros(row);
          touches.add(row);
          for (int use = input.uses().start(statement); use < input.uses().end(statement); use++) {
            micros.computeIfPresent(
                input.uses().table(use), (table, sum) -> sum + input.touches().timeMicros(touch));
          }
        }
      }
    }
    List<Integer> tables =
        micros.keySet().stream()
            .sorted(
                Comparator.comparingDouble((Integer table) -> -micros.get(table))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    return new OwnLoad(tables, all == 0 ? 0 : own / all, touches);
  }

  /** The share of a service in the time of the statements that name a table. */
  private static double share(ProposalInput given, int table, String service) {
    CouplingInput input = given.facts().input();
    UseMatrix matrix = given.facts().matrix();
    double all = 0;
    double own = 0;
    for (int cell = matrix.start(table); cell < matrix.end(table); cell++) {
      for (int entry = matrix.entryStart(cell); entry < matrix.entryEnd(cell); entry++) {
        if (input.uses().named(matrix.use(entry))) {
          double micros = input.touches().timeMicros(matrix.touch(entry));
          all += micros;
          own += isOf(input, matrix.party(cell), service) ? micros : 0;
        }
      }
    }
    return all == 0 ? 0 : own / all;
  }

  private static boolean isOf(CouplingInput input, int party, String service) {
    return input.parties().attribution(party).service().equals(Optional.of(service));
  }

  private static boolean namesOnly(TableUses uses, int statement, BitSet tables) {
    boolean any = false;
    for (int use = uses.start(statement); use < uses.end(statement); use++) {
      if (uses.named(use)) {
        if (!tables.get(uses.table(use))) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }
}
