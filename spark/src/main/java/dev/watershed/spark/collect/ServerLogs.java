package dev.watershed.spark.collect;

import dev.watershed.cli.command.CollectedOutput;
import dev.watershed.cli.command.FollowedServers;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ServerConfiguration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.collector.follow.LogPlan;
import dev.watershed.collector.follow.WindowSink;
import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.reports.CollectedSource;
import dev.watershed.spark.collect.ReadHead.Head;
import dev.watershed.spark.store.HadoopSettings;
import dev.watershed.workload.store.StoreWriter;
import dev.watershed.workload.store.window.WindowSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** Finds the logs of all servers, and has them read, some servers at a time. */
final class ServerLogs {

  /** So many stretches, about, are read before their windows are put in place. */
  private static final int STRETCHES_AT_A_TIME = 4_096;

  private static final Set<String> NO_FILE = Set.of("table", "none");

  /** What is known of a server before its log is read. */
  private static final class Found {
    private final List<String> notes = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private Optional<ServerLog> log = Optional.empty();
    private int stretches;
  }

  private final CommandContext context;
  private final Configuration configuration;
  private final boolean ended;
  private final String version = CollectedOutput.version();

  /**
   * @param ended whether nothing is written to the logs any more
   */
  ServerLogs(CommandContext context, Configuration configuration, boolean ended) {
    this.context = context;
    this.configuration = configuration;
    this.ended = ended;
  }

  /**
   * Reads the logs that a pattern matches.
   *
   * @return what became of each server, those of the configuration first
   * @throws CommandException if the pattern matches nothing, or the configuration is wrong
   */
  List<CollectedSource> collect(
      JavaSparkContext spark, StoreWriter store, LogPattern pattern, long stretchBytes)
      throws IOException, CommandException {
    Broadcast<HashMap<String, String>> settings =
        spark.broadcast(HadoopSettings.of(spark.hadoopConfiguration()));
    WindowPutter putter = new WindowPutter(store, version);
    Map<String, List<Head>> heads = listing(spark, settings, pattern).heads();
    Map<String, Found> found = new LinkedHashMap<>();
    for (String server : servers(heads)) {
      found.put(
          server,
          find(server, heads.getOrDefault(server, List.of()), pattern, putter, stretchBytes));
    }
    CollectJob job = new CollectJob(spark, settings, putter, stretchBytes);
    Map<String, CollectedSource> read = new HashMap<>();
    for (List<ServerLog> batch : batches(found)) {
      job.run(batch).forEach(source -> read.put(source.server(), source));
    }
    List<CollectedSource> sources = new ArrayList<>();
    found.forEach((server, one) -> sources.add(joined(server, one, read.get(server))));
    return sources;
  }

  private LogListing listing(
      JavaSparkContext spark, Broadcast<HashMap<String, String>> settings, LogPattern pattern)
      throws CommandException {
    LogListing listing;
    try {
      listing = LogListing.of(spark, settings, spark.hadoopConfiguration(), pattern);
    } catch (IOException e) {
      throw new CommandException(ExitCode.USAGE, "--logs " + pattern + ": " + e.getMessage());
    }
    if (listing.heads().isEmpty()) {
      throw new CommandException(ExitCode.USAGE, "--logs " + pattern + ": no file matches it");
    }
    return listing;
  }

  /** Those that should have files, in the order of the configuration, and the others with some. */
  private Set<String> servers(Map<String, List<Head>> heads) {
    Set<String> servers = new LinkedHashSet<>();
    configuration.servers().stream()
        .filter(server -> slowLog(server).isPresent())
        .map(ServerConfiguration::name)
        .forEach(servers::add);
    servers.addAll(heads.keySet());
    return servers;
  }

  private static Optional<String> slowLog(ServerConfiguration server) {
    return server.slowLog().filter(path -> !NO_FILE.contains(path));
  }

  private Found find(
      String server, List<Head> heads, LogPattern pattern, WindowPutter putter, long stretchBytes)
      throws CommandException {
    Found found = new Found();
    ArrayList<LogPart> parts = new ArrayList<>();
    for (Head head : heads) {
      if (!head.failure().isEmpty()) {
        found.failures.add(head.failure());
      } else if (head.bytes().length > 0) {
        parts.add(head.part());
      }
    }
    Optional<ServerConfiguration> configured =
        configuration.servers().stream().filter(one -> one.name().equals(server)).findFirst();
    String name = configured.flatMap(ServerLogs::slowLog).orElseGet(() -> pattern.nameFor(server));
    if (heads.isEmpty()) {
      found.failures.add(pattern.nameFor(server) + ": no such file");
    }
    try {
      ServerLog log =
          new ServerLog(
              server,
              name,
              configured.flatMap(ServerLogs::slowLog).map(ServerLogs::fileName).orElse(""),
              ended,
              version,
              new ReaderSettings(options(configured)),
              putter.last(server).map(WindowSink.Sealed::cursor).orElse(new byte[0]),
              parts);
      plan(found, log, stretchBytes);
    } catch (IOException e) {
      found.failures.add(name + ": " + e.getMessage());
    }
    return found;
  }

  private void plan(Found found, ServerLog log, long stretchBytes) throws IOException {
    LogPlan plan = log.plan();
    plan.problem().ifPresent(found.failures::add);
    if (plan.lost() && !found.failures.isEmpty()) {
      return;
    }
    if (plan.lost()) {
      found.notes.add(
          log.name()
              + ": the file that was read last is gone, and with it what was written to it since."
              + " Look more often than the log is rotated, or keep more of it");
    }
    if (!plan.steps().isEmpty()) {
      found.log = Optional.of(log);
      found.stretches = plan.stretches(stretchBytes).size();
    }
  }

  private SlowLogOptions options(Optional<ServerConfiguration> configured) throws CommandException {
    return configured.isPresent()
        ? FollowedServers.options(configuration, configured.get(), context.clock().instant())
        : SlowLogOptions.standard();
  }

  private static String fileName(String path) {
    return Path.of(path).getFileName().toString();
  }

  private static List<List<ServerLog>> batches(Map<String, Found> found) {
    List<List<ServerLog>> batches = new ArrayList<>();
    List<ServerLog> batch = new ArrayList<>();
    int stretches = 0;
    for (Found one : found.values()) {
      if (one.log.isPresent()) {
        batch.add(one.log.get());
        stretches += one.stretches;
        if (stretches >= STRETCHES_AT_A_TIME) {
          batches.add(batch);
          batch = new ArrayList<>();
          stretches = 0;
        }
      }
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }

  private static CollectedSource joined(String server, Found found, CollectedSource read) {
    List<String> notes = new ArrayList<>(found.notes);
    List<String> failures = new ArrayList<>(found.failures);
    long windows = 0;
    long events = 0;
    if (found.log.isPresent()) {
      notes.addAll(read.notes());
      failures.addAll(read.failures());
      windows = read.windows();
      events = read.events();
    }
    return new CollectedSource(server, WindowSource.SLOW_LOG, windows, events, notes, failures);
  }
}
