package dev.watershed.analyzer.ranking;

import dev.watershed.analyzer.catalog.CatalogGaps;
import dev.watershed.analyzer.catalog.CatalogedTable;
import java.util.List;
import java.util.Objects;

/**
 * Everything known about a table.
 *
 * @param definitions one per server whose catalog has it
 * @param hiding what the catalogs of other servers lack, so that it may exist there
 * @param load the statements that use it
 */
public record TableFacts(
    List<CatalogedTable> definitions, List<CatalogGaps> hiding, TableLoad load) {

  public TableFacts {
    definitions = List.copyOf(definitions);
    hiding = List.copyOf(hiding);
    Objects.requireNonNull(load, "load");
  }
}
