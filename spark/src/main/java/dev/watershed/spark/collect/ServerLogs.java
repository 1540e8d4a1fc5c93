package dev.watershed.spark.collect;

import dev.watershed.cli.command.CollectedOutput;
import dev.watershed.cli.command.FollowedServers;
import dev.watershed.cli.command.SourceRead;
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
import java.util.Collection;
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
    private boolean lost;
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
   * @throws Exception what the cluster throws
   */
  List<ReadSource> collect(
      JavaSparkContext spark, StoreWriter store, LogPattern pattern, TaskSize size)
      throws Exception {
    Broadcast<HashMap<String, String>> settings =
        spark.broadcast(HadoopSettings.of(spark.hadoopConfiguration()));
    WindowPutter putter = new WindowPutter(store, version);
    Map<String, List<Head>> heads = listing(spark, settings, pattern).heads();
    Map<String, Found> found = new LinkedHashMap<>();
    find(servers(heads), heads, found, pattern, putter, size);
    List<String> lost = found.keySet().stream().filter(server -> found.get(server).lost).toList();
    if (!lost.isEmpty()) {
      // A file that is renamed while its folder is listed may be missing in the list.
      find(lost, listing(spark, settings, pattern).heads(), found, pattern, putter, size);
    }
    CollectJob job = new CollectJob(spark, settings, putter, size);
    Map<String, ReadSource> read = new HashMap<>();
    for (List<ServerLog> batch : batches(found)) {
      job.run(batch).forEach(one -> read.put(one.source().server(), one));
    }
    List<ReadSource> sources = new ArrayList<>();
    found.forEach(
        (server, one) -> sources.add(joined(one, read.getOrDefault(server, nothing(server)))));
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

  private void find(
      Collection<String> servers,
      Map<String, List<Head>> heads,
      Map<String, Found> found,
      LogPattern pattern,
      WindowPutter putter,
      TaskSize size)
      throws CommandException {
    for (String server : servers) {
      List<Head> own = heads.getOrDefault(server, List.of());
      found.put(server, find(server, own, pattern, putter, size));
    }
  }

  private Found find(
      String server, List<Head> heads, LogPattern pattern, WindowPutter putter, TaskSize size)
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
      plan(found, log, size);
    } catch (IOException e) {
      found.failures.add(name + ": " + e.getMessage());
    }
    return found;
  }

  private void plan(Found found, ServerLog log, TaskSize size) throws IOException {
    LogPlan plan = log.plan();
    found.lost = plan.lost();
    plan.problem().ifPresent(found.failures::add);
    if (plan.lost() && !found.failures.isEmpty()) {
      return;
    }
    plan.loss(log.name()).ifPresent(found.notes::add);
    if (!plan.steps().isEmpty()) {
      found.log = Optional.of(log);
      found.stretches = plan.stretches(size.logBytes()).size();
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

  private static ReadSource nothing(String server) {
    return new ReadSource(
        new CollectedSource(server, WindowSource.SLOW_LOG, 0, 0, List.of(), List.of()),
        SourceRead.NOTHING);
  }

  /** What was found before a log was read, and what became of it. */
  private static ReadSource joined(Found found, ReadSource read) {
    CollectedSource source = read.source();
    List<String> notes = new ArrayList<>(found.notes);
    notes.addAll(source.notes());
    List<String> failures = new ArrayList<>(found.failures);
    failures.addAll(source.failures());
    return new ReadSource(
        new CollectedSource(
            source.server(), source.source(), source.windows(), source.events(), notes, failures),
        read.read());
  }
}
