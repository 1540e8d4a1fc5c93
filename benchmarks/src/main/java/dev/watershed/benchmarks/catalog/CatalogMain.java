package dev.watershed.benchmarks.catalog;

import dev.watershed.benchmarks.command.Options;
import dev.watershed.benchmarks.server.ManyTables;
import dev.watershed.benchmarks.server.MeasuredServer;
import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.catalog.LiveCatalog;
import dev.watershed.collector.server.connection.ServerLimits;
import dev.watershed.collector.server.connection.ServerPool;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.SchemaDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * {@code CatalogMain --product mysql --tables 2100 --rounds 5}: makes a server with so many tables
 * of 15 columns and 4 indexes in six schemas, and reads its catalog again and again.
 */
public final class CatalogMain {

  private static final String USER = "watershed";

  private CatalogMain() {}

  /** Makes and measures; exits with 2 if the options are wrong, with 1 if a table is missing. */
  public static void main(String[] arguments) throws Exception {
    Options options =
        Options.read(
            arguments,
            "[--product mysql|mariadb] [--tables 2100] [--rounds 5]",
            Set.of(),
            Set.of("--product", "--tables", "--rounds"));
    int tables = options.number("--tables", 2_100);
    boolean held;
    try (MeasuredServer server = MeasuredServer.start(options.text("--product", "mysql"))) {
      ManyTables.make(server.url(), tables);
      server.grantTheLeast(USER);
      held = measure(server, tables, options.number("--rounds", 5));
    }
    System.exit(held ? 0 : 1);
  }

  /** Whether no table was missing. */
  private static boolean measure(MeasuredServer server, int tables, int rounds) throws Exception {
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
        return false;
      }
    }
    Arrays.sort(seconds);
    Arrays.sort(cpuSeconds);
    System.out.printf(
        Locale.ROOT,
        "asked: seconds; got: median %.2f s, %.2f CPU-seconds of the server%n",
        seconds[rounds / 2],
        cpuSeconds[rounds / 2]);
    return true;
  }

  private static Catalog read(MeasuredServer server) throws Exception {
    try (ServerPool pool =
            new ServerPool(server.address(USER), ServerLimits.catalog(), LiveCatalog.tables());
        QuerySession session = pool.session()) {
      return LiveCatalog.read(session, false);
    }
  }
}
