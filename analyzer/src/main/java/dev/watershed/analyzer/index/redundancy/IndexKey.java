package dev.watershed.analyzer.index.redundancy;

import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexPart;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The order in which an index keeps rows. A secondary index of InnoDB ends with those columns of
 * the primary key that it does not have (MySQL 8.4 Reference Manual, 17.6.2.1 "Clustered and
 * Secondary Indexes").
 *
 * @param parts as they are defined, names of columns in lower case
 */
record IndexKey(List<IndexPart> parts) {

  IndexKey {
    parts = parts.stream().map(IndexKey::folded).toList();
  }

  /** The parts of a definition. */
  static IndexKey of(IndexDefinition index) {
    return new IndexKey(index.parts());
  }

  /** The parts with those of the primary key behind them. */
  static IndexKey stored(IndexDefinition index, TableDefinition table) {
    List<IndexPart> parts = new ArrayList<>(of(index).parts());
    if (!index.primary()) {
      table
          .primaryKey()
          .map(IndexKey::of)
          .ifPresent(
              primary ->
                  primary.parts().stream()
                      .filter(part -> parts.stream().noneMatch(own -> isWhole(own, part)))
                      .forEach(parts::add));
    }
    return new IndexKey(parts);
  }

  private static boolean isWhole(IndexPart own, IndexPart primary) {
    return own.column().equals(primary.column()) && own.prefixLength().isEmpty();
  }

  private static IndexPart folded(IndexPart part) {
    return new IndexPart(
        part.column().map(name -> name.toLowerCase(Locale.ROOT)),
        part.expression(),
        part.prefixLength(),
        part.descending());
  }

  /**
   * Whether the other one begins with all these parts, in the same order and directions, or with
   * more of their columns' characters.
   */
  boolean begins(IndexKey other) {
    return parts.size() <= other.parts.size()
        && IntStream.range(0, parts.size())
            .allMatch(at -> holds(other.parts.get(at), parts.get(at)));
  }

  private static boolean holds(IndexPart more, IndexPart part) {
    return more.column().equals(part.column())
        && more.expression().equals(part.expression())
        && more.descending() == part.descending()
        && characters(more) >= characters(part);
  }

  private static long characters(IndexPart part) {
    return part.prefixLength().isPresent() ? part.prefixLength().getAsInt() : Integer.MAX_VALUE;
  }

  int partCount() {
    return parts.size();
  }

  /** Of all parts; that of a whole column counts for more than any prefix. */
  long characters() {
    return parts.stream().mapToLong(IndexKey::characters).sum();
  }

  /** Whether these columns, whole, come first, in this order. */
  boolean startsWith(List<String> columns) {
    if (columns.size() > parts.size()) {
      return false;
    }
    for (int at = 0; at < columns.size(); at++) {
      IndexPart part = parts.get(at);
      Optional<String> column = Optional.of(columns.get(at).toLowerCase(Locale.ROOT));
      if (!part.column().equals(column) || part.prefixLength().isPresent()) {
        return false;
      }
    }
    return true;
  }

  /** The names of its columns; empty if a part is an expression or the beginning of a column. */
  Optional<List<String>> wholeColumns() {
    boolean whole =
        parts.stream().allMatch(part -> part.column().isPresent() && part.prefixLength().isEmpty());
    return whole
        ? Optional.of(parts.stream().map(part -> part.column().orElseThrow()).toList())
        : Optional.empty();
  }
}
