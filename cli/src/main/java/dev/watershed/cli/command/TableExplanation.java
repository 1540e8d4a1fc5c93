package dev.watershed.cli.command;

import dev.watershed.analyzer.catalog.CatalogGaps;
import dev.watershed.analyzer.catalog.CatalogedTable;
import dev.watershed.analyzer.catalog.TableFinder;
import dev.watershed.analyzer.ranking.TableExplainer;
import dev.watershed.analyzer.ranking.TableFacts;
import dev.watershed.analyzer.ranking.TableLoad;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.Nearest;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.catalog.CatalogGap;
import dev.watershed.workload.store.SkippedFile;
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.StoreSnapshot;
import dev.watershed.workload.store.StoredCatalogs;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a store knows of a table.
 *
 * @param facts what is known of it
 * @param exitCode how the command ends
 */
record TableExplanation(TableFacts facts, ExitCode exitCode) {

  TableExplanation {
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(exitCode, "exitCode");
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
    StoreLocation location = StoreLocation.of(context, configuration);
    try {
      Store store = Store.open(location.files());
      StoredCatalogs catalogs = store.catalogs(span.servers(), span.until().orElse(Instant.MAX));
      try (StoreSnapshot snapshot = store.snapshot(span.filter())) {
        StoreSnapshot.Merged merged =
            StoreReading.taken(context, snapshot).merge(WorkloadBounds.standard());
        List<SkippedFile> skipped = new ArrayList<>(catalogs.skipped());
        skipped.addAll(merged.skipped());
        skipped.forEach(file -> context.say("left out: " + file.described()));
        TableFinder finder = new TableFinder(catalogs.catalogs());
        TableExplainer explainer =
            new TableExplainer(merged.workload(), configuration.services(), catalogs.catalogs());
        List<CatalogedTable> tables = finder.find(name);
        TableLoad load = explainer.explain(name);
        if (tables.isEmpty() && load.digests().isEmpty() && load.inferred().isEmpty()) {
          throw unknown(name, finder, explainer);
        }
        return new TableExplanation(
            new TableFacts(tables, finder.hiding(name), load),
            skipped.isEmpty() ? ExitCode.FINE : ExitCode.PARTLY_DONE);
      }
    } catch (IOException e) {
      throw location.unreadable(e);
    }
  }

  private static CommandException unknown(
      String name, TableFinder finder, TableExplainer explainer) {
    List<String> known =
        Stream.concat(finder.names().stream(), explainer.names().stream()).distinct().toList();
    String guess =
        Nearest.to(name, known).map(nearest -> "; did you mean " + nearest + "?").orElse("");
    return new CommandException(
        ExitCode.USAGE,
        "no table "
            + name
            + " in the store"
            + guess
            + " (expected schema.table)"
            + hiding(finder.hiding(name)));
  }

  /** A table that a catalog does not have may exist all the same. */
  private static String hiding(List<CatalogGaps> hiding) {
    StringBuilder text = new StringBuilder();
    for (CatalogGaps gaps : hiding) {
      CatalogGap first = gaps.gaps().get(0);
      text.append("; the catalog of ").append(gaps.server()).append(" has gaps: ");
      text.append(first.place()).append(": ").append(first.reason());
      text.append(gaps.gaps().size() > 1 ? "; …" : "");
    }
    return text.toString();
  }
}
