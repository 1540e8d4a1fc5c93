package dev.watershed.cli.command;

import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ServerConfiguration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.Termination;
import dev.watershed.cli.metrics.Measured;
import dev.watershed.cli.metrics.SourceFigures;
import dev.watershed.collector.bundle.BundleCollector;
import dev.watershed.collector.catalog.CatalogWindows;
import dev.watershed.collector.follow.StoreWindows;
import dev.watershed.collector.server.catalog.CatalogCollector;
import dev.watershed.collector.server.sampling.Domains;
import dev.watershed.reports.CollectedSource;
import dev.watershed.workload.store.LockHolder;
import dev.watershed.workload.store.SkippedFile;
import dev.watershed.workload.store.StoreWriter;
import dev.watershed.workload.store.file.LocalStoreFiles;
import dev.watershed.workload.store.file.StoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Samples every server into the store. */
@Command(
    name = "collect",
    description = {
      "Read what the servers' slow logs and counters showed since the last time, and their"
          + " catalogs, into the store.",
      "Told to end (SIGTERM), it puts what it has read in place first."
    },
    sortOptions = false)
public final class CollectCommand implements Callable<Integer>, Measured {

  private final CommandContext context;
  private final Function<Path, StoreFiles> stores;
  private final Supplier<Termination> terminations;

  @Mixin private CollectOptions options = new CollectOptions();
  @Mixin private BundleOptions bundles = new BundleOptions();

  private volatile List<SourceFigures> figures = List.of();
  private volatile boolean endsInGoodOrder;

  public CollectCommand(CommandContext context) {
    this(context, LocalStoreFiles::new, Termination::install);
  }

  /**
   * For tests that let a store fail or stop.
   *
   * @param stores the files of the store in a folder
   * @param terminations who tells the command to end
   */
  public CollectCommand(
      CommandContext context,
      Function<Path, StoreFiles> stores,
      Supplier<Termination> terminations) {
    this.context = context;
    this.stores = stores;
    this.terminations = terminations;
  }

  @Override
  public Integer call() throws CommandException {
    Optional<Duration> every = options.every();
    Optional<Instant> until = options.lasting().map(context.clock().instant()::plus);
    Configuration configuration = ConfigurationFile.read(context, options.config());
    if (!bundles.from().isEmpty() || !bundles.fromStore().isEmpty()) {
      if (every.isPresent()) {
        String given = bundles.from().isEmpty() ? "--from-store" : "--from";
        throw new CommandException(ExitCode.USAGE, given + " and --every exclude each other");
      }
      return collect(configuration, store -> fromOthers(configuration, store));
    }
    ConfiguredSources configured = ConfiguredSources.of(context, configuration, options.config());
    try (Termination termination = terminations.get()) {
      endsInGoodOrder = true;
      Pace pace = new Pace(context.clock(), every, until, termination);
      return collect(
          configuration,
          store -> {
            StoreWindows stored = new StoreWindows(store, CollectedOutput.version());
            CountedWindows counted = new CountedWindows(stored);
            List<SourceRun> runs =
                configured.runs(
                    every.isPresent(),
                    stored,
                    counted,
                    new CatalogWindows(store, CollectedOutput.version()));
            List<CollectedSource> sources = CollectRun.run(runs, options.logEnded(), pace);
            return new Collected(sources, counted, !pace.stopped());
          });
    }
  }

  /**
   * What was put into the store.
   *
   * @param counted what its windows show
   * @param compactable whether there is time to compact it
   */
  private record Collected(
      List<CollectedSource> sources, CountedWindows counted, boolean compactable) {}

  private interface Collecting {
    Collected into(StoreWriter store) throws IOException, CommandException;
  }

  private int collect(Configuration configuration, Collecting collecting) throws CommandException {
    try (StoreWriter store =
        StoreWriter.open(files(configuration), LockHolder.ofThisProcess("watershed collect"))) {
      store.skipped().forEach(this::leftOut);
      Collected collected = collecting.into(store);
      figures = collected.counted().figures(collected.sources());
      ExitCode compacted =
          options.compact() && collected.compactable()
              ? CollectedOutput.compact(context, store)
              : ExitCode.FINE;
      return ExitCode.strongest(
              CollectedOutput.write(context, options.format(), collected.sources()), compacted)
          .code();
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.USAGE, "store " + configuration.store() + ": " + e.getMessage());
    }
  }

  /** Reads bundles, takes the windows of other stores, and asks nobody. */
  private Collected fromOthers(Configuration configuration, StoreWriter store)
      throws IOException, CommandException {
    CountedWindows counted = new CountedWindows(new StoreWindows(store, CollectedOutput.version()));
    List<CollectedSource> sources = new ArrayList<>();
    if (!bundles.from().isEmpty()) {
      sources.addAll(fromBundles(configuration, store, counted));
    }
    List<CollectedSource> taken = new TakenStores(store).take(others(configuration));
    taken.forEach(
        source ->
            source.failures().forEach(failure -> context.say(source.server() + ": " + failure)));
    sources.addAll(taken);
    return new Collected(sources, counted, true);
  }

  private List<CollectedSource> fromBundles(
      Configuration configuration, StoreWriter store, CountedWindows counted)
      throws IOException, CommandException {
    boolean raw = configuration.rawSamples();
    BundleCollector collector =
        new BundleCollector(
            Domains.all(),
            counted,
            new CatalogCollector(new CatalogWindows(store, CollectedOutput.version()), raw),
            raw);
    try (BundleFiles files = new BundleFiles(context)) {
      return new BundledServers(names(configuration), collector, context::say)
          .run(files.resolve(bundles.from()), bundles.as());
    }
  }

  private static Set<String> names(Configuration configuration) {
    return configuration.servers().stream()
        .map(ServerConfiguration::name)
        .collect(Collectors.toSet());
  }

  /** The stores to take from, each a folder that there is. */
  private Map<String, StoreFiles> others(Configuration configuration) throws CommandException {
    Path own = context.path(configuration.store().toString());
    Map<String, StoreFiles> others = new LinkedHashMap<>();
    for (String name : bundles.fromStore()) {
      Path folder = context.path(name);
      if (!Files.isDirectory(folder)) {
        throw new CommandException(ExitCode.USAGE, "--from-store " + name + ": no such folder");
      }
      if (folder.equals(own)) {
        throw new CommandException(
            ExitCode.USAGE, "--from-store " + name + ": that is the store that takes");
      }
      others.put(name, stores.apply(folder));
    }
    return others;
  }

  @Override
  public List<SourceFigures> figures() {
    return figures;
  }

  @Override
  public boolean endsInGoodOrder() {
    return endsInGoodOrder;
  }

  private StoreFiles files(Configuration configuration) {
    return stores.apply(context.workingDirectory().resolve(configuration.store()));
  }

  private void leftOut(SkippedFile file) {
    context.say("left out of the store: " + file.described());
  }
}
