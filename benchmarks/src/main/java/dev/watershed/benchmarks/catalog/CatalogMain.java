package dev.watershed.benchmarks.catalog;

import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.catalog.LiveCatalog;
import dev.watershed.collector.server.connection.ServerLimits;
import dev.watershed.collector.server.connection.ServerPool;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.SchemaDefinition;
import java.util.ArrayList;
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

  private static final int SCHEMAS = 6;
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
    try (CatalogServer server = CatalogServer.start(product)) {
      make(server, tables);
      server.grantTheLeast(USER);
      measure(server, tables, rounds);
    }
  }

  private static void make(CatalogServer server, int tables) throws Exception {
    for (int schema = 0; schema < SCHEMAS; schema++) {
      List<String> statements = new ArrayList<>(List.of("CREATE DATABASE s" + schema));
      for (int table = schema; table < tables; table += SCHEMAS) {
        statements.add(definition("s" + schema + ".t", table));
      }
      server.execute(statements.toArray(String[]::new));
    }
  }

  private static String definition(String prefix, int table) {
    StringBuilder columns = new StringBuilder();
    String[] types = {
      "int NOT NULL DEFAULT 0",
      "varchar(64) DEFAULT NULL",
      "datetime DEFAULT CURRENT_TIMESTAMP",
      "decimal(10,2)",
      "bigint unsigned"
    };
    for (int column = 0; column < 14; column++) {
      columns.append("c").append(column).append(' ').append(types[column % types.length]);
      columns.append(", ");
    }
    String parent = prefix + (table - SCHEMAS);
    String refers =
        table >= SCHEMAS && table % 3 == 0
            ? ", FOREIGN KEY (c4) REFERENCES " + parent + " (id) ON DELETE CASCADE"
            : "";
    return "CREATE TABLE "
        + prefix
        + table
        + " (id bigint unsigned NOT NULL AUTO_INCREMENT, "
        + columns
        + "PRIMARY KEY (id), KEY a (c0, c1), KEY b (c4), UNIQUE KEY u (c1, c2, c3)"
        + refers
        + ")";
  }

  private static void measure(CatalogServer server, int tables, int rounds) throws Exception {
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
        "median %.2f s, %.2f CPU-seconds of the server%n",
        seconds[rounds / 2],
        cpuSeconds[rounds / 2]);
  }

  private static Catalog read(CatalogServer server) throws Exception {
    try (ServerPool pool =
            new ServerPool(server.address(USER), ServerLimits.catalog(), LiveCatalog.tables());
        QuerySession session = pool.session()) {
      return LiveCatalog.read(session, false);
    }
  }
}
