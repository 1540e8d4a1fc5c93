package dev.watershed.cli.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.change.OnlineDdl;
import dev.watershed.analyzer.change.OnlineMode;
import dev.watershed.analyzer.change.OnlineStatement;
import dev.watershed.analyzer.change.SchemaChange;
import dev.watershed.analyzer.change.SchemaChanges;
import dev.watershed.collector.dump.CatalogStep;
import dev.watershed.collector.dump.StepResult;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.DefinitionReader;
import dev.watershed.sql.definition.DefinitionScript;
import dev.watershed.sql.definition.LiteralPolicy;
import dev.watershed.sql.definition.LocatedDefinition;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.SchemaDefinition;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A server accepts the ALGORITHM and LOCK that were foretold for a change, and no better ones. */
class LiveOnlineDdlTest {

  @Live(Product.MYSQL)
  @Nested
  class OnMySql extends Cases {
    OnMySql(LiveServer server) {
      super(server);
    }
  }

  @Live(Product.MARIADB)
  @Nested
  class OnMariaDb extends Cases {
    OnMariaDb(LiveServer server) {
      super(server);
    }
  }

  abstract static class Cases {
    private final LiveServer server;

    Cases(LiveServer server) {
      this.server = server;
    }

    @Test
    void theServerChangesTablesAsForetold() throws Exception {
      List<String> wrong = new ArrayList<>();
      int judged = 0;
      try (Connection connection = server.connectToNewSchema();
          Statement statement = connection.createStatement()) {
        String schema = connection.getCatalog();
        Catalog catalog = catalog(statement, schema);
        for (String line : lines(server.product())) {
          String[] parts = line.split(" \\| ", 2);
          String sql = "ALTER TABLE " + parts[0] + " " + parts[1];
          fresh(statement, schema);
          String measured = measure(statement, parts[0], parts[1]);
          Optional<OnlineStatement> foretold = foretell(catalog, sql, schema);
          OnlineMode mode = foretold.map(one -> one.verdict().mode()).orElse(OnlineMode.INSTANT);
          String said = mode.name() + rebuild(foretold, mode);
          if (mode != OnlineMode.UNKNOWN) {
            judged++;
            if (!measured.equals(said)) {
              wrong.add(sql + "\n    server: " + measured + ", foretold: " + said);
            }
          }
        }
        statement.execute("DROP DATABASE " + schema);
      }
      assertThat(wrong).isEmpty();
      assertThat(judged).isGreaterThan(75);
    }

    /** MariaDB alone tells whether it builds a table again. */
    private String rebuild(Optional<OnlineStatement> foretold, OnlineMode mode) {
      boolean rebuilds = foretold.filter(one -> one.verdict().rebuilds()).isPresent();
      return server.product() == Product.MARIADB && mode == OnlineMode.INPLACE && rebuilds
          ? " rebuilding"
          : "";
    }

    private String measure(Statement statement, String table, String clauses) {
      List<String> refusals = new ArrayList<>();
      if (accepts(statement, table, "ALGORITHM=INSTANT", clauses, refusals)) {
        return "INSTANT";
      }
      boolean mariaDb = server.product() == Product.MARIADB;
      if (mariaDb && accepts(statement, table, "ALGORITHM=NOCOPY, LOCK=NONE", clauses, refusals)) {
        return "INPLACE";
      }
      if (accepts(statement, table, "ALGORITHM=INPLACE, LOCK=NONE", clauses, refusals)) {
        return mariaDb ? "INPLACE rebuilding" : "INPLACE";
      }
      if (accepts(statement, table, "ALGORITHM=INPLACE, LOCK=SHARED", clauses, refusals)) {
        return "INPLACE_LOCKING";
      }
      return accepts(statement, table, "ALGORITHM=COPY", clauses, refusals)
          ? "COPY"
          : "refused: " + refusals;
    }
  }

  private static boolean accepts(
      Statement statement, String table, String how, String clauses, List<String> refusals) {
    boolean apart = !clauses.startsWith("PARTITION BY") && !clauses.startsWith("REMOVE");
    try {
      statement.execute("ALTER TABLE " + table + " " + how + (apart ? ", " : " ") + clauses);
      return true;
    } catch (SQLException refused) {
      refusals.add(refused.getErrorCode() + " " + refused.getMessage());
      return false;
    }
  }

  private static Optional<OnlineStatement> foretell(Catalog before, String sql, String schema) {
    LocatedDefinition statement = read(sql, schema).get(0);
    StepResult after = CatalogStep.run(before, statement);
    assertThat(after.problem()).as(sql).isEmpty();
    List<SchemaChange> changes = SchemaChanges.of(statement, before, after.catalog(), "a.sql");
    return OnlineDdl.statement(statement, changes, before);
  }

  private static List<LocatedDefinition> read(String sql, String schema) {
    DefinitionScript script =
        DefinitionReader.readMigration(
            sql, SqlMode.standard(), LiteralPolicy.REDACT, Optional.of(schema));
    assertThat(script.issues()).as(sql).isEmpty();
    return script.definitions();
  }

  private static Catalog catalog(Statement statement, String schema) throws Exception {
    String version;
    try (ResultSet row = statement.executeQuery("SELECT version()")) {
      row.next();
      version = row.getString(1);
    }
    Catalog catalog =
        new Catalog(
            Instant.EPOCH,
            Optional.of(version),
            List.of(
                new SchemaDefinition(
                    schema, Optional.of("utf8mb4"), Optional.of("utf8mb4_general_ci"), List.of())),
            List.of(),
            List.of(),
            List.of());
    for (LocatedDefinition one : read(resource("online.sql"), schema)) {
      StepResult step = CatalogStep.run(catalog, one);
      assertThat(step.problem()).isEmpty();
      catalog = step.catalog();
    }
    return catalog;
  }

  private static void fresh(Statement statement, String schema) throws Exception {
    statement.execute("DROP DATABASE " + schema);
    statement.execute(
        "CREATE DATABASE " + schema + " CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci");
    statement.execute("USE " + schema);
    for (String sql : resource("online.sql").split(";\n", -1)) {
      if (!sql.isBlank()) {
        statement.execute(sql);
      }
    }
  }

  private static List<String> lines(Product product) throws Exception {
    String own = "[" + product.name().toLowerCase(Locale.ROOT) + "] ";
    List<String> lines = new ArrayList<>();
    for (String line : resource("online.txt").split("\n", -1)) {
      if (line.startsWith(own)) {
        lines.add(line.substring(own.length()));
      } else if (!line.isBlank() && !line.startsWith("[")) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static String resource(String name) throws Exception {
    try (InputStream file = LiveOnlineDdlTest.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
