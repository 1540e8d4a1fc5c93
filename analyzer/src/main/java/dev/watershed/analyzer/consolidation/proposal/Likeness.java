package dev.watershed.analyzer.consolidation.proposal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.collections.impl.set.mutable.primitive.LongHashSet;

/**
 * How alike the forms of tables are: Σ over columns of both of w ÷ Σ over columns of either of w,
 * with w = ln(tables ÷ tables that have the column). A column that every table has says nothing;
 * one that only two have says much.
 */
final class Likeness {

  /** From here on, two tables are nearly the same. */
  static final double NEARLY_THE_SAME = 0.9;

  /** Columns with so many tables are no reason to compare two. */
  private static final int COMMON = 60;

  /** The least weight of what two tables have in common. */
  private static final double LEAST_WEIGHT = 8;

  /** Two tables that are nearly the same. */
  record Pair(TableForm one, TableForm other, double likeness) {}

  private final List<TableForm> forms;
  private final Map<String, List<Integer>> tablesOf = new TreeMap<>();

  Likeness(List<TableForm> forms) {
    this.forms = List.copyOf(forms);
    for (int table = 0; table < forms.size(); table++) {
      for (String column : forms.get(table).columns()) {
        tablesOf.computeIfAbsent(column, key -> new ArrayList<>()).add(table);
      }
    }
  }

  double weight(String column) {
    return Math.log((double) forms.size() / tablesOf.get(column).size());
  }

  private double weight(Collection<String> columns) {
    return columns.stream().sorted().mapToDouble(this::weight).sum();
  }

  double of(TableForm one, TableForm other) {
    Set<String> both = both(one, other);
    Set<String> either = new HashSet<>(one.columns());
    either.addAll(other.columns());
    double all = weight(either);
    return all == 0 ? 0 : weight(both) / all;
  }

  private static Set<String> both(TableForm one, TableForm other) {
    Set<String> both = new HashSet<>(one.columns());
    both.retainAll(other.columns());
    return both;
  }

  /** All pairs that are nearly the same, the most alike first, then by name. */
  List<Pair> pairs() {
    LongHashSet compared = new LongHashSet();
    List<Pair> found = new ArrayList<>();
    for (List<Integer> tables : tablesOf.values()) {
      if (tables.size() > 1 && tables.size() <= COMMON) {
        for (int one = 0; one < tables.size(); one++) {
          for (int other = one + 1; other < tables.size(); other++) {
            int first = tables.get(one);
            int second = tables.get(other);
            if (compared.add((long) first << Integer.SIZE | second)) {
              found.add(pair(forms.get(first), forms.get(second)));
            }
          }
        }
      }
    }
    return found.stream()
        .filter(pair -> pair.likeness() >= NEARLY_THE_SAME)
        .filter(pair -> weight(both(pair.one(), pair.other())) >= LEAST_WEIGHT)
        .sorted(
            Comparator.comparingDouble(Pair::likeness)
                .reversed()
                .thenComparing(pair -> pair.one().table())
                .thenComparing(pair -> pair.other().table()))
        .toList();
  }

  private Pair pair(TableForm one, TableForm other) {
    return new Pair(one, other, of(one, other));
  }
}
