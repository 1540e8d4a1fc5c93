package dev.watershed.reports;

import dev.watershed.workload.catalog.CatalogChange;
import dev.watershed.workload.catalog.CatalogGap;
import dev.watershed.workload.catalog.CatalogSize;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What a collection found in the catalog of a server.
 *
 * @param size how many objects it holds
 * @param change how they differ from those that the store had before
 * @param gaps what it lacks
 */
public record CollectedCatalog(CatalogSize size, CatalogChange change, List<CatalogGap> gaps)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  public CollectedCatalog {
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(change, "change");
    gaps = List.copyOf(gaps);
  }
}
