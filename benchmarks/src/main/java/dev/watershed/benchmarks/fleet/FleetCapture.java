package dev.watershed.benchmarks.fleet;

import dev.watershed.benchmarks.fleet.config.ConfigurationWriter;
import dev.watershed.benchmarks.fleet.data.RowCounts;
import dev.watershed.benchmarks.fleet.plan.FleetPlan;
import dev.watershed.benchmarks.fleet.schema.SchemaPlan;
import dev.watershed.benchmarks.fleet.server.FleetServer;
import dev.watershed.benchmarks.fleet.server.FleetServers;
import dev.watershed.benchmarks.fleet.server.SchemaDump;
import dev.watershed.benchmarks.fleet.server.ServerLoader;
import dev.watershed.benchmarks.fleet.server.StatementCheck;
import dev.watershed.benchmarks.fleet.service.Service;
import dev.watershed.benchmarks.fleet.traffic.Traffic;
import dev.watershed.benchmarks.fleet.traffic.TrafficCounts;
import dev.watershed.benchmarks.fleet.truth.FleetRun;
import dev.watershed.benchmarks.fleet.truth.TruthWriter;
import dev.watershed.benchmarks.fleet.watch.Watch;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Fills servers, lets the clients run, and writes everything into a folder. */
public final class FleetCapture {

  private final FleetPlan plan;
  private final FleetOptions options;
  private final FleetServers servers;
  private final RowCounts rows;
  private final Report report;
  private final Watch watch;

  /** Who is told how it goes. */
  @FunctionalInterface
  public interface Report {
    /** Takes a line. */
    void say(String format, Object... values);
  }

  public FleetCapture(FleetPlan plan, FleetOptions options, FleetServers servers, Report report) {
    this(plan, options, servers, report, Watch.NONE);
  }

  public FleetCapture(
      FleetPlan plan, FleetOptions options, FleetServers servers, Report report, Watch watch) {
    this.watch = watch;
    this.plan = plan;
    this.options = options;
    this.servers = servers;
    this.rows = new RowCounts(plan.catalog(), options.rowFactor());
    this.report = report;
  }

  /** Does it all; what happened. */
  public FleetRun run() throws SQLException, IOException, InterruptedException, ExecutionException {
    Files.createDirectories(options.out());
    List<FleetRun.Server> described = load();
    Path live = options.out().resolve("live.yaml");
    Files.writeString(live, ConfigurationWriter.writeLive(plan, servers.all()));
    FleetRun run = traffic(described, live);
    for (FleetServer server : servers.all()) {
      server.copySlowLog(options.out().resolve(slowLog(server)));
    }
    Path truth = options.out().resolve("truth.json");
    try (Writer out = Files.newBufferedWriter(truth)) {
      TruthWriter.write(plan, run, out);
    }
    Files.writeString(
        options.out().resolve("watershed.yaml"), ConfigurationWriter.write(plan, run));
    return run;
  }

  private List<FleetRun.Server> load() throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(servers.all().size());
    try {
      List<Future<FleetRun.Server>> loading = new ArrayList<>();
      for (FleetServer server : servers.all()) {
        loading.add(threads.submit(() -> load(server)));
      }
      List<FleetRun.Server> loaded = new ArrayList<>();
      for (Future<FleetRun.Server> each : loading) {
        loaded.add(each.get());
      }
      return loaded;
    } finally {
      threads.shutdownNow();
    }
  }

  private FleetRun.Server load(FleetServer server) throws SQLException, IOException {
    TreeSet<String> accounts = new TreeSet<>();
    plan.services().all().forEach(service -> accounts.add(service.account()));
    ServerLoader.Loaded loaded =
        new ServerLoader(plan.catalog(), rows, plan.seed()).load(server, accounts);
    List<String> problems = StatementCheck.problems(server, plan.services());
    if (!problems.isEmpty()) {
      throw new SQLException(
          server.name() + " refuses statements:\n" + String.join("\n", problems));
    }
    report.say(
        "%s: %d tables in %.1f s, %d rows in %.1f s",
        server.name(), loaded.tables(), loaded.tableSeconds(), loaded.rows(), loaded.rowSeconds());
    List<String> schemas =
        plan.catalog().schemas().stream()
            .filter(schema -> schema.server().equals(server.name()))
            .map(SchemaPlan::name)
            .toList();
    String dump = server.name() + ".sql";
    SchemaDump.write(server, schemas, options.out().resolve(dump));
    return new FleetRun.Server(
        server.name(),
        server.kind().family(),
        server.version(),
        slowLog(server),
        dump,
        loaded.rows());
  }

  private FleetRun traffic(List<FleetRun.Server> described, Path live)
      throws SQLException, IOException, InterruptedException, ExecutionException {
    try (Traffic traffic =
        Traffic.open(
            plan.services(),
            rows,
            options.duration(),
            options.rateFactor(),
            plan.seed(),
            this::connect)) {
      report.say(
          "%d connections, %d actions in %d s",
          traffic.connections(), traffic.actions(), options.duration().toSeconds());
      Instant start;
      Instant end;
      TrafficCounts counts;
      try (Watch.Watching watching = watch.begin(live)) {
        for (FleetServer server : servers.all()) {
          server.slowLog(true);
        }
        start = Instant.now().truncatedTo(ChronoUnit.MICROS);
        counts = traffic.run();
        end = Instant.now().truncatedTo(ChronoUnit.MICROS);
        for (FleetServer server : servers.all()) {
          server.slowLog(false);
        }
      }
      report.say(
          "%d statements in %.1f s",
          counts.load().values().stream().mapToLong(each -> each.calls()).sum(),
          ChronoUnit.MILLIS.between(start, end) / 1e3);
      return new FleetRun(
          start,
          end,
          options.duration(),
          options.rateFactor(),
          options.rowFactor(),
          described,
          counts);
    }
  }

  private Connection connect(Service service) throws SQLException {
    return servers
        .server(plan.catalog().server(service.schema()))
        .connect(service.account(), service.schema(), service.program(), service.serverPrepared());
  }

  private static String slowLog(FleetServer server) {
    return server.name() + "-slow.log";
  }
}
