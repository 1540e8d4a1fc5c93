package dev.watershed.analyzer.ranking;

import dev.watershed.analyzer.catalog.CatalogGaps;
import java.util.List;

/**
 * The tables that statements and events touch without naming them.
 *
 * @param known whether there is a catalog to infer from
 * @param tables the most executions first
 * @param gaps what catalogs lack, so that there may be more
 */
public record InferredTables(boolean known, List<InferredTable> tables, List<CatalogGaps> gaps) {

  /** There is no catalog. */
  public static final InferredTables UNKNOWN = new InferredTables(false, List.of(), List.of());

  public InferredTables {
    tables = List.copyOf(tables);
    gaps = List.copyOf(gaps);
  }
}
