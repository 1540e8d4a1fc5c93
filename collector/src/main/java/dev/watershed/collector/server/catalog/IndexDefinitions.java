package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.catalog.query.IndexQuery;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes indexes of rows. No server tells the order of their definition there: the primary key comes
 * first, then those that are unique, each by name.
 */
final class IndexDefinitions {

  private static final Comparator<IndexDefinition> ORDER =
      Comparator.comparing((IndexDefinition index) -> !index.primary())
          .thenComparing(index -> !index.unique())
          .thenComparing(IndexDefinition::name);

  private final ServerTexts texts;

  IndexDefinitions(ServerTexts texts) {
    this.texts = texts;
  }

  /**
   * The indexes of one table.
   *
   * @throws IllegalArgumentException if one is of a kind, or has a part, that nobody knows
   */
  List<IndexDefinition> of(List<IndexQuery.Row> rows) {
    return rows.stream()
        .collect(Collectors.groupingBy(IndexQuery.Row::index, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(this::index)
        .sorted(ORDER)
        .toList();
  }

  private IndexDefinition index(List<IndexQuery.Row> rows) {
    IndexQuery.Row first = rows.get(0);
    IndexKind kind = kind(first.type());
    return new IndexDefinition(
        first.index(),
        first.unique(),
        kind,
        first.visible(),
        first.commented(),
        rows.stream()
            .sorted(Comparator.comparingInt(IndexQuery.Row::position))
            .map(row -> part(row, kind))
            .toList());
  }

  private IndexPart part(IndexQuery.Row row, IndexKind kind) {
    // the server counts the bytes of a bounding box as a prefix
    boolean prefixed = kind == IndexKind.BTREE || kind == IndexKind.HASH;
    return row.column().isPresent()
        ? new IndexPart(
            row.column(),
            Optional.empty(),
            prefixed ? row.prefixLength() : OptionalInt.empty(),
            row.descending())
        : new IndexPart(
            Optional.empty(),
            row.expression().map(texts::expression),
            OptionalInt.empty(),
            row.descending());
  }

  private static IndexKind kind(String type) {
    return switch (type.toUpperCase(Locale.ROOT)) {
      case "BTREE" -> IndexKind.BTREE;
      case "HASH" -> IndexKind.HASH;
      case "FULLTEXT" -> IndexKind.FULLTEXT;
      case "SPATIAL", "RTREE" -> IndexKind.SPATIAL;
      case "VECTOR" -> IndexKind.VECTOR;
      default -> throw new IllegalArgumentException("it has an index of unknown kind " + type);
    };
  }
}
