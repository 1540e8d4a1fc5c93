package dev.watershed.analyzer.index.statistics;

import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.collections.api.list.primitive.ImmutableLongList;

/**
 * How many different values columns have together: of unique columns all, of the beginning of an
 * index what the server counted, of others an estimate. Several that nobody counted together are
 * taken as independent. Several threads may ask.
 */
final class DistinctEstimate {

  /** Without any knowledge, a column has the square root of the rows, but no less than this. */
  private static final double ASSUMED_VALUES = 10;

  /** What has two values is a flag, and most rows have the one that is asked for. */
  private static final double FLAG_VALUES = 2;

  private static final double VALUES_OF_MOST = 1.1;

  /** A column that refers to another table: a tenth of the rows, if the parent has as many. */
  private static final double ASSUMED_CHILDREN = 10;

  /** The beginning of an index and what the server counted for it, or columns that were sent. */
  private record Counted(List<String> keys, double distinct) {}

  private final TableColumns columns;
  private final double rows;
  private final ColumnBounds bounds;
  private final List<Counted> counted = new ArrayList<>();
  private final List<Set<String>> unique = new ArrayList<>();
  private final Map<Set<String>, Distinct> known = new ConcurrentHashMap<>();

  DistinctEstimate(
      TableColumns columns,
      double rows,
      Map<String, ImmutableLongList> figures,
      ColumnBounds bounds) {
    this.columns = columns;
    this.rows = rows;
    this.bounds = bounds;
    TableDefinition table = columns.table();
    for (ColumnBounds.Together each : bounds.together()) {
      if (!each.most()) {
        counted.add(new Counted(each.keys().stream().sorted().toList(), each.distinct()));
      }
    }
    for (IndexDefinition index : table.indexes()) {
      if (Clustering.identifies(table, index)) {
        unique.add(Set.copyOf(index.parts().stream().map(ColumnKey::of).toList()));
      }
      ImmutableLongList distinct = figures.get(index.name());
      if (distinct != null && index.parts().stream().allMatch(p -> p.prefixLength().isEmpty())) {
        count(index, distinct);
      }
    }
  }

  private void count(IndexDefinition index, ImmutableLongList distinct) {
    List<String> keys = new ArrayList<>();
    for (int part = 0; part < index.parts().size() && part < distinct.size(); part++) {
      keys.add(ColumnKey.of(index.parts().get(part)));
      if (distinct.get(part) > 0) {
        counted.add(new Counted(List.copyOf(keys), distinct.get(part)));
      }
    }
  }

  Distinct of(Set<String> keys) {
    Distinct found = known.get(keys);
    if (found == null) {
      found = estimate(keys).atMost(Math.min(rows, shown(keys)));
      known.put(Set.copyOf(keys), found);
    }
    return found;
  }

  /** The most values that the rows allow which statements sent for these columns and others. */
  private double shown(Set<String> keys) {
    return unique.stream().anyMatch(keys::containsAll)
        ? rows
        : bounds.together().stream()
            .filter(each -> each.keys().containsAll(keys))
            .mapToDouble(ColumnBounds.Together::distinct)
            .min()
            .orElse(rows);
  }

  private Distinct estimate(Set<String> keys) {
    if (unique.stream().anyMatch(keys::containsAll)) {
      return new Distinct(rows, true);
    }
    Set<String> left = new LinkedHashSet<>(keys.stream().sorted().toList());
    Distinct product = new Distinct(1, true);
    while (!left.isEmpty()) {
      Counted longest = longest(left);
      if (longest == null) {
        break;
      }
      product = product.times(new Distinct(Math.max(1, longest.distinct), true));
      longest.keys.forEach(left::remove);
    }
    for (String key : left) {
      product = product.times(single(key));
    }
    return product;
  }

  private Counted longest(Set<String> keys) {
    Counted longest = null;
    for (Counted each : counted) {
      boolean longer =
          longest == null
              || each.keys.size() > longest.keys.size()
              || (each.keys.size() == longest.keys.size() && each.distinct > longest.distinct);
      if (longer && keys.containsAll(each.keys)) {
        longest = each;
      }
    }
    return longest;
  }

  private Distinct single(String key) {
    double upper = Math.min(rows, typeBound(key));
    if (bounds.seen(key).isPresent()) {
      return new Distinct(Math.max(1, bounds.seen(key).getAsDouble()), true).atMost(upper);
    }
    if (upper <= FLAG_VALUES) {
      return new Distinct(Math.min(upper, VALUES_OF_MOST), false);
    }
    double lower = 1;
    for (Counted each : counted) {
      if (each.keys.contains(key)) {
        upper = Math.min(upper, each.distinct);
        lower = Math.max(lower, step(each, key));
      }
    }
    double assumed = Math.max(ASSUMED_VALUES, Math.sqrt(rows));
    if (bounds.parentRows(key).isPresent()) {
      upper = Math.min(upper, bounds.parentRows(key).getAsDouble());
      assumed = Math.max(assumed, rows / ASSUMED_CHILDREN);
    }
    return new Distinct(Math.max(1, Math.max(lower, Math.min(upper, assumed))), false);
  }

  private double typeBound(String key) {
    return columns
        .type(key)
        .map(type -> type.values().orElse(Double.MAX_VALUE))
        .orElse(Double.MAX_VALUE);
  }

  /** How many times more values a prefix of an index has with its last column than without it. */
  private double step(Counted with, String key) {
    int last = with.keys.size() - 1;
    if (last == 0 || !with.keys.get(last).equals(key)) {
      return 1;
    }
    List<String> without = with.keys.subList(0, last);
    return counted.stream()
        .filter(each -> each.keys.equals(without))
        .mapToDouble(each -> with.distinct / Math.max(1, each.distinct))
        .findFirst()
        .orElse(1);
  }
}
