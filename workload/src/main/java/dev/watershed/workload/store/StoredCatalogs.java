package dev.watershed.workload.store;

import java.util.List;
import java.util.Optional;

/**
 * The newest catalogs at some time.
 *
 * @param catalogs one per server that has any, in the order of their names
 * @param skipped files that could not be read, and what the catalogs lack because of it
 */
public record StoredCatalogs(List<StoredCatalog> catalogs, List<SkippedFile> skipped) {

  public StoredCatalogs {
    catalogs = List.copyOf(catalogs);
    skipped = List.copyOf(skipped);
  }

  /** The catalog of a server. */
  public Optional<StoredCatalog> of(String server) {
    return catalogs.stream().filter(catalog -> catalog.server().equals(server)).findFirst();
  }
}
