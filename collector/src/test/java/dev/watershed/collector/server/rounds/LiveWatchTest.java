package dev.watershed.collector.server.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerProblem;
import dev.watershed.collector.server.connection.LiveAddress;
import dev.watershed.collector.server.connection.ServerLimits;
import dev.watershed.collector.server.connection.ServerPool;
import dev.watershed.collector.server.lockwait.LockWaitWatch;
import dev.watershed.collector.server.longtransaction.LongTransactionWatch;
import dev.watershed.collector.server.metadatalock.MetadataLockWatch;
import dev.watershed.collector.server.running.AttributionWatch;
import dev.watershed.collector.server.running.SessionResolver;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import dev.watershed.workload.OriginTag;
import dev.watershed.workload.observation.Attribution;
import dev.watershed.workload.observation.LockWaits;
import dev.watershed.workload.observation.LongTransactions;
import dev.watershed.workload.observation.MetadataLocks;
import dev.watershed.workload.observation.ObservationTable;
import dev.watershed.workload.observation.SamplingRounds;
import dev.watershed.workload.observation.WaitFigure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Sessions that really run, wait and hold locks, and what the watches see of them. */
class LiveWatchTest {

  private static final SessionResolver RESOLVER =
      new SessionResolver(List.of("controller"), 24, SqlMode.standard());
  private static final List<OriginTag> COUPON = List.of(new OriginTag("controller", "coupon"));
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Live(Product.MYSQL)
  @Nested
  class OnMySql extends Cases {
    OnMySql(LiveServer server) {
      super(server);
    }

    @Override
    boolean knowsLastStatements() {
      return true;
    }
  }

  @Live(Product.MARIADB)
  @Nested
  class OnMariaDb extends Cases {
    OnMariaDb(LiveServer server) {
      super(server);
    }

    @Override
    boolean knowsLastStatements() {
      return false;
    }

    /** The process list holds the beginning of a statement only. */
    @Test
    void aStatementThatTheServerCutIsSeenAsSuch() throws Exception {
      AttributionWatch watch = new AttributionWatch(RESOLVER);
      try (Connection client = connect();
          ServerPool pool = pool(watch)) {
        CompletableFuture<Void> running =
            later(client, "SELECT SLEEP(5) /* %s */".formatted("é".repeat(35_000)));
        Watched seen = lookUntil(pool, watch, watched -> cutTexts(watched) > 0);
        assertThat(seen.build().attribution().keys())
            .extracting(Attribution.Key::digest)
            .contains(0L)
            .doesNotContain(digest("SELECT SLEEP(5)"));
        running.get(20, TimeUnit.SECONDS);
      }
    }

    private static long cutTexts(Watched watched) {
      ObservationTable<SamplingRounds.Key, SamplingRounds.Figure> rounds = watched.build().rounds();
      return rounds.size() == 0 ? 0 : rounds.value(0, SamplingRounds.Figure.CUT_TEXTS);
    }

    @Test
    void aServerThatNotesNoMetadataLocksSaysSo() throws Exception {
      execute(setup, "UPDATE performance_schema.setup_instruments SET ENABLED = 'NO' WHERE " + MDL);
      MetadataLockWatch watch = new MetadataLockWatch(RESOLVER);
      try (ServerPool pool = pool(watch);
          QuerySession session = pool.session()) {
        assertThatExceptionOfType(ServerException.class)
            .isThrownBy(() -> watch.look(session, round(0), new Watched()))
            .withMessageContaining("UPDATE performance_schema.setup_instruments")
            .satisfies(
                problem -> assertThat(problem.problem()).isEqualTo(ServerProblem.SWITCHED_OFF));
      }
    }
  }

  abstract static class Cases {

    static final String MDL = "NAME = 'wait/lock/metadata/sql/mdl'";

    final LiveServer server;
    final ExecutorService sessions = Executors.newCachedThreadPool();
    Connection setup;

    Cases(LiveServer server) {
      this.server = server;
    }

    /** Whether the server tells what an idle session executed last. */
    abstract boolean knowsLastStatements();

    @BeforeEach
    void table() throws SQLException {
      setup = server.connectToNewSchema();
      execute(setup, "CREATE TABLE orders (id INT PRIMARY KEY, a INT, b INT, KEY (a))");
      execute(setup, "INSERT INTO orders VALUES (1, 1, 1), (2, 2, 2)");
    }

    @AfterEach
    void end() throws Exception {
      execute(setup, "DROP DATABASE " + setup.getCatalog());
      setup.close();
      sessions.shutdownNow();
      assertThat(sessions.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aStatementThatRunsIsSeenWithItsTags() throws Exception {
      String text = "SELECT SLEEP(3), 'secret' /*controller='coupon'*/";
      AttributionWatch watch = new AttributionWatch(RESOLVER);
      try (Connection client = connect();
          ServerPool pool = pool(watch)) {
        CompletableFuture<Void> running = later(client, text);
        Watched seen = lookUntil(pool, watch, watched -> row(watched, text) >= 0);
        ObservationTable<Attribution.Key, Attribution.Figure> table = seen.build().attribution();
        int row = row(seen, text);
        assertThat(table.key(row).origin().user()).isEqualTo(LiveServer.USER);
        assertThat(table.key(row).origin().tags()).isEqualTo(COUPON);
        assertThat(table.value(row, Attribution.Figure.EXECUTIONS)).isOne();
        assertThat(table.value(row, Attribution.Figure.ELAPSED_MICROS)).isPositive();
        assertThat(seen.texts().toString()).doesNotContain("secret");
        running.get(20, TimeUnit.SECONDS);
      }
    }

    @Test
    void whoWaitsForARowIsSeenWithWhoHoldsIt() throws Exception {
      String held = "UPDATE orders SET a = 10 WHERE id = 1";
      String wanted = "UPDATE orders SET b = 5 WHERE id = 1 /*controller='coupon'*/";
      LockWaitWatch watch = new LockWaitWatch(RESOLVER);
      try (Connection blocking = connect();
          Connection waiting = connect();
          ServerPool pool = pool(watch)) {
        blocking.setAutoCommit(false);
        execute(blocking, held);
        CompletableFuture<Void> wait = later(waiting, wanted);
        Watched seen = lookUntil(pool, watch, watched -> watched.build().lockWaits().size() > 0);
        ObservationTable<LockWaits.Key, WaitFigure> table = seen.build().lockWaits();
        assertThat(table.size()).isOne();
        LockWaits.Key key = table.key(0);
        assertThat(key.schema()).isEqualTo(setup.getCatalog());
        assertThat(key.table()).isEqualTo("orders");
        assertThat(key.waitingDigest()).isEqualTo(digest(wanted));
        assertThat(key.waitingOrigin().tags()).isEqualTo(COUPON);
        assertThat(key.blockingOrigin().user()).isEqualTo(LiveServer.USER);
        assertThat(key.blockingDigest()).isEqualTo(knowsLastStatements() ? digest(held) : 0);
        assertThat(table.value(0, WaitFigure.WAITS)).isOne();
        assertThat(table.value(0, WaitFigure.BLOCKER_IDLE_SAMPLES)).isPositive();
        assertThat(table.value(0, WaitFigure.WAIT_MICROS_MAX))
            .isBetween(0L, PATIENCE.toNanos() / 1_000);
        blocking.rollback();
        wait.get(20, TimeUnit.SECONDS);
      }
    }

    @Test
    void whoWaitsForATableIsSeenWithWhoHoldsIt() throws Exception {
      execute(
          setup, "UPDATE performance_schema.setup_instruments SET ENABLED = 'YES' WHERE " + MDL);
      String wanted = "ALTER TABLE orders ADD COLUMN c INT";
      String behind = "SELECT COUNT(*) FROM orders /*controller='coupon'*/";
      MetadataLockWatch watch = new MetadataLockWatch(RESOLVER);
      try (Connection blocking = connect();
          Connection waiting = connect();
          Connection last = connect();
          ServerPool pool = pool(watch)) {
        blocking.setAutoCommit(false);
        execute(blocking, "SELECT a FROM orders WHERE id = 1");
        CompletableFuture<Void> wait = later(waiting, wanted);
        lookUntil(pool, watch, watched -> watched.build().metadataLocks().size() > 0);
        CompletableFuture<Void> queue = later(last, behind);
        watch.forget();
        Watched seen = lookUntil(pool, watch, watched -> metadataRow(watched, digest(behind)) >= 0);
        ObservationTable<MetadataLocks.Key, WaitFigure> table = seen.build().metadataLocks();
        MetadataLocks.Key first = table.key(metadataRow(seen, digest(wanted)));
        assertThat(first.schema()).isEqualTo(setup.getCatalog());
        assertThat(first.object()).isEqualTo("orders");
        assertThat(first.waitingLock()).isEqualTo("EXCLUSIVE");
        MetadataLocks.Key second = table.key(metadataRow(seen, digest(behind)));
        assertThat(second.waitingOrigin().tags()).isEqualTo(COUPON);
        assertThat(second.blockingDigest()).as("it queues behind").isEqualTo(digest(wanted));
        blocking.rollback();
        wait.get(20, TimeUnit.SECONDS);
        queue.get(20, TimeUnit.SECONDS);
      }
    }

    @Test
    void aTransactionThatStaysOpenIsSeen() throws Exception {
      LongTransactionWatch watch = new LongTransactionWatch(RESOLVER, Duration.ofSeconds(1));
      String last = "UPDATE orders SET a = 11 WHERE id = 2";
      try (Connection open = connect();
          ServerPool pool = pool(watch)) {
        open.setAutoCommit(false);
        execute(open, last);
        Watched seen =
            lookUntil(pool, watch, watched -> watched.build().longTransactions().size() > 0);
        ObservationTable<LongTransactions.Key, LongTransactions.Figure> table =
            seen.build().longTransactions();
        assertThat(table.size()).isOne();
        assertThat(table.key(0).digest()).isEqualTo(knowsLastStatements() ? digest(last) : 0);
        assertThat(table.key(0).origin().user()).isEqualTo(LiveServer.USER);
        assertThat(table.value(0, LongTransactions.Figure.TRANSACTIONS)).isOne();
        assertThat(table.value(0, LongTransactions.Figure.ROWS_MODIFIED_MAX)).isOne();
        assertThat(table.value(0, LongTransactions.Figure.AGE_MICROS_MAX))
            .isBetween(900_000L, PATIENCE.toNanos() / 1_000);
        open.rollback();
      }
    }

    @Test
    void aLoopSeesWhatRunsAgainAndAgainUntilItIsStopped() throws Exception {
      String text = "SELECT SLEEP(4), 17 /*controller='coupon'*/";
      AttributionWatch watch = new AttributionWatch(RESOLVER);
      try (Connection client = connect();
          ServerPool pool = pool(watch)) {
        RoundLoop loop =
            new RoundLoop(
                pool,
                List.of(watch),
                new RoundTiming(
                    Duration.ofMillis(200), Duration.ofMinutes(1), Duration.ofSeconds(1), 1),
                RoundClock.ofMachine(Instant.now()),
                new Random(5));
        CompletableFuture<Void> looking = CompletableFuture.runAsync(() -> run(loop), sessions);
        later(client, text).get(20, TimeUnit.SECONDS);
        loop.stop();
        looking.get(20, TimeUnit.SECONDS);
        RoundLoop.Taken taken = loop.take();
        assertThat(taken.problems()).isEmpty();
        ObservationTable<Attribution.Key, Attribution.Figure> table =
            taken.watched().build().attribution();
        int row = row(taken.watched(), text);
        assertThat(table.value(row, Attribution.Figure.EXECUTIONS)).isOne();
        assertThat(table.value(row, Attribution.Figure.SAMPLES)).isBetween(2L, 22L);
        ObservationTable<SamplingRounds.Key, SamplingRounds.Figure> rounds =
            taken.watched().build().rounds();
        assertThat(rounds.size()).isOne();
        assertThat(rounds.value(0, SamplingRounds.Figure.ROUNDS))
            .isGreaterThanOrEqualTo(table.value(row, Attribution.Figure.SAMPLES));
        assertThat(loop.take().watched().build().rounds().size()).as("taken once").isZero();
      }
    }

    private static void run(RoundLoop loop) {
      try {
        loop.run(Instant.MAX.minusSeconds(1_000_000));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    ServerPool pool(Watch watch) {
      return new ServerPool(LiveAddress.of(server), ServerLimits.standard(), watch.tables());
    }

    Connection connect() throws SQLException {
      Connection connection = server.connect();
      connection.setCatalog(setup.getCatalog());
      return connection;
    }

    CompletableFuture<Void> later(Connection connection, String sql) {
      return CompletableFuture.runAsync(
          () -> {
            try {
              execute(connection, sql);
            } catch (SQLException e) {
              throw new IllegalStateException(e);
            }
          },
          sessions);
    }

    static int row(Watched watched, String text) {
      List<Attribution.Key> keys = watched.build().attribution().keys();
      for (int row = 0; row < keys.size(); row++) {
        if (keys.get(row).digest() == digest(text)) {
          return row;
        }
      }
      return -1;
    }

    static int metadataRow(Watched watched, long waitingDigest) {
      List<MetadataLocks.Key> keys = watched.build().metadataLocks().keys();
      for (int row = 0; row < keys.size(); row++) {
        if (keys.get(row).waitingDigest() == waitingDigest) {
          return row;
        }
      }
      return -1;
    }
  }

  /** What a look has to have seen. */
  private interface Condition {
    boolean met(Watched watched);
  }

  /** Looks, each time anew, until the condition is met. */
  private static Watched lookUntil(ServerPool pool, Watch watch, Condition condition)
      throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    long number = 0;
    while (Instant.now().isBefore(end)) {
      try (QuerySession session = pool.session()) {
        watch.forget();
        Watched watched = new Watched();
        watch.look(session, round(number++), watched);
        if (condition.met(watched)) {
          return watched;
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("not seen within " + PATIENCE);
  }

  private static Round round(long number) {
    return new Round(number, Instant.now(), 1_000_000, 500_000);
  }

  private static long digest(String text) {
    return Fingerprints.of(text, SqlMode.standard()).digest();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
