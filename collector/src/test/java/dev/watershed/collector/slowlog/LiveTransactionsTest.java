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

  private static void compare(LiveServer server) throws Exception {
    Done done = new Done();
    byte[] log = server.slowLogOf(() -> work(server, done));
    SlowLogOptions options =
        SlowLogOptions.standard().withLongQueryTimeSeconds(OptionalDouble.of(0));
    WindowReader reader = new WindowReader(options, "slow.log", CarriedState.start());
    GrowingLog whole = new GrowingLog(log);
    whole.grow(log.length);
    whole.end();
    reader.goOn(whole.from(0), 0);
    long[] sums = new long[TransactionMeasure.values().length];
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
