package dev.watershed.benchmarks.server;

import dev.watershed.benchmarks.command.Options;
import dev.watershed.benchmarks.fleet.server.FleetServer;
import dev.watershed.benchmarks.fleet.server.FleetServers;
import dev.watershed.collector.follow.FollowReport;
import dev.watershed.collector.input.LogInput;
import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.connection.ServerAddress;
import dev.watershed.collector.server.connection.ServerLimits;
import dev.watershed.collector.server.connection.ServerPool;
import dev.watershed.collector.server.sampling.Domains;
import dev.watershed.collector.server.sampling.ServerSampler;
import dev.watershed.collector.slowlog.ReadProgress;
import dev.watershed.collector.slowlog.SlowLogCollector;
import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.workload.Measure;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code ClocksMain --times 50}: the same executions by a server's slow log and by its digest
 * table, which read different clocks at different places of a statement: how far the times of each
 * digest are apart. On MySQL and MariaDB. Ends with 1 where long ones are farther apart than asked,
 * or are not in both.
 */
public final class ClocksMain {

  private static final double ASKED_SHARE = 0.01;
  private static final int ROWS = 200_000;
  private static final String SCHEMA = "clocks";

  private static final List<String> STATEMENTS =
      List.of(
          "SELECT 1",
          "SELECT v FROM a WHERE k = 7",
          "SELECT SLEEP(0.001)",
          "SELECT SLEEP(0.01) AS ten",
          "SELECT SLEEP(0.02) AS twenty",
          "SELECT SLEEP(0.1) AS hundred",
          "SELECT COUNT(*) FROM a WHERE v LIKE '%7%3%'",
          "SELECT v, COUNT(*) FROM a GROUP BY v ORDER BY v LIMIT 5",
          "SELECT SUM(SQRT(k)) FROM a");

  private final FleetServer server;
  private final LastWindow sink = new LastWindow();
  private final Path log;

  private ClocksMain(FleetServer server, Path log) {
    this.server = server;
    this.log = log;
  }

  /** Makes the servers and measures; exits with 2 if the options are wrong. */
  public static void main(String[] arguments) throws Exception {
    Options options = Options.read(arguments, "[--times 50]", Set.of(), Set.of("--times"));
    Path folder = Files.createTempDirectory("clocks");
    boolean held = true;
    try (FleetServers servers =
        FleetServers.start(List.of("mysql", "mariadb"), FleetServers.Mode.DOCKER)) {
      for (FleetServer server : servers.all()) {
        held &=
            new ClocksMain(server, folder.resolve(server.name() + ".log"))
                .measure(options.number("--times", 50));
      }
    }
    System.exit(held ? 0 : 1);
  }

  private boolean measure(int times) throws Exception {
    prepare();
    sample();
    server.slowLog(true);
    try (Connection connection = server.connect("root", SCHEMA, "clocks", false);
        Statement statement = connection.createStatement()) {
      for (int time = 0; time < times; time++) {
        for (String sql : STATEMENTS) {
          statement.executeQuery(sql).close();
        }
      }
    }
    server.slowLog(false);
    sample();
    server.copySlowLog(log);
    return told(new ClockDifference(sums(sink.get().workload()), sums(read())));
  }

  private void prepare() throws SQLException {
    try (Connection connection = server.connectAsRoot();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + SCHEMA);
      connection.setCatalog(SCHEMA);
      try (Statement own = connection.createStatement()) {
        own.execute("CREATE TABLE a (k INT PRIMARY KEY AUTO_INCREMENT, v INT)");
        own.execute("INSERT INTO a (v) VALUES (1), (2), (3), (4), (5), (6), (7), (8)");
        for (int rows = 8; rows < ROWS; rows *= 2) {
          own.execute("INSERT INTO a (v) SELECT k * 31 % 997 FROM a");
        }
      }
    }
  }

  private void sample() throws IOException {
    List<Domain<?, ?>> domains = Domains.all();
    ServerAddress address =
        new ServerAddress(
            server.name(),
            server.url() + "?sslMode=DISABLED&allowPublicKeyRetrieval=true",
            "root",
            FleetServer.PASSWORD);
    ServerPool pool = new ServerPool(address, ServerLimits.standard(), Domains.tables(domains));
    try (ServerSampler sampler =
        ServerSampler.open(server.name(), pool, domains, sink, Clock.systemUTC())) {
      FollowReport report = sampler.look(false, () -> false);
      if (!report.failures().isEmpty()) {
        throw new IOException(String.join("; ", report.failures()));
      }
      sampler.seal();
    }
  }

  private Workload read() throws IOException {
    return new SlowLogCollector(SlowLogOptions.standard())
        .collect(
            List.of(new LogInput(log.getFileName().toString(), Optional.of(log))),
            InputStream.nullInputStream(),
            ReadProgress.NONE)
        .workload();
  }

  private static SortedMap<String, ClockDifference.Sum> sums(Workload workload) {
    SortedMap<String, ClockDifference.Sum> sums = new TreeMap<>();
    StatementTable table = workload.statements();
    for (int row = 0; row < table.size(); row++) {
      if (workload.schemas().get(table.schemaIndex(row)).equals(SCHEMA)) {
        sums.merge(
            workload.texts().get(table.textIndex(row)).fingerprint(),
            new ClockDifference.Sum(
                table.value(row, Measure.CALLS), table.value(row, Measure.TIME_MICROS)),
            ClockDifference.Sum::and);
      }
    }
    sums.keySet().removeIf(text -> !text.startsWith("SELECT") || text.contains("@@"));
    return sums;
  }

  private boolean told(ClockDifference difference) {
    System.out.printf(
        Locale.ROOT,
        "%n%s %s%n%-62s %6s %6s %12s %12s %9s %8s%n",
        server.kind().family(),
        server.name(),
        "digest",
        "calls",
        "log's",
        "µs a call",
        "log's",
        "apart",
        "of it");
    for (ClockDifference.Digest each : difference.digests()) {
      System.out.printf(
          Locale.ROOT,
          "%-62s %6d %6d %12.1f %12.1f %9.1f %7.3f%%%n",
          each.text(),
          each.counted().calls(),
          each.logged().calls(),
          each.counted().mean(),
          each.logged().mean(),
          each.counted().mean() - each.logged().mean(),
          100 * each.share());
    }
    List<ClockDifference.Digest> longOnes = difference.longOnes();
    double worst =
        longOnes.stream().mapToDouble(ClockDifference.Digest::share).max().orElse(Double.NaN);
    System.out.printf(
        Locale.ROOT,
        "asked: within %.0f %% from 10 ms on; got: %s of %d such digests%s%n",
        100 * ASKED_SHARE,
        longOnes.isEmpty() ? "nothing" : String.format(Locale.ROOT, "%.3f %% at most", 100 * worst),
        longOnes.size(),
        difference.sameCalls() ? "" : ", and calls differ");
    return worst <= ASKED_SHARE && difference.sameCalls();
  }
}
