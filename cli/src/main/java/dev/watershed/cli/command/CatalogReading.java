package dev.watershed.cli.command;

import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.StoredCatalog;
import dev.watershed.workload.store.StoredCatalogs;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The catalogs of a store, as they were at the end of a span.
 *
 * @param exitCode how the command ends if nothing else happens
 */
record CatalogReading(List<StoredCatalog> catalogs, ExitCode exitCode) {

  /** Nobody asked for them. */
  static final CatalogReading NOT_READ = new CatalogReading(List.of(), ExitCode.FINE);

  CatalogReading {
    catalogs = List.copyOf(catalogs);
    Objects.requireNonNull(exitCode, "exitCode");
  }

  /**
   * Reads them. What cannot be read is named on standard error.
   *
   * @throws CommandException if the store cannot be read
   */
  static CatalogReading of(
      CommandContext context, Configuration configuration, StoreOptions.StoreSpan span)
      throws CommandException {
    StoreLocation location = StoreLocation.of(context, configuration);
    try {
      StoredCatalogs stored =
          Store.open(location.files()).catalogs(span.servers(), span.until().orElse(Instant.MAX));
      stored.skipped().forEach(file -> context.say("left out: " + file.described()));
      return new CatalogReading(
          stored.catalogs(), stored.skipped().isEmpty() ? ExitCode.FINE : ExitCode.PARTLY_DONE);
    } catch (IOException e) {
      throw location.unreadable(e);
    }
  }
}
