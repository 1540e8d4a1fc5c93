package dev.watershed.analyzer.index.redundancy;

import dev.watershed.analyzer.index.statistics.ColumnKey;
import dev.watershed.analyzer.index.statistics.KeyParts;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexPart;
import dev.watershed.workload.catalog.TableDefinition;
import java.util.List;
import java.util.Optional;

/**
 * The order in which an index keeps rows.
 *
 * @param parts as they are defined, names of columns and expressions in one spelling
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
    return new IndexKey(KeyParts.stored(index, table));
  }

  private static IndexPart folded(IndexPart part) {
    return new IndexPart(
        part.column().map(ColumnKey::ofColumn),
        part.expression().map(ColumnKey::ofExpression),
        part.prefixLength(),
        part.descending());
  }

  /**
   * Whether the other one begins with all these parts, in the same order and directions, or with
   * more of their columns' characters.
   */
  boolean begins(IndexKey other) {
    return KeyParts.begins(other.parts, parts, false);
  }

  /** Whether literals of its expressions are missing, so that others may look the same. */
  boolean literalsUnknown() {
    return parts.stream().anyMatch(part -> part.expression().orElse("").contains("?"));
  }

  int partCount() {
    return parts.size();
  }

  /** Of all parts; that of a whole column counts for more than any prefix. */
  long characters() {
    return parts.stream().mapToLong(KeyParts::characters).sum();
  }

  /** Whether these columns, whole, come first, in this order. */
  boolean startsWith(List<String> columns) {
    if (columns.size() > parts.size()) {
      return false;
    }
    for (int at = 0; at < columns.size(); at++) {
      IndexPart part = parts.get(at);
      Optional<String> column = Optional.of(ColumnKey.ofColumn(columns.get(at)));
      if (!part.column().equals(column) || part.prefixLength().isPresent()) {
        return false;
      }
    }
    return true;
  }
}
