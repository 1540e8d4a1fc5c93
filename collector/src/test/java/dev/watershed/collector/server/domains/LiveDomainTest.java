package dev.watershed.collector.server.domains;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.SampleSpan;
import dev.watershed.collector.server.accounts.AccountsDomain;
import dev.watershed.collector.server.connection.LiveAddress;
import dev.watershed.collector.server.connection.ServerLimits;
import dev.watershed.collector.server.connection.ServerPool;
import dev.watershed.collector.server.facts.FactsDomain;
import dev.watershed.collector.server.status.StatusDomain;
import dev.watershed.collector.server.tableio.TableIoDomain;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import dev.watershed.workload.observation.AccountUse;
import dev.watershed.workload.observation.IndexUse;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.ObservationTable;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.observation.ObservationsBuilder;
import dev.watershed.workload.observation.ServerFact;
import dev.watershed.workload.observation.ServerFacts;
import dev.watershed.workload.observation.ServerMinutes;
import dev.watershed.workload.observation.TableUse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Known traffic, and the rows that come of it. */
class LiveDomainTest {

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
    Connection client;
    String schema;

    Cases(LiveServer server) {
      this.server = server;
    }

    @BeforeEach
    void table() throws SQLException {
      client = server.connectToNewSchema();
      schema = client.getCatalog();
      execute("CREATE TABLE orders (id INT PRIMARY KEY, a INT, b INT, KEY by_a (a))");
      execute("INSERT INTO orders VALUES (1, 1, 1), (2, 2, 2)");
    }

    @AfterEach
    void end() throws SQLException {
      execute("DROP DATABASE " + schema);
      client.close();
    }

    @Test
    void tablesAndIndexesShowWhatWasDoneWithThem() throws Exception {
      Observations seen = during(new TableIoDomain(), this::threeInsertsAnUpdateAndReads);
      ObservationTable<TableUse.Key, TableUse.Figure> tables = seen.tables();
      int row = tables.rowOf(new TableUse.Key(schema, "orders"));
      assertThat(tables.value(row, TableUse.Figure.INSERTED)).isEqualTo(3);
      assertThat(tables.value(row, TableUse.Figure.UPDATED)).isEqualTo(1);
      assertThat(tables.value(row, TableUse.Figure.DELETED)).isEqualTo(1);
      assertThat(tables.value(row, TableUse.Figure.FETCHED)).isBetween(4L, 12L);
      assertThat(index(seen, "", IndexUse.Figure.INSERTED)).isEqualTo(3);
      assertThat(index(seen, "PRIMARY", IndexUse.Figure.UPDATED)).isEqualTo(1);
      assertThat(index(seen, "by_a", IndexUse.Figure.FETCHED)).isPositive();
    }

    @Test
    void countersThatAnIndexDefinitionClearedAreNoDifference() throws Exception {
      Observations seen =
          during(
              new TableIoDomain(),
              () -> {
                execute("ALTER TABLE orders ADD INDEX by_b (b)");
                execute("SELECT a FROM orders FORCE INDEX (by_b) WHERE b = 2");
              });
      assertThat(seen.indexes().keys())
          .filteredOn(key -> key.schema().equals(schema))
          .extracting(IndexUse.Key::index)
          .contains("by_b");
      for (int row = 0; row < seen.indexes().size(); row++) {
        for (IndexUse.Figure figure : IndexUse.Figure.values()) {
          assertThat(seen.indexes().value(row, figure)).isNotNegative();
        }
      }
    }

    @Test
    void aMinuteShowsWhatTheServerDid() throws Exception {
      Observations seen = during(new StatusDomain(), this::threeInsertsAnUpdateAndReads);
      ObservationTable<ServerMinutes.Key, ServerMinutes.Figure> minutes = seen.minutes();
      assertThat(minutes.size()).isOne();
      assertThat(minutes.key(0).minute()).isEqualTo(UNTIL.getEpochSecond() / 60);
      assertThat(minutes.value(0, ServerMinutes.Figure.SPAN_MICROS)).isEqualTo(60_000_000);
      assertThat(minutes.value(0, ServerMinutes.Figure.STATEMENTS)).isGreaterThanOrEqualTo(7);
      assertThat(minutes.value(0, ServerMinutes.Figure.ROWS_INSERTED)).isGreaterThanOrEqualTo(3);
      assertThat(minutes.value(0, ServerMinutes.Figure.REDO_BYTES)).isPositive();
      assertThat(minutes.value(0, ServerMinutes.Figure.THREADS_CONNECTED_MAX)).isPositive();
      assertThat(minutes.value(0, ServerMinutes.Figure.HISTORY_LIST_LENGTH_MAX)).isNotNegative();
    }

    @Test
    void factsSayWhatTheServerIs() throws Exception {
      FactsDomain domain = new FactsDomain(Map.of(ServerFact.CLUSTER, "booking"));
      try (ServerPool pool = pool(domain);
          QuerySession session = pool.session()) {
        ObservationsBuilder builder = new ObservationsBuilder(ObservationBounds.standard());
        domain.observe(domain.sample(session, Optional.empty()), SPAN, builder);
        ObservationTable<ServerFacts.Key, ServerFacts.Figure> facts = builder.build().facts();
        String id = session.identity().id();
        assertThat(ServerFacts.latest(facts, id, ServerFact.VERSION))
            .contains(session.identity().version());
        assertThat(ServerFacts.latest(facts, id, ServerFact.CLUSTER)).contains("booking");
        assertThat(ServerFacts.latest(facts, id, ServerFact.PERFORMANCE_SCHEMA)).contains("ON");
        assertThat(ServerFacts.latest(facts, id, ServerFact.LONG_QUERY_TIME).orElseThrow())
            .startsWith("0.0");
        assertThat(ServerFacts.latest(facts, id, ServerFact.MAX_CONNECTIONS)).isPresent();
        assertThat(
                Stream.of(ServerFact.INNODB_REDO_LOG_CAPACITY, ServerFact.INNODB_LOG_FILE_SIZE)
                    .flatMap(fact -> ServerFacts.latest(facts, id, fact).stream()))
            .as("the size of the redo log")
            .isNotEmpty()
            .allMatch(size -> Long.parseLong(size) > 0);
        assertThat(ServerFacts.latest(facts, id, ServerFact.REPLICA_OF)).isEmpty();
      }
    }

    @Test
    void anAccountShowsWhatItExecuted() throws Exception {
      String user = "u" + System.nanoTime() % 1_000_000_000;
      execute("CREATE USER '" + user + "'@'%' IDENTIFIED BY 'pw'");
      Observations seen =
          during(
              new AccountsDomain(0),
              () -> {
                try (Connection other = DriverManager.getConnection(server.url(), user, "pw");
                    Statement statement = other.createStatement()) {
                  for (int i = 0; i < 5; i++) {
                    statement.execute("DO " + i);
                  }
                }
                awaitGone(user);
              });
      execute("DROP USER '" + user + "'@'%'");
      ObservationTable<AccountUse.Key, AccountUse.Figure> accounts = seen.accounts();
      AccountUse.Key key =
          accounts.keys().stream()
              .filter(account -> account.origin().user().equals(user))
              .filter(account -> account.event().equals("statement/sql/do"))
              .findFirst()
              .orElseThrow();
      assertThat(accounts.value(accounts.rowOf(key), AccountUse.Figure.CALLS)).isEqualTo(5);
    }

    /** A server answers before it counts: what an account ran is whole when it is gone. */
    private void awaitGone(String user) throws Exception {
      String sql = "SELECT 1 FROM information_schema.PROCESSLIST WHERE USER = '" + user + "'";
      boolean there = true;
      while (there) {
        try (Statement statement = client.createStatement();
            ResultSet rows = statement.executeQuery(sql)) {
          there = rows.next();
        }
        Thread.sleep(there ? 20 : 0);
      }
    }

    private void threeInsertsAnUpdateAndReads() throws SQLException {
      execute("INSERT INTO orders VALUES (3, 3, 3)");
      execute("INSERT INTO orders VALUES (4, 4, 4)");
      execute("INSERT INTO orders VALUES (5, 5, 5)");
      execute("UPDATE orders SET b = 9 WHERE id = 2");
      execute("DELETE FROM orders WHERE id = 5");
      execute("SELECT b FROM orders WHERE id = 1");
      execute("SELECT b FROM orders FORCE INDEX (by_a) WHERE a = 2");
    }

    private long index(Observations seen, String index, IndexUse.Figure figure) {
      int row = seen.indexes().rowOf(new IndexUse.Key(schema, "orders", index));
      return seen.indexes().value(row, figure);
    }

    /** What a domain observes of some work: with the earlier sample as a cursor keeps it. */
    private <S, D> Observations during(Domain<S, D> domain, LiveServer.Work work) throws Exception {
      try (ServerPool pool = pool(domain);
          QuerySession session = pool.session()) {
        S before = asKept(domain, domain.sample(session, Optional.empty()));
        work.run();
        S after = domain.sample(session, Optional.of(before));
        ObservationsBuilder builder = new ObservationsBuilder(ObservationBounds.standard());
        domain.observe(domain.difference(before, after), SPAN, builder);
        return builder.build();
      }
    }

    private static <S> S asKept(Domain<S, ?> domain, S sample) throws DamagedBytesException {
      ByteWriter bytes = new ByteWriter();
      domain.encode(sample, bytes);
      return domain.decode(new ByteReader(bytes.toByteArray()));
    }

    private ServerPool pool(Domain<?, ?> domain) {
      return new ServerPool(LiveAddress.of(server), ServerLimits.standard(), domain.tables());
    }

    private void execute(String sql) throws SQLException {
      try (Statement statement = client.createStatement()) {
        statement.execute(sql);
      }
    }
  }

  private static final Instant UNTIL = Instant.parse("2026-11-23T10:01:30Z");
  private static final SampleSpan SPAN = new SampleSpan(UNTIL.minusSeconds(60), UNTIL);
}
