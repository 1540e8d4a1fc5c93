package dev.watershed.collector.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.catalog.ComparedObjects;
import dev.watershed.collector.server.catalog.LiveCatalog;
import dev.watershed.collector.server.connection.LiveAddress;
import dev.watershed.collector.server.connection.ServerLimits;
import dev.watershed.collector.server.connection.ServerPool;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.DefinitionReader;
import dev.watershed.sql.definition.DefinitionScript;
import dev.watershed.sql.definition.LiteralPolicy;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.EventDefinition;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.ViewDefinition;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * A server runs a statement, and has the catalog then that was foretold, or refuses as foretold.
 */
class LiveCatalogStepTest {

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
    void theServerDoesAsForetold() throws Exception {
      assertThat(judge(statements(server.product()))).isGreaterThan(50);
    }

    @Test
    void anyStatementsInARowGoAsForetold() throws Exception {
      List<String> statements = new ArrayList<>(List.of(RandomSteps.CREATE));
      RandomSteps steps = new RandomSteps(20_261);
      for (int i = 0; i < 250; i++) {
        statements.add(steps.next());
      }
      assertThat(judge(statements)).isBetween(50, 220);
    }

    /** Runs statements one after the other; returns how many of them the server refused. */
    private int judge(List<String> statements) throws Exception {
      List<String> wrong = new ArrayList<>();
      int refused = 0;
      try (Connection connection = server.connectToNewSchema();
          ServerPool pool =
              new ServerPool(
                  LiveAddress.of(server), ServerLimits.standard(), LiveCatalog.tables());
          QuerySession session = pool.session()) {
        String schema = connection.getCatalog();
        Catalog catalog = LiveCatalog.read(session, false);
        for (String sql : statements) {
          StepResult foretold = foretell(catalog, sql, schema);
          Optional<String> error = run(connection, sql);
          catalog = error.isPresent() ? catalog : LiveCatalog.read(session, false);
          refused += error.isPresent() ? 1 : 0;
          if (error.isPresent() != foretold.problem().isPresent()) {
            wrong.add(sql + "\n    server: " + error + "\n    foretold: " + foretold.problem());
          } else {
            compare(schema, catalog, foretold.catalog())
                .forEach(difference -> wrong.add(sql + "\n    " + difference));
          }
        }
        run(connection, "DROP DATABASE " + schema);
      }
      assertThat(wrong).isEmpty();
      return refused;
    }
  }

  private static StepResult foretell(Catalog before, String sql, String schema) {
    DefinitionScript script =
        DefinitionReader.readMigration(
            sql, SqlMode.standard(), LiteralPolicy.REDACT, Optional.of(schema));
    assertThat(script.issues()).as(sql).isEmpty();
    assertThat(script.definitions()).as(sql).hasSize(1);
    return CatalogStep.run(before, script.definitions().get(0));
  }

  private static Optional<String> run(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return Optional.empty();
    } catch (SQLException refused) {
      return Optional.of(refused.getErrorCode() + " " + refused.getMessage());
    }
  }

  private static List<String> compare(String schema, Catalog live, Catalog foretold) {
    SchemaDefinition is = live.schema(schema).orElseThrow();
    SchemaDefinition was = foretold.schema(schema).orElseThrow();
    List<String> differences = new ArrayList<>();
    if (!ComparedObjects.names(is).equals(ComparedObjects.names(was))) {
      differences.add(ComparedObjects.names(is) + " not " + ComparedObjects.names(was));
      return differences;
    }
    for (CatalogObject object : is.objects()) {
      CatalogObject other =
          was.objects().stream()
              .filter(one -> one.kind() == object.kind() && one.name().equals(object.name()))
              .findFirst()
              .orElseThrow();
      // A server writes queries and schedules anew.
      if (!(object instanceof ViewDefinition) && !(object instanceof EventDefinition)) {
        differences.addAll(withoutQuotes(ComparedObjects.differences(schema, object, other)));
      }
    }
    return differences;
  }

  /** A server quotes the names in expressions, and adds parentheses. */
  private static List<String> withoutQuotes(List<String> differences) {
    List<String> plain = differences.stream().map(line -> line.replaceAll("[`()]", "")).toList();
    return plain.stream()
        .filter(
            line ->
                !plain.contains((line.startsWith("live") ? "dump" : "live") + line.substring(4)))
        .toList();
  }

  private static List<String> statements(Product product) throws Exception {
    try (InputStream file = LiveCatalogStepTest.class.getResourceAsStream("steps.sql")) {
      String own = "[" + product.name().toLowerCase(Locale.ROOT) + "] ";
      List<String> statements = new ArrayList<>();
      for (String sql : new String(file.readAllBytes(), StandardCharsets.UTF_8).split(";;\n", -1)) {
        if (sql.startsWith(own)) {
          statements.add(sql.substring(own.length()));
        } else if (!sql.isBlank() && !sql.startsWith("[")) {
          statements.add(sql);
        }
      }
      return statements;
    }
  }
}
