package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.connection.LiveAccount;
import dev.watershed.collector.server.connection.LiveAddress;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogs of real servers, from {@code collect} to {@code query} and {@code explain}. */
class LiveCatalogCollectTest {

  private static final String NOT_SYSTEM =
      " NOT IN ('mysql', 'sys', 'performance_schema', 'information_schema')";

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

    @TempDir Path folder;
    private final LiveServer server;
    private CommandRun run;
    private String schema;

    Cases(LiveServer server) {
      this.server = server;
    }

    @BeforeEach
    void setUp() throws SQLException {
      run = new CommandRun(folder).clock(Clock.systemUTC());
      run.variable("PASSWORD", LiveServer.PASSWORD);
      schema = "c_" + UUID.randomUUID().toString().replace("-", "");
      asRoot(
          "CREATE DATABASE " + schema,
          "CREATE TABLE "
              + schema
              + ".members (id int unsigned NOT NULL AUTO_INCREMENT, name"
              + " varchar(40) DEFAULT 'geheim', PRIMARY KEY (id), UNIQUE KEY by_name (name(7)))",
          "CREATE TABLE "
              + schema
              + ".orders (id bigint PRIMARY KEY, member int unsigned, state"
              + " enum('a','b'), KEY by_member (member, id), CONSTRAINT of_member FOREIGN KEY"
              + " (member) REFERENCES "
              + schema
              + ".members (id) ON DELETE CASCADE)",
          "CREATE VIEW " + schema + ".names AS SELECT name FROM " + schema + ".members",
          "CREATE TRIGGER "
              + schema
              + ".guard BEFORE UPDATE ON "
              + schema
              + ".members FOR EACH ROW SET NEW.name = 'x'");
    }

    @Test
    void theLeastGrantsGiveTheCatalogThatRootSees() throws Exception {
      configure(leastAccount(), "");
      run.execute("collect", "-c", "watershed.yaml");

      assertThat(run.exitCode()).as(run.errors()).isZero();
      assertThat(run.errors())
          .contains("live-1: triggers: ", "GRANT TRIGGER ON *.* TO ")
          .contains("live-1: events: ", "GRANT EVENT ON *.* TO ")
          .contains("live-1: routines: ")
          .contains("live-1: " + schema + ".names: the text of the view is unknown")
          .doesNotContain("live-1: tables: ");
      assertThat(run.output())
          .containsPattern("live-1 catalog: [\\d,]+ tables, .* in \\d+ schemas?, new, \\d+ gaps\n");
      assertThat(answer("select schema, table_name, column_count from tables"))
          .isEqualTo(
              root(
                  "SELECT t.table_schema, t.table_name, COUNT(*) FROM information_schema.tables t"
                      + " JOIN information_schema.columns c ON c.table_schema = t.table_schema AND"
                      + " c.table_name = t.table_name WHERE t.table_type LIKE 'BASE%' AND"
                      + " t.table_schema"
                      + NOT_SYSTEM
                      + " GROUP BY t.table_schema, t.table_name"));
      assertThat(answer("select schema, table_name, ordinal, column_name, type from columns"))
          .isEqualTo(
              root(
                  "SELECT c.table_schema, c.table_name, c.ordinal_position, c.column_name,"
                      + " c.column_type FROM information_schema.columns c JOIN"
                      + " information_schema.tables t ON c.table_schema = t.table_schema AND"
                      + " c.table_name = t.table_name WHERE t.table_type LIKE 'BASE%' AND"
                      + " c.table_schema"
                      + NOT_SYSTEM));
      assertThat(
              answer(
                  "select schema, table_name, index_name, ordinal, column_name,"
                      + " coalesce(prefix_length, 0), case when is_unique then 0 else 1 end from"
                      + " indexes"))
          .isEqualTo(
              root(
                  "SELECT table_schema, table_name, index_name, seq_in_index, column_name,"
                      + " COALESCE(sub_part, 0), non_unique FROM information_schema.statistics"
                      + " WHERE table_schema"
                      + NOT_SYSTEM));
      run.execute("explain", schema + ".members", "-c", "watershed.yaml");
      assertThat(run.output())
          .contains("the catalog has gaps", "GRANT TRIGGER ON *.* TO")
          .contains("referenced by", schema + ".orders (member) on delete cascade")
          .doesNotContain("geheim");
    }

    @Test
    void onlyWhatChangedIsStoredAndGapsAreSaidOnce() throws Exception {
      configure(leastAccount(), "");
      run.execute("collect", "-c", "watershed.yaml");
      run.execute("collect", "-c", "watershed.yaml");
      assertThat(run.errors()).doesNotContain("GRANT");
      assertThat(run.output()).containsPattern("live-1 catalog: .*, unchanged, \\d+ gaps\n");
      long objects = bytes("catalog");

      asRoot("CREATE TABLE " + schema + ".more (id int PRIMARY KEY)");
      run.execute("collect", "-c", "watershed.yaml", "--format", "json");
      assertThat(run.output().replaceAll("\\s", ""))
          .contains("\"first\":false,\"added\":1,\"changed\":0,\"removed\":0,")
          .contains("\"place\":\"triggers\",\"reason\":\"");
      assertThat(bytes("catalog") - objects).as("bytes for one table more").isLessThan(20_000);
    }

    @Test
    void tooFewGrantsAreNotAnEmptyServer() throws Exception {
      configure(account(List.of("PROCESS ON *.*")), "");
      run.execute("collect", "-c", "watershed.yaml");
      assertThat(run.exitCode()).as(run.errors()).isZero();
      assertThat(run.errors())
          .contains("live-1: tables: only those are seen on which the account has a privilege;")
          .contains("GRANT REFERENCES ON *.* TO ");
      assertThat(run.output()).containsPattern("live-1 catalog: 0 tables, .* gaps\n");

      run.execute("explain", schema + ".members", "-c", "watershed.yaml");
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.errors())
          .contains("no table " + schema + ".members in the store")
          .contains("the catalog of live-1 has gaps: tables: only those are seen");
    }

    @Test
    void schemasThatAreDroppedMeanwhileAreThereAsAWholeOrNotAtAll() throws Exception {
      configure(leastAccount(), "");
      String churned = "d_" + schema.substring(2);
      AtomicBoolean over = new AtomicBoolean();
      List<SQLException> failures = new ArrayList<>();
      Thread others =
          new Thread(
              () -> {
                try {
                  while (!over.get()) {
                    churn(churned);
                  }
                } catch (SQLException e) {
                  failures.add(e);
                }
              });
      others.start();
      try {
        for (int round = 0; round < 5; round++) {
          run.execute("collect", "-c", "watershed.yaml");
          assertThat(run.exitCode()).as(run.errors()).isZero();
          assertThat(
                  answer(
                      "select column_count, index_count from tables where schema = '"
                          + churned
                          + "'"))
              .allMatch("2,2"::equals);
          assertThat(answer("select count(*) from tables where schema = '" + schema + "'"))
              .containsExactly("2");
        }
      } finally {
        over.set(true);
        others.join();
      }
      assertThat(failures).isEmpty();
    }

    @Test
    void aDumpStandsForTheServer() throws Exception {
      Files.writeString(
          folder.resolve("dump.sql"), "USE own;\nCREATE TABLE t (id int);\n-- Dump completed\n");
      configure(leastAccount(), ", catalog: dump.sql");
      run.execute("collect", "-c", "watershed.yaml");
      assertThat(run.exitCode()).as(run.errors()).isZero();
      assertThat(run.output())
          .contains("live-1 catalog: 1 table, 0 indexes in 1 schema, new")
          .containsOnlyOnce(" catalog: ");
      assertThat(answer("select schema, table_name from tables")).containsExactly("own,t");
    }

    private void churn(String churned) throws SQLException {
      asRoot(
          "CREATE DATABASE " + churned,
          "CREATE TABLE " + churned + ".a (id int PRIMARY KEY, b int, KEY b (b))",
          "CREATE TABLE " + churned + ".c (id int PRIMARY KEY, b int, KEY b (b))",
          "DROP DATABASE " + churned);
    }

    private String leastAccount() throws SQLException {
      return account(LiveAccount.EVERY_TABLE);
    }

    private String account(List<String> privileges) throws SQLException {
      List<String> all = new ArrayList<>(privileges);
      all.add(LiveAccount.COUNTERS);
      return LiveAccount.create(server, all);
    }

    private void configure(String user, String more) throws IOException {
      Files.writeString(
          folder.resolve("watershed.yaml"),
          "servers:\n  - {name: live-1, url: '"
              + LiveAddress.url(server)
              + "', user: "
              + user
              + ", password: '${env:PASSWORD}'"
              + more
              + "}\n");
    }

    private List<String> answer(String query) {
      run.execute("query", "-c", "watershed.yaml", query, "--format", "csv", "--limit", "0");
      assertThat(run.exitCode()).as(run.errors()).isZero();
      return run.output().lines().skip(1).map(line -> line.replace("\"", "")).sorted().toList();
    }

    private List<String> root(String query) throws SQLException {
      List<String> lines = new ArrayList<>();
      try (Connection connection = server.connect();
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(query)) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          List<String> values = new ArrayList<>();
          for (int column = 1; column <= columns; column++) {
            values.add(String.valueOf(rows.getString(column)).replace("\"", ""));
          }
          lines.add(String.join(",", values));
        }
      }
      return lines.stream().sorted().toList();
    }

    private void asRoot(String... statements) throws SQLException {
      try (Connection connection = server.connect();
          Statement statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
      }
    }

    private long bytes(String part) throws IOException {
      try (Stream<Path> files = Files.walk(folder.resolve("workload").resolve(part))) {
        return files
            .map(Path::toFile)
            .filter(java.io.File::isFile)
            .mapToLong(java.io.File::length)
            .sum();
      }
    }
  }
}
