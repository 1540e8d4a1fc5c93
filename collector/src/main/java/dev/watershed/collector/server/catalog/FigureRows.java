package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.catalog.query.CardinalityQuery;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the figures about tables are made of.
 *
 * @param cachedPages empty where the server does not tell them
 */
record FigureRows(
    InnodbTableFigures tables,
    InnodbIndexFigures indexes,
    List<CardinalityQuery.Row> cardinalities,
    Optional<Map<IndexKey, Long>> cachedPages) {

  FigureRows {
    Objects.requireNonNull(tables, "tables");
    Objects.requireNonNull(indexes, "indexes");
    cardinalities = List.copyOf(cardinalities);
    cachedPages = cachedPages.map(Map::copyOf);
  }
}
