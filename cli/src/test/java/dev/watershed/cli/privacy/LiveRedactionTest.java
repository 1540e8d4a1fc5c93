package dev.watershed.cli.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.cli.CommandRun;
import dev.watershed.collector.server.connection.LiveAddress;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.LiveServer.ShellRun;
import dev.watershed.sql.live.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No literal leaves a live server: neither those of definitions, bounds, histograms and rows nor
 * those of statements that it ran and refused. Who asks may see everything.
 */
class LiveRedactionTest {

  private static final String USER = "redaction_app";

  /** What would outlast the connection. */
  private static final String LASTS = "(?s)(XA|KILL|SET PASSWORD) .*";

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
    private final Plants plants = new Plants();
    private SearchedRun run;
    private String slept;
    @TempDir Path folder;

    Cases(LiveServer server) {
      this.server = server;
    }

    @Test
    void nothingThatIsWrittenHoldsALiteral() throws Exception {
      CommandRun commands =
          new CommandRun(folder).clock(Clock.systemUTC()).variable("PASSWORD", LiveServer.PASSWORD);
      run = new SearchedRun(folder, plants, commands);
      asRoot(PlantedSchema.of(plants, server.product()));
      asRoot(
          List.of(
              "DROP USER IF EXISTS " + USER + "@'%'",
              "CREATE USER " + USER + "@'%' IDENTIFIED BY 'app'",
              "GRANT ALL ON " + PlantedSchema.NAME + ".* TO " + USER + "@'%'"));
      configure("live-1");
      run.stored("collect");
      slept = plants.mail("slept");
      List<String> statements = PlantedStatements.of(plants);
      CompletableFuture<Void> running = CompletableFuture.runAsync(() -> send(statements));
      run.stored("collect", "--every", "1s", "--for", "2s");
      running.get();
      run.stored("collect", "--debug");
      commands();
      bundles();

      run.files("", Set.of("watershed.yaml", "with-bodies.bundle"));
      run.assertHoldsOnly("table");
      assertThat(run.holding("table"))
          .as("the name of a table is where its statements and its definition are")
          .contains("report.html", "live.snapshot", "without-bodies.bundle")
          .anyMatch(name -> name.startsWith("workload/texts/"))
          .anyMatch(name -> name.startsWith("workload/catalog/"));
    }

    private void commands() {
      for (String format : List.of("text", "json")) {
        run.stored("doctor", "--format", format);
      }
      run.stored("analyze", "--limit", "0", "--format", "json");
      run.stored("check", "--format", "json");
      for (String table : List.of("members", "bylist", "byrange", "seen", "pl4nttable_1")) {
        run.stored("explain", PlantedSchema.NAME + "." + table, "--format", "json");
      }
      run.stored("report", "--out", "report.html");
      run.stored("snapshot", "--out", "live.snapshot");
      run.stored("export", "--out", "export");
      for (String table : List.of("texts", "tables", "columns", "indexes", "origins")) {
        run.stored("query", "select * from " + table, "--limit", "0", "--format", "json");
      }
    }

    /** What bodies hold leaves the host only where that was asked for, and gets into no store. */
    private void bundles() throws Exception {
      configure("bundled-1");
      bundle("without-bodies.bundle", "--once");
      bundle("with-bodies.bundle", "--once", "--bodies");
      assertThat(plants.found(Files.readAllBytes(folder.resolve("with-bodies.bundle"))))
          .as("what this test believes to be asked for")
          .contains("default", "view", "listbound", "trigger", "body");
    }

    private void bundle(String file, String... options) throws Exception {
      String[] arguments = new String[3 + options.length];
      System.arraycopy(new String[] {"bundle", "--server", "bundled-1"}, 0, arguments, 0, 3);
      System.arraycopy(options, 0, arguments, 3, options.length);
      run.command(arguments);
      ShellRun script =
          server.shell(
              run.output(), Map.of("MYSQL_PWD", LiveServer.PASSWORD), "-u" + LiveServer.USER);
      assertThat(script.exitCode()).as(script.errors()).isZero();
      Files.write(folder.resolve(file), script.output());
      run.stored("collect", "--from", file);
    }

    private void configure(String name) throws IOException {
      Files.writeString(
          folder.resolve("watershed.yaml"),
          """
          store: %1$s
          servers:
            - {name: %2$s, url: '%3$s', user: root, password: '${env:PASSWORD}'}
          services:
            - {name: shop, match: {users: [redaction_app]}, owns: ["redaction_shop.*"]}
          """
              .formatted(
                  name.equals("live-1") ? "workload" : "from-bundles",
                  name,
                  LiveAddress.url(server)));
    }

    /** As an account that can do no harm; what the server refuses, it counts all the same. */
    private void send(List<String> statements) {
      String url = server.url().replaceFirst("(//[^/]*/)", "$1" + PlantedSchema.NAME);
      try (Connection connection = DriverManager.getConnection(url, USER, "app");
          Statement statement = connection.createStatement()) {
        long accepted = 0;
        statement.execute("SELECT SLEEP(2), id FROM pl4nttable_1 WHERE email = '" + slept + "'");
        for (String sql : statements) {
          accepted += !sql.matches(LASTS) && sent(statement, sql) ? 1 : 0;
        }
        assertThat(accepted).isGreaterThan(statements.size() / 2);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Whether the server did not refuse it. */
    private static boolean sent(Statement statement, String sql) {
      try {
        statement.execute(sql);
        return true;
      } catch (SQLException refused) {
        return false;
      }
    }

    private void asRoot(List<String> statements) throws SQLException {
      try (Connection connection = server.connect();
          Statement statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
      }
    }
  }
}
