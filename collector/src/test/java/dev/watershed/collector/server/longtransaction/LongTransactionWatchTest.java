package dev.watershed.collector.server.longtransaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.rounds.AnsweringServer;
import dev.watershed.collector.server.rounds.Round;
import dev.watershed.collector.server.rounds.Watch;
import dev.watershed.collector.server.rounds.Watched;
import dev.watershed.collector.server.running.SeenSession;
import dev.watershed.collector.server.running.SessionResolver;
import dev.watershed.sql.SqlMode;
import dev.watershed.workload.observation.LongTransactions;
import dev.watershed.workload.observation.LongTransactions.Figure;
import dev.watershed.workload.observation.ObservationTable;
import dev.watershed.workload.observation.SamplingRounds;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LongTransactionWatchTest {

  private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

  private final LongTransactionWatch watch =
      new LongTransactionWatch(
          new SessionResolver(List.of(), 24, SqlMode.standard()), Duration.ofSeconds(10));

  @Test
  void aTransactionThatGoesOnIsOne() throws ServerException {
    ObservationTable<LongTransactions.Key, Figure> first =
        look(List.of(open("a", 20), open("b", 30))).build().longTransactions();
    assertThat(first.value(0, Figure.TRANSACTIONS)).isEqualTo(2);
    assertThat(first.value(0, Figure.SAMPLES)).isEqualTo(2);
    assertThat(first.value(0, Figure.IDLE_SAMPLES)).isEqualTo(2);
    assertThat(first.value(0, Figure.AGE_MICROS_MAX)).isEqualTo(30);

    ObservationTable<LongTransactions.Key, Figure> next =
        look(List.of(open("b", 40), open("c", 12))).build().longTransactions();
    assertThat(next.value(0, Figure.TRANSACTIONS)).isOne();
    assertThat(next.value(0, Figure.SAMPLES)).isEqualTo(2);
  }

  @Test
  void whatALookLeavesOutIsSaid() throws ServerException {
    Watched seen = look(Collections.nCopies(Watch.MOST_ROWS + 1, open("a", 20)));

    ObservationTable<SamplingRounds.Key, SamplingRounds.Figure> rounds = seen.build().rounds();
    assertThat(rounds.value(rounds.rowOf(watch.key()), SamplingRounds.Figure.LUMPED_ROWS)).isOne();
  }

  private Watched look(List<LongTransaction> transactions) throws ServerException {
    Watched watched = new Watched();
    watch.look(
        new AnsweringServer("information_schema.INNODB_TRX", transactions),
        new Round(0, AT, 1_000_000, 0),
        watched);
    return watched;
  }

  private static LongTransaction open(String id, long ageMicros) {
    SeenSession session =
        new SeenSession(
            "svc", "", Optional.empty(), Optional.empty(), true, 1, Optional.empty(), false);
    return new LongTransaction(id, ageMicros, 1, 2, session);
  }
}
