package dev.watershed.analyzer.index.live;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How a table is read: what EXPLAIN says, or what the model says.
 *
 * @param rows empty where the model cannot know what the server knows: how many rows are in a range
 *     of literals, and how many it reads until a block ends
 */
record Reading(String table, String type, String index, OptionalDouble rows) {

  /** Whether both read the same tables by the same indexes, and about as many rows. */
  static boolean agree(List<Reading> one, List<Reading> other, double factor) {
    List<Reading> left = sorted(one);
    List<Reading> right = sorted(other);
    if (left.size() != right.size()) {
      return false;
    }
    for (int at = 0; at < left.size(); at++) {
      if (!left.get(at).agrees(right.get(at), factor)) {
        return false;
      }
    }
    return true;
  }

  private static List<Reading> sorted(List<Reading> readings) {
    return readings.stream().sorted(Comparator.comparing(Reading::table)).toList();
  }

  private boolean agrees(Reading other, double factor) {
    boolean same =
        table.equals(other.table) && type().equals(other.type()) && index.equals(other.index);
    if (!same || rows.isEmpty() || other.rows.isEmpty()) {
      return same;
    }
    double ratio = Math.max(1, rows.getAsDouble()) / Math.max(1, other.rows.getAsDouble());
    return ratio <= factor && ratio >= 1 / factor;
  }

  /** One row by its key is const if the server has read the row before it that says which. */
  @Override
  public String type() {
    return type.equals("const") ? "eq_ref" : type;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s: %s %s %s", table, type, index, rows);
  }
}
