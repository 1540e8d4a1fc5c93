package dev.watershed.cli.command;

import dev.watershed.analyzer.catalog.CatalogedTable;
import dev.watershed.analyzer.catalog.TableFinder;
import dev.watershed.analyzer.ranking.TableExplainer;
import dev.watershed.analyzer.ranking.TableLoad;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.Nearest;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.store.SkippedFile;
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.StoreSnapshot;
import dev.watershed.workload.store.StoredCatalogs;
import dev.watershed.workload.store.file.LocalStoreFiles;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a store knows of a table.
 *
 * @param tables its definitions, one per server that has it
 * @param load the statements that name it
 * @param exitCode how the command ends
 */
record TableExplanation(List<CatalogedTable> tables, TableLoad load, ExitCode exitCode) {

  TableExplanation {
    tables = List.copyOf(tables);
  }

  /**
   * Looks a table up.
   *
   * @param name {@code schema.table}
   * @throws CommandException if neither a catalog nor a statement has it, or there is no store
   */
  static TableExplanation of(
      CommandContext context, Configuration configuration, StoreOptions.StoreSpan span, String name)
      throws CommandException {
    Path folder = context.workingDirectory().resolve(configuration.store());
    try {
      Store store = Store.open(new LocalStoreFiles(folder));
      StoredCatalogs catalogs = store.catalogs(span.servers(), span.until().orElse(Instant.MAX));
      try (StoreSnapshot snapshot = store.snapshot(span.filter())) {
        StoreSnapshot.Merged merged =
            StoreReading.taken(context, snapshot).merge(WorkloadBounds.standard());
        List<SkippedFile> skipped = new ArrayList<>(catalogs.skipped());
        skipped.addAll(merged.skipped());
        skipped.forEach(file -> context.say("left out: " + file.file() + ": " + file.detail()));
        TableFinder finder = new TableFinder(catalogs.catalogs());
        TableExplainer explainer = new TableExplainer(merged.workload(), configuration.services());
        List<CatalogedTable> tables = finder.find(name);
        TableLoad load = explainer.explain(name);
        if (tables.isEmpty() && load.digests().isEmpty()) {
          throw unknown(name, finder, explainer);
        }
        return new TableExplanation(
            tables, load, skipped.isEmpty() ? ExitCode.FINE : ExitCode.PARTLY_DONE);
      }
    } catch (NoSuchFileException e) {
      throw new CommandException(
          ExitCode.NOT_ENOUGH_DATA,
          "there is no store at " + folder + "; 'watershed collect -c …' makes one");
    } catch (IOException e) {
      throw new CommandException(ExitCode.USAGE, "store " + folder + ": " + e.getMessage());
    }
  }

  private static CommandException unknown(
      String name, TableFinder finder, TableExplainer explainer) {
    List<String> known =
        Stream.concat(finder.names().stream(), explainer.names().stream()).distinct().toList();
    String guess =
        Nearest.to(name, known).map(nearest -> "; did you mean " + nearest + "?").orElse("");
    return new CommandException(
        ExitCode.USAGE, "no table " + name + " in the store" + guess + " (expected schema.table)");
  }
}
