package dev.watershed.cli.command;

import dev.watershed.analyzer.understanding.CatalogReader;
import dev.watershed.analyzer.understanding.DefinitionHash;
import dev.watershed.analyzer.understanding.RememberedFacts;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.sql.facts.binary.FactsOrigin;
import dev.watershed.sql.resolve.Understanding;
import dev.watershed.workload.catalog.Catalog;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What statements do, kept from run to run in the folder {@code cache} of the store: a file for
 * each version of the analysis and each set of definitions. Without the files, or where they cannot
 * be read or written, everything is the same but slower. Any number of threads may ask for readers.
 */
final class FactsCache {

  /** Where the files are in a store, and in a snapshot. */
  static final String FOLDER = "cache";

  private final CommandContext context;
  private final FactsFiles folder;
  private final CatalogReader reader;
  private final Map<String, RememberedFacts> files = new TreeMap<>();

  /** By the catalog itself: to compare two, or to hash one, is to read all of it. */
  private final Map<Catalog, RememberedFacts> ofCatalogs = new IdentityHashMap<>();

  private boolean complained;

  /**
   * @param reader says what statements do of which nothing is known
   */
  FactsCache(CommandContext context, FactsFiles folder, CatalogReader reader) {
    this.context = context;
    this.folder = folder;
    this.reader = reader;
  }

  /** The cache of the configured store, or of the snapshot that stands in for it. */
  static FactsCache of(CommandContext context, Configuration configuration) {
    FactsFiles files =
        configuration
            .snapshot()
            .<FactsFiles>map(snapshot -> new SnapshotFacts(snapshot.files()))
            .orElseGet(
                () ->
                    new CacheFolder(
                        context.workingDirectory().resolve(configuration.store()).resolve(FOLDER)));
    return new FactsCache(context, files, CatalogReader.PARSING);
  }

  /** Reads what is known of statements that are read with a catalog, before anybody asks. */
  void prepare(Catalog catalog) {
    reader(Optional.of(catalog));
  }

  /** Says what statements do that are read with this catalog, or without any. */
  synchronized CatalogReader reader(Optional<Catalog> catalog) {
    return catalog
        .map(known -> ofCatalogs.computeIfAbsent(known, unused -> file(catalog)))
        .orElseGet(() -> file(catalog));
  }

  private RememberedFacts file(Optional<Catalog> catalog) {
    FactsOrigin origin = new FactsOrigin(Understanding.VERSION, DefinitionHash.of(catalog));
    return files.computeIfAbsent(
        name(origin), name -> new RememberedFacts(origin, earlier(name), reader));
  }

  private static String name(FactsOrigin origin) {
    return origin.definitions() + "-" + origin.version() + ".facts";
  }

  private Optional<byte[]> earlier(String name) {
    try {
      return folder.read(name);
    } catch (IOException e) {
      complain(e);
      return Optional.empty();
    }
  }

  /** Keeps what was read for the next run. */
  synchronized void save() {
    try {
      for (Map.Entry<String, RememberedFacts> file : files.entrySet()) {
        Optional<byte[]> content = file.getValue().forNextRun();
        if (content.isPresent()) {
          folder.write(file.getKey(), content.get());
          folder.clean(files.keySet(), context.clock().instant());
        }
      }
    } catch (IOException e) {
      complain(e);
    }
  }

  private void complain(IOException e) {
    if (!complained) {
      complained = true;
      String reason = e instanceof AccessDeniedException ? ": permission denied" : "";
      context.say(
          "the next run has to parse all statements again: no cache of facts: "
              + e.getMessage()
              + reason);
    }
  }
}
