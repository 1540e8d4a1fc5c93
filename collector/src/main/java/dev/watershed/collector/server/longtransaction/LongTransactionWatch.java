package dev.watershed.collector.server.longtransaction;

import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerQueries;
import dev.watershed.collector.server.rounds.Ongoing;
import dev.watershed.collector.server.rounds.Round;
import dev.watershed.collector.server.rounds.Watch;
import dev.watershed.collector.server.rounds.Watched;
import dev.watershed.collector.server.running.SessionColumns;
import dev.watershed.collector.server.running.SessionResolver;
import dev.watershed.workload.observation.LongTransactions;
import dev.watershed.workload.observation.LongTransactions.Figure;
import dev.watershed.workload.observation.ObservationRows;
import dev.watershed.workload.observation.SamplingRounds;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Samples of transactions that stay open for long. */
public final class LongTransactionWatch implements Watch {

  private static final int EVERY = 5;

  private final SessionResolver resolver;
  private final Duration least;
  private final Ongoing<String> ongoing = new Ongoing<>();

  /**
   * @param least how long a transaction has to be open to be seen
   */
  public LongTransactionWatch(SessionResolver resolver, Duration least) {
    this.resolver = resolver;
    this.least = least;
  }

  @Override
  public SamplingRounds.Subject subject() {
    return SamplingRounds.Subject.TRANSACTIONS;
  }

  @Override
  public String estimator() {
    return "transactions open for " + least.toMillis() + " ms or longer, seen";
  }

  @Override
  public int every() {
    return EVERY;
  }

  @Override
  public List<String> tables() {
    return SessionColumns.TABLES;
  }

  @Override
  public void look(ServerQueries server, Round round, Watched watched) throws ServerException {
    SessionColumns source = SessionColumns.of(server.identity().product());
    long at = ChronoUnit.MICROS.between(Instant.EPOCH, round.at());
    ObservationRows<LongTransactions.Key, Figure> rows = watched.observations().longTransactions();
    List<LongTransaction> transactions = server.ask(LongTransactionQuery.of(source, least));
    watched.bound(this, transactions.size());
    for (LongTransaction transaction : transactions) {
      SessionResolver.Resolved resolved = resolver.resolve(transaction.session());
      LongTransactions.Key key =
          new LongTransactions.Key(watched.digest(resolved.statement()), resolved.origin());
      rows.add(key, Figure.SAMPLES, 1);
      rows.add(key, Figure.TRANSACTIONS, ongoing.begins(transaction.id()) ? 1 : 0);
      rows.add(key, Figure.AGE_MICROS_MAX, transaction.ageMicros());
      rows.add(key, Figure.IDLE_SAMPLES, transaction.session().idle() ? 1 : 0);
      rows.add(key, Figure.ROWS_LOCKED_MAX, transaction.rowsLocked());
      rows.add(key, Figure.ROWS_MODIFIED_MAX, transaction.rowsModified());
      rows.add(key, Figure.LAST_SEEN_MICROS, at);
    }
    ongoing.endLook();
  }

  @Override
  public void forget() {
    ongoing.forget();
  }
}
