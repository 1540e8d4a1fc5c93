package dev.watershed.benchmarks.catalog;

import dev.watershed.benchmarks.server.ManyTables;
import dev.watershed.benchmarks.server.MeasuredServer;
import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.catalog.LiveCatalog;
import dev.watershed.collector.server.connection.ServerLimits;
import dev.watershed.collector.server.connection.ServerPool;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.SchemaDefinition;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code CatalogMain --product mysql --tables 2100 --rounds 5}: makes a server with so many tables
 * of 15 columns and 4 indexes in six schemas, and reads its catalog again and again.
 */
public final class CatalogMain {

  private static final String USER = "watershed";

  private CatalogMain() {}

  /** Makes and measures; exits with 2 if the options are wrong, with 1 if a table is missing. */
  public static void main(String[] arguments) throws Exception {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    if (arguments.length % 2 != 0
        || !List.of("--product", "--tables", "--rounds").containsAll(options.keySet())) {
      System.err.println("[--product mysql|mariadb] [--tables 2100] [--rounds 5]");
      System.exit(2);
    }
    String product = options.getOrDefault("--product", "mysql");
    int tables = Integer.parseInt(options.getOrDefault("--tables", "2100"));
    int rounds = Integer.parseInt(options.getOrDefault("--rounds", "5"));
    try (MeasuredServer server = MeasuredServer.start(product)) {
      ManyTables.make(server.url(), tables);
      server.grantTheLeast(USER);
      measure(server, tables, rounds);
    }
  }

  private static void measure(MeasuredServer server, int tables, int rounds) throws Exception {
    double[] seconds = new double[rounds];
    double[] cpuSeconds = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      double cpuBefore = server.cpuSeconds();
      long start = System.nanoTime();
      Catalog catalog = read(server);
      seconds[round] = (System.nanoTime() - start) / 1e9;
      cpuSeconds[round] = server.cpuSeconds() - cpuBefore;
      long found =
          catalog.schemas().stream().map(SchemaDefinition::tables).mapToLong(List::size).sum();
      System.out.printf(
          Locale.ROOT,
          "%,d tables in %.2f s, %.2f CPU-seconds of the server%n",
          found,
          seconds[round],
          cpuSeconds[round]);
      if (found != tables) {
        System.exit(1);
      }
    }
    Arrays.sort(seconds);
    Arrays.sort(cpuSeconds);
    System.out.printf(
        Locale.ROOT,
        "asked: seconds; got: median %.2f s, %.2f CPU-seconds of the server%n",
        seconds[rounds / 2],
        cpuSeconds[rounds / 2]);
  }

  private static Catalog read(MeasuredServer server) throws Exception {
    try (ServerPool pool =
            new ServerPool(server.address(USER), ServerLimits.standard(), LiveCatalog.tables());
        QuerySession session = pool.session()) {
      return LiveCatalog.read(session, false);
    }
  }
}
