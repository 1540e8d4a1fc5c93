package dev.watershed.collector.slowlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.TransactionMeasure;
import dev.watershed.workload.TransactionTable;
import dev.watershed.workload.Workload;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The transactions of a log that a real server wrote, against what its client did. */
class LiveTransactionsTest {

  private static final int ROUNDS = 200;
  private static final int STATEMENTS = 3;

  /** What the client did. */
  private static final class Done {
    private long committed;
    private long rolledBack;

    /** Rolled back by the end of the connection, which the log may not show. */
    private long leftOpen;
  }

  @Test
  @Live(Product.MYSQL)
  void theTransactionsAreThoseOfTheClientOnMySql(LiveServer server) throws Exception {
    compare(server);
  }

  @Test
  @Live(Product.MARIADB)
  void theTransactionsAreThoseOfTheClientOnMariaDb(LiveServer server) throws Exception {
    compare(server);
  }

  /** The victim of a deadlock goes on without a ROLLBACK: what it had done is gone all the same. */
  @Test
  @Live(Product.MYSQL)
  void aDeadlockEndsTheTransactionOfItsVictim(LiveServer server) throws Exception {
    long[] sums = new long[TransactionMeasure.values().length];
    long unknown = read(server.slowLogOf(() -> deadlock(server)), sums);
    assertThat(sums[TransactionMeasure.COMMITTED.ordinal()]).isEqualTo(1);
    assertThat(sums[TransactionMeasure.ROLLED_BACK.ordinal()]).isEqualTo(1);
    assertThat(sums[TransactionMeasure.STATEMENTS.ordinal()]).isEqualTo(4);
    assertThat(unknown).isZero();
  }

  private static void deadlock(LiveServer server) throws Exception {
    try (Connection setup = server.connectToNewSchema();
        Connection one = server.connect();
        Connection two = server.connect()) {
      run(setup, "create table a (id int primary key, v int) engine=innodb");
      run(setup, "create table b (id int primary key, v int) engine=innodb");
      run(setup, "insert into a values (1, 0)");
      run(setup, "insert into b values (1, 0)");
      one.setCatalog(setup.getCatalog());
      two.setCatalog(setup.getCatalog());
      run(one, "begin");
      run(two, "begin");
      run(one, "update a set v = 1 where id = 1");
      run(two, "update b set v = 2 where id = 1");
      ExecutorService threads = Executors.newFixedThreadPool(2);
      try {
        Future<Boolean> first = threads.submit(() -> ends(one, "update b set v = 1 where id = 1"));
        Future<Boolean> second = threads.submit(() -> ends(two, "update a set v = 2 where id = 1"));
        assertThat(first.get()).isNotEqualTo(second.get());
      } finally {
        threads.shutdownNow();
      }
    }
  }

  /** Runs a statement and commits, whatever became of the statement; whether it succeeded. */
  private static boolean ends(Connection connection, String sql) throws SQLException {
    boolean succeeded = true;
    try {
      run(connection, sql);
    } catch (SQLException e) {
      assertThat(e.getErrorCode()).isEqualTo(1213);
      succeeded = false;
      run(connection, "select * from b where id = 1");
    }
    run(connection, "commit");
    return succeeded;
  }

  private static void compare(LiveServer server) throws Exception {
    Done done = new Done();
    byte[] log = server.slowLogOf(() -> work(server, done));
    long[] sums = new long[TransactionMeasure.values().length];
    long unknown = read(log, sums);
    long committed = sums[TransactionMeasure.COMMITTED.ordinal()];
    long rolledBack = sums[TransactionMeasure.ROLLED_BACK.ordinal()];
    assertThat(committed).isEqualTo(done.committed);
    assertThat(rolledBack).isBetween(done.rolledBack, done.rolledBack + done.leftOpen);
    assertThat(sums[TransactionMeasure.TRANSACTIONS.ordinal()]).isEqualTo(committed + rolledBack);
    assertThat(sums[TransactionMeasure.STATEMENTS.ordinal()])
        .isEqualTo((committed + rolledBack) * STATEMENTS);
    assertThat(unknown).isZero();
    assertThat(done.committed).isGreaterThan(ROUNDS / 4);
    assertThat(done.rolledBack).isGreaterThan(ROUNDS / 8);
  }

  /** Adds up the transactions of a log; returns what could not be told. */
  private static long read(byte[] log, long[] sums) throws Exception {
    SlowLogOptions options =
        SlowLogOptions.standard().withLongQueryTimeSeconds(OptionalDouble.of(0));
    WindowReader reader = new WindowReader(options, "slow.log", CarriedState.start());
    GrowingLog whole = new GrowingLog(log);
    whole.grow(log.length);
    whole.end();
    reader.goOn(whole.from(0), 0);
    long unknown = 0;
    WindowReader.Stop stop = WindowReader.Stop.SLOT_END;
    while (stop == WindowReader.Stop.SLOT_END) {
      stop = reader.read();
      Workload workload = reader.take().workload();
      add(workload.transactions(), sums);
      unknown +=
          workload.quality().count(IssueReason.NO_TRANSACTIONS)
              + workload.quality().count(IssueReason.UNKNOWN_TRANSACTION);
    }
    return unknown;
  }

  private static void add(TransactionTable table, long[] sums) {
    for (int row = 0; row < table.size(); row++) {
      for (TransactionMeasure measure : TransactionMeasure.values()) {
        sums[measure.ordinal()] += table.value(row, measure);
      }
    }
  }

  /** Two connections take turns; transactions begin and end in every way that JDBC and SQL know. */
  private static void work(LiveServer server, Done done) throws SQLException {
    SplittableRandom random = new SplittableRandom(11);
    try (Connection setup = server.connectToNewSchema();
        Statement statement = setup.createStatement()) {
      statement.execute("create table a (id int primary key) engine=innodb");
      statement.execute("create table b (id int primary key) engine=innodb");
      for (int round = 0; round < ROUNDS; round++) {
        try (Connection one = server.connect();
            Connection two = server.connect()) {
          one.setCatalog(setup.getCatalog());
          two.setCatalog(setup.getCatalog());
          begin(one, random);
          begin(two, random);
          for (int i = 0; i < STATEMENTS; i++) {
            run(one, "insert into a values (" + (round * 10 + i) + ")");
            run(two, "insert into b values (" + (round * 10 + i) + ")");
          }
          end(one, random, done);
          end(two, random, done);
        }
      }
    }
  }

  private static void begin(Connection connection, SplittableRandom random) throws SQLException {
    switch (random.nextInt(3)) {
      case 0 -> run(connection, "begin");
      case 1 -> run(connection, "start transaction");
      default -> connection.setAutoCommit(false);
    }
  }

  private static void end(Connection connection, SplittableRandom random, Done done)
      throws SQLException {
    switch (random.nextInt(4)) {
      case 0 -> {
        run(connection, "rollback");
        done.rolledBack++;
      }
      case 1 -> done.leftOpen++;
      case 2 -> {
        run(connection, "savepoint s");
        run(connection, "rollback to s");
        run(connection, "create table if not exists c (id int)");
        done.committed++;
      }
      default -> {
        run(connection, "commit");
        done.committed++;
      }
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
