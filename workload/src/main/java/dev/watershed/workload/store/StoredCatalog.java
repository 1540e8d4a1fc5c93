package dev.watershed.workload.store;

import dev.watershed.workload.catalog.Catalog;
import java.util.Objects;

/**
 * The newest catalog of a server at some time.
 *
 * @param server its name in the configuration
 */
public record StoredCatalog(String server, Catalog catalog) {

  public StoredCatalog {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(catalog, "catalog");
  }
}
