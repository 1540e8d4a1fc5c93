package dev.watershed.collector.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.watershed.collector.dump.CatalogBuilder;
import dev.watershed.collector.dump.ShownSchemas;
import dev.watershed.collector.server.ForwardedQueries;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerQueries;
import dev.watershed.collector.server.connection.LiveAccount;
import dev.watershed.collector.server.connection.LiveAddress;
import dev.watershed.collector.server.connection.ServerLimits;
import dev.watershed.collector.server.connection.ServerPool;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.DefinitionReader;
import dev.watershed.sql.definition.LiteralPolicy;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.CatalogGap;
import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.IndexStatistics;
import dev.watershed.workload.catalog.Migration;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableStatistics;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.collections.api.list.primitive.ImmutableLongList;
import org.eclipse.collections.impl.factory.primitive.LongLists;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LiveCatalogTest {

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
    void theServerAndItsDumpSayTheSame() throws Exception {
      String schema = CatalogFixture.create(server);
      for (boolean raw : new boolean[] {false, true}) {
        SchemaDefinition live =
            read(LiveServer.USER, LiveServer.PASSWORD, raw).schema(schema).get();
        SchemaDefinition dumped = dumped(schema, raw);
        assertThat(ComparedObjects.names(live)).isEqualTo(ComparedObjects.names(dumped));
        for (CatalogObject object : live.objects()) {
          CatalogObject other =
              dumped.objects().stream()
                  .filter(one -> one.kind() == object.kind() && one.name().equals(object.name()))
                  .findFirst()
                  .orElseThrow();
          assertThat(ComparedObjects.differences(schema, object, other)).isEmpty();
        }
        assertThat(live.charset()).isEqualTo(dumped.charset());
        assertThat(live.collation()).isEqualTo(dumped.collation());
      }
    }

    @Test
    void noLiteralGetsOutUnlessItIsAskedFor() throws Exception {
      String schema = CatalogFixture.create(server);
      String redacted = read(LiveServer.USER, LiveServer.PASSWORD, false).schema(schema).toString();
      String raw = read(LiveServer.USER, LiveServer.PASSWORD, true).schema(schema).toString();

      assertThat(redacted)
          .doesNotContain(CatalogFixture.SECRET)
          .doesNotContain(CatalogFixture.SECRET_NUMBER);
      assertThat(raw).contains(CatalogFixture.SECRET, CatalogFixture.SECRET_NUMBER);
    }

    @Test
    void theLeastGrantsShowEveryTableAndSayWhatTheyDoNotShow() throws Exception {
      String schema = CatalogFixture.create(server);
      String user = LiveAccount.create(server, LiveAccount.EVERY_TABLE);

      Catalog all = read(LiveServer.USER, LiveServer.PASSWORD, false);
      Catalog least = read(user, LiveServer.PASSWORD, false);

      assertThat(all.gaps()).filteredOn(gap -> concerns(gap, schema)).isEmpty();
      assertThat(least.schema(schema).get().tables()).isEqualTo(all.schema(schema).get().tables());
      assertThat(statistics(least, schema)).isEqualTo(statistics(all, schema));
      assertThat(least.gaps())
          .extracting(CatalogGap::place)
          .contains("triggers", "events", "routines")
          .contains(schema + ".rich", schema + ".plain_view", schema + ".flyway_schema_history")
          .doesNotContain("tables", "InnoDB's statistics", "cached pages");
      assertThat(least.schema(schema).get().views()).hasSize(2);
    }

    @Test
    void everyGapThatNamesAStatementIsMendedByIt() throws Exception {
      String schema = CatalogFixture.create(server);
      String user = LiveAccount.create(server, List.of("PROCESS ON *.*"));
      int mended = 0;
      for (int attempt = 0; attempt < 9; attempt++) {
        Optional<CatalogGap> gap =
            read(user, LiveServer.PASSWORD, false).gaps().stream()
                .filter(one -> one.reason().contains("GRANT "))
                .filter(one -> !one.place().contains(".") || one.place().startsWith(schema))
                .findFirst();
        if (gap.isEmpty()) {
          break;
        }
        String reason = gap.get().reason();
        String grant = reason.substring(reason.indexOf("GRANT "), reason.lastIndexOf("'") + 1);
        execute(grant);
        if (grant.contains("innodb_index_stats")) {
          execute(grant.replace("innodb_index_stats", "innodb_table_stats"));
        }
        mended++;
        assertThat(read(user, LiveServer.PASSWORD, false).gaps()).doesNotContain(gap.get());
      }
      Catalog catalog = read(user, LiveServer.PASSWORD, false);
      assertThat(mended).isEqualTo(6);
      assertThat(catalog.schema(schema).get().triggers()).hasSize(3);
      assertThat(catalog.schema(schema).get().routines()).hasSize(3);
      assertThat(catalog.schema(schema).get().events()).hasSize(3);
      assertThat(migrations(catalog, schema)).hasSize(2);
    }

    /** Accounts of earlier versions may read the steps, and not of which kind they are. */
    @Test
    void stepsAreReadWhereTheirKindsMayNotBe() throws Exception {
      String schema = CatalogFixture.create(server);
      String user =
          LiveAccount.create(
              server,
              List.of(
                  "PROCESS, REFERENCES ON *.*",
                  "SELECT (version, description, installed_on, success) ON `"
                      + schema
                      + "`.`flyway_schema_history`"));

      Catalog catalog = read(user, LiveServer.PASSWORD, false);

      assertThat(migrations(catalog, schema))
          .extracting(Migration::version, Migration::kind)
          .containsExactly(tuple("1", ""), tuple("2.1", ""));
      assertThat(catalog.gaps())
          .filteredOn(gap -> gap.place().equals(schema + ".flyway_schema_history"))
          .singleElement()
          .satisfies(
              gap ->
                  assertThat(gap.reason())
                      .startsWith("which migrations were undone is unknown; GRANT SELECT (")
                      .contains("type"));
    }

    @Test
    void tooFewGrantsAreNotAnEmptyCatalog() throws Exception {
      CatalogFixture.create(server);
      String user = LiveAccount.create(server, List.of("PROCESS ON *.*", LiveAccount.COUNTERS));

      Catalog catalog = read(user, LiveServer.PASSWORD, false);

      assertThat(catalog.schemas()).flatExtracting(SchemaDefinition::tables).isEmpty();
      assertThat(catalog.gaps())
          .filteredOn(gap -> gap.place().equals("tables"))
          .singleElement()
          .satisfies(
              gap ->
                  assertThat(gap.reason())
                      .contains("GRANT REFERENCES ON *.* TO '" + user + "'@'%'"));
    }

    @Test
    void figuresAreTheServersOwn() throws Exception {
      String schema = CatalogFixture.create(server);
      Catalog catalog = read(LiveServer.USER, LiveServer.PASSWORD, false);
      TableStatistics members = catalog.statistics(schema, "members").get();

      assertThat(members.rows()).hasValue(3);
      assertThat(members.dataBytes()).hasValue(16_384);
      assertThat(members.autoIncrement())
          .hasValueSatisfying(next -> assertThat(next).isEqualTo(45));
      assertThat(members.autoIncrementLimit())
          .hasValueSatisfying(limit -> assertThat(limit).hasToString("18446744073709551615"));
      IndexStatistics pointsAndPrice = index(members, "points_price");
      assertThat(pointsAndPrice.pages()).hasValue(1);
      assertThat(pointsAndPrice.leafPages()).hasValue(1);
      assertThat(pointsAndPrice.distinct()).isEqualTo(ownDistinct(schema));
      assertThat(index(members, "note").pages()).isEmpty();
      TableStatistics partitioned = catalog.statistics(schema, "by_key").get();
      assertThat(index(partitioned, "PRIMARY").pages()).hasValue(3);
      if (server.product() == Product.MYSQL) {
        assertThat(pointsAndPrice.cachedPages()).hasValue(1);
        assertThat(
                index(catalog.statistics(schema, "order-items ä").get(), "PRIMARY").cachedPages())
            .isEmpty();
      } else {
        assertThat(pointsAndPrice.cachedPages()).isEmpty();
      }
      assertThat(migrations(catalog, schema))
          .containsExactly(
              new Migration(
                  schema,
                  "flyway",
                  "1",
                  "init",
                  Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                  true,
                  "SQL"),
              new Migration(
                  schema,
                  "flyway",
                  "2.1",
                  "add orders",
                  Optional.of(Instant.parse("2026-01-02T03:04:05Z")),
                  false,
                  "SQL"));
    }

    @Test
    void aSchemaThatIsDroppedMeanwhileIsThereAsAWholeOrNotAtAll() throws Exception {
      int questions = 1;
      for (int at = 1; at <= questions; at++) {
        String schema = small();
        try (ServerPool pool = pool(LiveServer.USER, LiveServer.PASSWORD);
            QuerySession session = pool.session()) {
          Interfered interfered =
              new Interfered(session, at, () -> execute("DROP DATABASE " + schema));
          Catalog catalog = LiveCatalog.read(interfered, false);
          questions = interfered.asked;
          List<TableDefinition> tables =
              catalog.schema(schema).map(SchemaDefinition::tables).orElse(List.of());
          if (tables.isEmpty()) {
            assertThat(catalog.statistics(schema, "child")).isEmpty();
          } else {
            assertThat(tables).hasSize(2);
            assertThat(tables.get(0).indexes()).hasSize(2);
            assertThat(tables.get(0).foreignKeys()).hasSize(1);
          }
        }
      }
      assertThat(questions).isGreaterThan(15);
    }

    /** What InnoDB itself counted, of the two parts of an index. */
    private ImmutableLongList ownDistinct(String schema) throws SQLException {
      try (Connection connection = server.connect();
          Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "SELECT stat_value FROM mysql.innodb_index_stats WHERE database_name = '"
                      + schema
                      + "' AND index_name = 'points_price' AND stat_name IN ('n_diff_pfx01',"
                      + " 'n_diff_pfx02') ORDER BY stat_name")) {
        rows.next();
        long first = rows.getLong(1);
        rows.next();
        return LongLists.immutable.of(first, rows.getLong(1));
      }
    }

    private String small() throws SQLException {
      try (Connection connection = server.connectToNewSchema();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE parent (id int PRIMARY KEY)");
        statement.execute(
            "CREATE TABLE child (id int PRIMARY KEY, p int, KEY p (p),"
                + " CONSTRAINT f FOREIGN KEY (p) REFERENCES parent (id))");
        statement.execute("CREATE VIEW v AS SELECT id FROM child");
        statement.execute("CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)");
        statement.execute("DROP TABLE alembic_version");
        return connection.getCatalog();
      }
    }

    private SchemaDefinition dumped(String schema, boolean raw) throws SQLException {
      try (Connection connection = server.connect()) {
        String script = new ShownSchemas(connection).script(schema);
        Catalog catalog =
            CatalogBuilder.build(
                DefinitionReader.read(
                    script, SqlMode.standard(), raw ? LiteralPolicy.KEEP : LiteralPolicy.REDACT),
                "dump.sql",
                Instant.EPOCH);
        assertThat(catalog.gaps()).isEmpty();
        return catalog.schema(schema).orElseThrow();
      }
    }

    private Catalog read(String user, String password, boolean raw) throws Exception {
      try (ServerPool pool = pool(user, password);
          QuerySession session = pool.session()) {
        return LiveCatalog.read(session, raw);
      }
    }

    private ServerPool pool(String user, String password) {
      return new ServerPool(
          LiveAddress.of(server, user, password), ServerLimits.standard(), LiveCatalog.tables());
    }

    private void execute(String sql) throws SQLException {
      try (Connection connection = server.connect();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }

  /** Does something before one of the questions. */
  private static final class Interfered extends ForwardedQueries {
    private interface Action {
      void run() throws SQLException;
    }

    private final int at;
    private final Action action;
    private int asked;

    Interfered(ServerQueries server, int at, Action action) {
      super(server);
      this.at = at;
      this.action = action;
    }

    @Override
    public <T> T ask(Query<T> query) throws ServerException {
      asked++;
      if (asked == at) {
        try {
          action.run();
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      }
      return super.ask(query);
    }
  }

  private static boolean concerns(CatalogGap gap, String schema) {
    return !gap.place().contains(".") || gap.place().startsWith(schema);
  }

  private static List<TableStatistics> statistics(Catalog catalog, String schema) {
    return catalog.statistics().stream()
        .filter(table -> table.schema().equals(schema))
        .map(LiveCatalogTest::withoutTime)
        .toList();
  }

  private static TableStatistics withoutTime(TableStatistics table) {
    return new TableStatistics(
        table.schema(),
        table.table(),
        Instant.EPOCH,
        table.rows(),
        table.dataBytes(),
        table.indexBytes(),
        table.freeBytes(),
        table.autoIncrement(),
        table.autoIncrementLimit(),
        table.indexes());
  }

  private static IndexStatistics index(TableStatistics table, String name) {
    return table.indexes().stream()
        .filter(index -> index.index().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Migration> migrations(Catalog catalog, String schema) {
    return catalog.migrations().stream().filter(step -> step.schema().equals(schema)).toList();
  }
}
