package dev.watershed.analyzer.coupling;

import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import dev.watershed.analyzer.saying.Saying;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Pairs of services that write the same tables by name. Weight of (s, u): Σ over tables t of
 * min(w(s,t), w(u,t)), w in calls per second. Where one of both may write by chance, in every
 * table, the finding is occasional.
 */
final class WriteWriteConflicts {

  private record Pair(int first, int second) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      int order = Integer.compare(first, other.first);
      return order != 0 ? order : Integer.compare(second, other.second);
    }
  }

  private record Shared(int table, int firstCell, int secondCell) {}

  private WriteWriteConflicts() {}

  static List<Finding> findings(CouplingView view) {
    TreeMap<Pair, List<Shared>> pairs = new TreeMap<>();
    UseMatrix matrix = view.matrix();
    for (int table = 0; table < view.input().tables().size(); table++) {
      for (int one = matrix.start(table); one < matrix.end(table); one++) {
        for (int other = one + 1; other < matrix.end(table); other++) {
          if (writes(view, one) && writes(view, other)) {
            pairs
                .computeIfAbsent(
                    new Pair(matrix.party(one), matrix.party(other)), key -> new ArrayList<>())
                .add(new Shared(table, one, other));
          }
        }
      }
    }
    List<Finding> findings = new ArrayList<>();
    pairs.forEach((pair, shared) -> findings.add(finding(view, pair, shared)));
    return findings;
  }

  private static boolean writes(CouplingView view, int cell) {
    return view.isService(view.matrix().party(cell)) && view.matrix().writes(cell) > 0;
  }

  private static boolean sure(CouplingView view, Shared shared) {
    return view.surelyWrites(shared.table(), shared.firstCell())
        && view.surelyWrites(shared.table(), shared.secondCell());
  }

  private static Finding finding(CouplingView view, Pair pair, List<Shared> shared) {
    UseMatrix matrix = view.matrix();
    String first = view.party(pair.first());
    String second = view.party(pair.second());
    FindingMaker finding =
        new FindingMaker(view, FindingKind.WRITE_WRITE, List.of(first, second))
            .party(pair.first())
            .party(pair.second());
    finding.occasional(shared.stream().noneMatch(each -> sure(view, each)));
    double weight = 0;
    for (Shared each : shared) {
      weight +=
          Math.min(matrix.writes(each.firstCell()), matrix.writes(each.secondCell()))
              / view.seconds(each.table());
      finding
          .table(each.table())
          .touches(Cells.touches(view, each.firstCell(), TableUses.WRITE))
          .touches(Cells.touches(view, each.secondCell(), TableUses.WRITE));
    }
    return finding.make(
        weight,
        Saying.of(
            "write-write.tables",
            shared.size() == 1
                ? "{0} and {1} both write {2} table"
                : "{0} and {1} both write {2} tables",
            first,
            second,
            shared.size()));
  }
}
