package dev.watershed.collector.server.statements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.ForwardedQueries;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerQueries;
import dev.watershed.collector.server.connection.LiveAddress;
import dev.watershed.collector.server.connection.ServerLimits;
import dev.watershed.collector.server.connection.ServerPool;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A server that ends the question for its histograms, and answers the others. */
@Live(Product.MYSQL)
class LiveHistogramsTest {

  /** Enough for every question but the one that never ends. */
  private static final ServerLimits LIMITS =
      new ServerLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10));

  private final LiveServer server;
  private final StatementDomain domain = new StatementDomain();

  LiveHistogramsTest(LiveServer server) {
    this.server = server;
  }

  @Test
  void theCountersOfTheSameLookAreThere() throws Exception {
    try (ServerPool pool = new ServerPool(LiveAddress.of(server), LIMITS, domain.tables())) {
      StatementSample first = look(pool, Optional.empty());
      assertThat(first.rows()).isNotEmpty();
      assertThat(first.histogramsGivenUp()).isTrue();
      work();
      StatementSample second = look(pool, Optional.of(first));
      StatementDifference difference = domain.difference(first, second);

      assertThat(second.owesHistograms()).isTrue();
      assertThat(difference.histogramsGivenUp()).as("not asked again at once").isFalse();
      assertThat(difference.executions()).isNotEmpty();
      assertThat(difference.untimedExecutions())
          .as("but for those of rows that are new")
          .isBetween(1L, difference.calls());
    }
  }

  private StatementSample look(ServerPool pool, Optional<StatementSample> previous)
      throws ServerException {
    try (QuerySession session = pool.session()) {
      StatementSample sample = domain.sample(new Slow(session), previous);
      session.verify();
      return sample;
    }
  }

  private void work() throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT COUNT(*) FROM information_schema.ENGINES");
    }
  }

  /** Asks for something endless in place of histograms. */
  private static final class Slow extends ForwardedQueries {
    private static final String ENDLESS =
        "SELECT 1 FROM information_schema.COLUMNS a, information_schema.COLUMNS b,"
            + " information_schema.COLUMNS c WHERE a.COLUMN_NAME < b.COLUMN_NAME"
            + " AND b.COLUMN_NAME < c.COLUMN_NAME GROUP BY a.COLUMN_NAME";

    Slow(ServerQueries server) {
      super(server);
    }

    @Override
    public <T> T ask(Query<T> query) throws ServerException {
      boolean histograms = query.sql().contains(DigestTable.HISTOGRAMS);
      return super.ask(histograms ? Query.of(ENDLESS, query.answer()) : query);
    }
  }
}
