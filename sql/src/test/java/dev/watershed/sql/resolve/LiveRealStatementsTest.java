package dev.watershed.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.watershed.sql.StatementKind;
import dev.watershed.sql.facts.NamedTable;
import dev.watershed.sql.facts.StatementFacts;
import dev.watershed.sql.lexical.TableUse;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import dev.watershed.sql.live.ScriptRunner;
import dev.watershed.sql.resolve.LoggedStatements.Logged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The tables of every statement of real logs against those that the server opens to explain it, by
 * the metadata locks that it then holds: shared for reading or for writing. Triggers and foreign
 * keys, which open more, are taken away, and what the server's own views read is left out.
 */
@Live(Product.MYSQL)
class LiveRealStatementsTest {

  private static final Path EXAMPLE = Path.of("../examples/marketplace");
  private static final Path CAPTURE = Path.of("../../shared/capture/mysql97");

  @Test
  void theExample(LiveServer server) throws Exception {
    for (String name : List.of("booking-1", "content-1")) {
      compare(
          server,
          LoggedStatements.unpacked(EXAMPLE.resolve(name + ".sql.gz")),
          LoggedStatements.of(EXAMPLE.resolve(name + "-slow.log.gz")),
          300);
    }
  }

  @Test
  void theCapture(LiveServer server) throws Exception {
    assumeTrue(Files.isDirectory(CAPTURE), "no capture beside the repository");
    compare(
        server,
        Files.readString(CAPTURE.resolve("schema.sql")),
        LoggedStatements.of(CAPTURE.resolve("slow.log.gz")),
        40);
  }

  private static void compare(
      LiveServer server, String script, List<Logged> statements, int atLeast)
      throws SQLException, IOException {
    ScriptSchemas schemas = ScriptSchemas.of(script, "none");
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    try (Connection connection = server.connect()) {
      loosen(connection);
      ScriptRunner.run(script, connection);
      try {
        dropTriggers(connection);
        connection.setAutoCommit(false);
        for (Logged logged : statements) {
          StatementFacts facts = Understanding.of(logged.text(), false, logged.schema(), schemas);
          if (!explainable(facts, logged)) {
            continue;
          }
          compared++;
          Set<String> opened = opened(connection, logged);
          Set<String> understood = tables(facts);
          if (!opened.equals(understood)) {
            wrong.add(logged.text() + "\n  opened " + opened + "\n  understood " + understood);
          }
        }
      } finally {
        connection.setAutoCommit(true);
        drop(connection, schemas);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(compared).isGreaterThan(atLeast);
  }

  private static boolean explainable(StatementFacts facts, Logged logged) {
    return Understanding.isParsed(facts.kind())
        && facts.kind() != StatementKind.TRUNCATE
        && logged.schema().isPresent()
        && !facts.tables().isEmpty();
  }

  /** {@code schema.table}, views too; written ones with a mark. */
  private static Set<String> tables(StatementFacts facts) {
    Set<String> written =
        facts.tables().stream()
            .filter(named -> named.use() == TableUse.WRITE)
            .map(LiveRealStatementsTest::name)
            .collect(Collectors.toSet());
    return facts.tables().stream()
        .map(LiveRealStatementsTest::name)
        .map(name -> written.contains(name) ? name + "!" : name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(NamedTable named) {
    return name(named.table().schema().orElseThrow(), named.table().table());
  }

  /** The views of information_schema are the same in any letter case. */
  private static String name(String schema, String table) {
    String name = schema + "." + table;
    return schema.equalsIgnoreCase("information_schema") ? name.toLowerCase(Locale.ROOT) : name;
  }

  private static Set<String> opened(Connection connection, Logged logged) throws SQLException {
    Set<String> tables = new TreeSet<>();
    connection.setCatalog(logged.schema().orElseThrow());
    try (Statement statement = connection.createStatement()) {
      statement.execute("EXPLAIN " + logged.sample());
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT object_schema, object_name, MAX(lock_type = 'SHARED_WRITE')"
                  + " FROM performance_schema.metadata_locks"
                  + " WHERE object_type = 'TABLE' AND object_schema NOT IN ('mysql', 'performance_schema')"
                  + " AND owner_thread_id = PS_CURRENT_THREAD_ID()"
                  + " GROUP BY object_schema, object_name")) {
        while (rows.next()) {
          tables.add(name(rows.getString(1), rows.getString(2)) + (rows.getInt(3) > 0 ? "!" : ""));
        }
      }
    } finally {
      connection.rollback();
    }
    return tables;
  }

  private static void loosen(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION foreign_key_checks = 0, SESSION sql_mode = ''");
    }
  }

  private static void dropTriggers(Connection connection) throws SQLException {
    List<String> triggers = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT trigger_schema, trigger_name FROM information_schema.triggers"
                  + " WHERE trigger_schema <> 'sys'")) {
        while (rows.next()) {
          triggers.add("`" + rows.getString(1) + "`.`" + rows.getString(2) + "`");
        }
      }
      for (String trigger : triggers) {
        statement.execute("DROP TRIGGER " + trigger);
      }
    }
  }

  private static void drop(Connection connection, ScriptSchemas schemas) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String schema : schemas.names()) {
        statement.execute("DROP DATABASE IF EXISTS `" + schema + "`");
      }
    }
  }
}
