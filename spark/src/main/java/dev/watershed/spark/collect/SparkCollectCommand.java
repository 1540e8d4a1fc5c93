package dev.watershed.spark.collect;

import dev.watershed.cli.command.BundledServers;
import dev.watershed.cli.command.CollectedFigures;
import dev.watershed.cli.command.CollectedOutput;
import dev.watershed.cli.command.ConfigurationFile;
import dev.watershed.cli.command.Format;
import dev.watershed.cli.command.SourceRead;
import dev.watershed.cli.command.TakenStores;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ServerConfiguration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.metrics.Measured;
import dev.watershed.cli.metrics.SourceFigures;
import dev.watershed.reports.CollectedSource;
import dev.watershed.spark.bundle.BundleJob;
import dev.watershed.spark.bundle.BundleListing;
import dev.watershed.spark.cluster.ClusterFailure;
import dev.watershed.spark.store.HadoopStores;
import dev.watershed.workload.store.LockHolder;
import dev.watershed.workload.store.StoreWriter;
import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.window.WindowSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Collects what many servers showed on a cluster: their slow logs, bundles, other stores. */
@Command(
    name = "collect",
    description = {
      "Read slow logs and bundles of many servers into the store, side by side on a cluster, and"
          + " take the windows of other stores.",
      "The result is that of 'watershed collect' for the same."
    },
    sortOptions = false)
public final class SparkCollectCommand implements Callable<Integer>, Measured {

  /** Some windows long: what is read twice at a cut is half a window. */
  private static final long USUAL_STRETCH_BYTES = 256L << 20;

  private final CommandContext context;
  private final Supplier<JavaSparkContext> cluster;
  private final Map<String, SourceRead> logsRead = new HashMap<>();
  private volatile List<SourceFigures> figures = List.of();

  @Option(
      names = "--logs",
      paramLabel = "PATTERN",
      description = {
        "The logs: a path with * and ?, where {server}, or else the first *, stands for the name of"
            + " the server, such as s3a://logs/slow/{server}/*.gz."
      })
  private Optional<String> logs = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "PATTERN",
      description = {
        "Read what scripts of watershed bundle wrote: files, packed or not, or folders of *.bundle."
            + " Their servers have to be in the configuration. May be repeated."
      })
  private List<String> from = new ArrayList<>();

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "With --from: the server that the bundles are of, whatever they say.")
  private Optional<String> as = Optional.empty();

  @Option(
      names = "--from-store",
      paramLabel = "ADDRESS",
      description = {
        "Take the windows that another collector put into a store of its own: those that this store"
            + " lacks. May be repeated."
      })
  private List<String> fromStore = new ArrayList<>();

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "Configuration: settings of the servers whose logs are read.")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--log-ended",
      description = {
        "Nothing is written to the logs any more: take the last statement of each, too, which"
            + " otherwise waits for the next one to begin."
      })
  private boolean logEnded;

  @Option(
      names = "--compact",
      description = "Merge old windows into hours and days at the end, and delete what is too old.")
  private boolean compact;

  @Option(
      names = "--stretch-bytes",
      paramLabel = "N",
      description = "How much of a file that is not compressed a task reads. Default: 268435456.")
  private long stretchBytes = USUAL_STRETCH_BYTES;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      converter = Format.WithoutHtml.class,
      description = "Default: text.")
  private Optional<Format> format = Optional.empty();

  /**
   * @param context with the store
   * @param cluster is asked once the command line is understood
   */
  public SparkCollectCommand(CommandContext context, Supplier<JavaSparkContext> cluster) {
    this.context = context;
    this.cluster = cluster;
  }

  @Override
  public Integer call() throws CommandException {
    Optional<LogPattern> pattern = pattern();
    if (pattern.isEmpty() && from.isEmpty() && fromStore.isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE, "expected --logs, --from or --from-store: what to read");
    }
    if (stretchBytes < 1) {
      throw new CommandException(ExitCode.USAGE, "--stretch-bytes: expected 1 or more");
    }
    Configuration configuration =
        config.isPresent() ? ConfigurationFile.read(context, config.get()) : Configuration.none();
    Set<String> configured =
        configuration.servers().stream().map(ServerConfiguration::name).collect(Collectors.toSet());
    if (as.isPresent() && !configured.contains(as.get())) {
      throw new CommandException(
          ExitCode.USAGE, "--as " + as.get() + ": " + BundledServers.unknown(as.get()));
    }
    StoreFiles files =
        context
            .store()
            .orElseThrow(
                () -> new CommandException(ExitCode.USAGE, "expected --store and its address"));
    List<String> bundles = from.isEmpty() ? List.of() : bundles();
    Map<String, StoreFiles> others = others();
    List<CollectedSource> sources = new ArrayList<>();
    ExitCode compacted = ExitCode.FINE;
    try (StoreWriter store =
        StoreWriter.open(files, LockHolder.ofThisProcess("watershed collect on Spark"))) {
      store.skipped().forEach(file -> context.say("left out of the store: " + file.described()));
      if (pattern.isPresent()) {
        for (ReadSource read :
            new ServerLogs(context, configuration, logEnded)
                .collect(cluster.get(), store, pattern.get(), TaskSize.ofLog(stretchBytes))) {
          sources.add(read.source());
          logsRead.put(read.source().server(), read.read());
        }
      }
      if (!from.isEmpty()) {
        sources.addAll(
            new BundleJob(
                    cluster.get(), store, files.location(), configured, configuration.rawSamples())
                .run(bundles, as));
      }
      sources.addAll(new TakenStores(store).take(others));
      if (compact) {
        compacted = CollectedOutput.compact(context, store);
      }
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.USAGE, "store " + files.location() + ": " + e.getMessage());
    } catch (Exception e) {
      throw cluster(e);
    } finally {
      figures = CollectedFigures.of(sources, this::read);
      say(sources);
    }
    return ExitCode.strongest(
            CollectedOutput.write(context, format.orElse(Format.TEXT), sources), compacted)
        .code();
  }

  /** Only of logs: bundles are read elsewhere, and what other stores hold was read before. */
  private SourceRead read(String server, String source) {
    return source.equals(WindowSource.SLOW_LOG)
        ? logsRead.getOrDefault(server, SourceRead.NOTHING)
        : SourceRead.NOTHING;
  }

  @Override
  public List<SourceFigures> figures() {
    return figures;
  }

  @Override
  public boolean endsInGoodOrder() {
    return false;
  }

  private void say(List<CollectedSource> sources) {
    for (CollectedSource source : sources) {
      source.notes().forEach(note -> context.say(source.server() + ": " + note));
      source.failures().forEach(failure -> context.say(source.server() + ": " + failure));
    }
  }

  /** Settings of Spark's file systems; a cluster that does not start is none of an address. */
  private org.apache.hadoop.conf.Configuration hadoop() throws CommandException {
    try {
      return cluster.get().hadoopConfiguration();
    } catch (Exception e) {
      throw cluster(e);
    }
  }

  private List<String> bundles() throws CommandException {
    org.apache.hadoop.conf.Configuration hadoop = hadoop();
    try {
      return BundleListing.of(from, hadoop);
    } catch (IOException | IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, "--from: " + e.getMessage());
    }
  }

  /** The stores to take windows from. */
  private Map<String, StoreFiles> others() throws CommandException {
    Map<String, StoreFiles> others = new LinkedHashMap<>();
    for (String address : fromStore) {
      org.apache.hadoop.conf.Configuration hadoop = hadoop();
      try {
        others.put(address, HadoopStores.openToRead(address, hadoop));
      } catch (IOException | IllegalArgumentException e) {
        throw new CommandException(
            ExitCode.USAGE, "--from-store " + address + ": " + e.getMessage());
      }
    }
    return others;
  }

  private static CommandException cluster(Exception failure) {
    if (failure instanceof CommandException expected) {
      return expected;
    }
    ClusterFailure cluster =
        ClusterFailure.of(failure).orElseThrow(() -> new IllegalStateException(failure));
    return new CommandException(
        cluster.outOfMemory() ? ExitCode.BUG : ExitCode.USAGE,
        "the cluster gave up"
            + cluster.advice()
            + "; what was not put in place is read again by the next run: "
            + cluster.reason());
  }

  private Optional<LogPattern> pattern() throws CommandException {
    try {
      return logs.map(LogPattern::of);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, "--logs: " + e.getMessage());
    }
  }
}
