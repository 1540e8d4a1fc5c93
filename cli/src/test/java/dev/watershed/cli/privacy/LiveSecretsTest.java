package dev.watershed.cli.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.cli.CommandRun;
import dev.watershed.collector.server.connection.LiveAddress;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.LiveServer.ShellRun;
import dev.watershed.sql.live.Product;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No password leaves where it was put. Each stands at a place of its own: in files and variables,
 * right, wrong and of no use, and in statements that a server ran; then commands run, those that
 * fail included, and all that they wrote is searched.
 */
class LiveSecretsTest {

  private static final String USER = "secret_watcher";

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
    @TempDir Path folder;

    Cases(LiveServer server) {
      this.server = server;
    }

    @Test
    void noPasswordIsWrittenAnywhere() throws Exception {
      String password = plants.name("infile") + "@/%&\"'\\";
      Files.writeString(folder.resolve("password"), password + "\n");
      Files.writeString(folder.resolve("store-password"), plants.name("truststore"));
      Files.write(folder.resolve("ca.p12"), new byte[] {1, 2, 3});
      CommandRun commands =
          new CommandRun(folder)
              .clock(Clock.systemUTC())
              .variable("WRONG", plants.name("wrong"))
              .variable("NOWHERE", plants.name("nowhere"))
              .variable("NO_TRUST", plants.name("notrust"))
              .variable("WATERSHED_VERIFY_PASSWORD", plants.name("verify"));
      SearchedRun run = new SearchedRun(folder, plants, commands);
      account(password);
      configure();

      run.stored("collect", "--metrics", "collect.prom", "--debug");
      assertThat(run.errors())
          .contains("wrong-1: Access denied", "dead-1: nobody listens")
          .contains("tls-1: ");
      statements();
      run.stored("collect", "--every", "1s", "--for", "1s", "--debug", "--format", "json");
      for (String format : List.of("text", "json")) {
        run.stored("doctor", "--format", format, "--debug");
        run.stored("analyze", "--limit", "0", "--format", format);
        run.stored("check", "--format", format);
      }
      run.stored("report", "--out", "report.html");
      run.stored("snapshot", "--out", "live.snapshot");
      run.stored("export", "--out", "export");
      run.stored("query", "select * from texts", "--limit", "0", "--format", "json");
      run.refused(
          "--verify: the copy: ",
          "advise",
          "-c",
          "watershed.yaml",
          "--verify",
          LiveAddress.url(server),
          "--verify-user",
          USER);
      bundled(run, password);

      run.files("", Set.of("watershed.yaml", "password", "store-password", "ca.p12"));
      run.assertHoldsOnly("table");
      assertThat(run.holding("table"))
          .as("the name of a table is where its statements are")
          .contains("report.html", "the bundle")
          .anyMatch(name -> name.startsWith("workload/texts/"));
    }

    private void bundled(SearchedRun run, String password) throws Exception {
      run.command("bundle", "--server", "live-1", "--once", "--bodies");
      ShellRun script = server.shell(run.output(), Map.of("MYSQL_PWD", password), "-u" + USER);
      assertThat(script.exitCode()).as(script.errors()).isZero();
      run.search("the bundle", script.output());
      run.search("what its script said", script.errors().getBytes(StandardCharsets.UTF_8));
      Files.write(folder.resolve("live-1.bundle"), script.output());
      run.stored("collect", "--from", "live-1.bundle");
    }

    private void configure() throws IOException {
      String url = LiveAddress.url(server);
      String trusting =
          url.replaceAll("\\?.*", "")
              + "?sslMode=VERIFY_CA&trustCertificateKeyStoreType=PKCS12"
              + "&trustCertificateKeyStoreUrl="
              + folder.resolve("ca.p12").toUri();
      Files.writeString(
          folder.resolve("watershed.yaml"),
          """
          servers:
            - {name: live-1, url: '%1$s', user: %2$s, password: '${file:password}'}
            - {name: wrong-1, url: '%1$s', user: %2$s, password: '${env:WRONG}'}
            - {name: dead-1, url: 'jdbc:mysql://127.0.0.1:1/', user: a, password: '${env:NOWHERE}'}
            - {name: tls-1, url: '%3$s', user: %2$s, password: '${env:NO_TRUST}',
               trustStorePassword: '${file:store-password}'}
          """
              .formatted(url, USER, trusting));
    }

    private void account(String password) throws SQLException {
      execute(
          "DROP USER IF EXISTS " + USER + "@'%'",
          "CREATE USER " + USER + "@'%' IDENTIFIED BY '" + escaped(password) + "'",
          "GRANT SELECT ON performance_schema.* TO " + USER + "@'%'",
          "GRANT PROCESS ON *.* TO " + USER + "@'%'",
          "CREATE DATABASE IF NOT EXISTS secrets_shop",
          "CREATE TABLE IF NOT EXISTS secrets_shop.pl4nttable_1 (id int PRIMARY KEY)");
    }

    /** Statements with passwords as a server may log them, those that it refuses included. */
    private void statements() throws SQLException {
      execute(
          "SELECT id FROM secrets_shop.pl4nttable_1",
          "DROP USER IF EXISTS secret_app@'%'",
          "CREATE USER secret_app@'%' IDENTIFIED BY '" + plants.name("created") + "'",
          "ALTER USER secret_app@'%' IDENTIFIED BY '" + plants.name("altered") + "'",
          "SET PASSWORD FOR secret_app@'%' = " + password(plants.name("setpassword")));
      refused("ALTER USER nobody_here@'%' IDENTIFIED BY '" + plants.name("refused") + "'");
      refused("ALTER USER nobody_here IDENTIFIED '" + plants.name("syntax") + "'");
      if (server.product() == Product.MARIADB) {
        execute(
            "GRANT USAGE ON *.* TO secret_app@'%' IDENTIFIED BY '" + plants.name("grant") + "'",
            "CHANGE MASTER 'secret' TO MASTER_HOST = '127.0.0.1', MASTER_PASSWORD = '"
                + plants.name("master")
                + "'",
            "RESET SLAVE 'secret' ALL");
      } else {
        execute(
            "CHANGE REPLICATION SOURCE TO SOURCE_HOST = '127.0.0.1', SOURCE_PASSWORD = '"
                + plants.name("source")
                + "' FOR CHANNEL 'secret'",
            "RESET REPLICA ALL FOR CHANNEL 'secret'");
      }
    }

    private String password(String text) {
      return server.product() == Product.MARIADB ? "PASSWORD('" + text + "')" : "'" + text + "'";
    }

    private static String escaped(String text) {
      return text.replace("\\", "\\\\").replace("'", "''");
    }

    private void refused(String sql) throws SQLException {
      try {
        execute(sql);
      } catch (SQLException refused) {
        return;
      }
      throw new AssertionError("the server took " + sql);
    }

    private void execute(String... statements) throws SQLException {
      try (Connection connection = server.connect();
          Statement statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
      }
    }
  }
}
