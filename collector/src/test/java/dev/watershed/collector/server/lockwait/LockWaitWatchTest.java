package dev.watershed.collector.server.lockwait;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.rounds.AnsweringServer;
import dev.watershed.collector.server.rounds.Round;
import dev.watershed.collector.server.rounds.Watch;
import dev.watershed.collector.server.rounds.Watched;
import dev.watershed.collector.server.running.SeenSession;
import dev.watershed.collector.server.running.SessionResolver;
import dev.watershed.sql.SqlMode;
import dev.watershed.workload.observation.LockWaits;
import dev.watershed.workload.observation.ObservationTable;
import dev.watershed.workload.observation.SamplingRounds;
import dev.watershed.workload.observation.WaitFigure;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LockWaitWatchTest {

  private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

  private final LockWaitWatch watch =
      new LockWaitWatch(new SessionResolver(List.of(), 24, SqlMode.standard()));

  /** Who read a row and then changed it holds two locks that are in the way. */
  @Test
  void aSessionIsWaitedForOnceHoweverManyOfItsLocksAreInTheWay() throws ServerException {
    List<LockWait> rows = List.of(waits(1, 2), waits(1, 2), waits(1, 3));

    ObservationTable<LockWaits.Key, WaitFigure> first = look(rows).build().lockWaits();
    assertThat(first.size()).isOne();
    assertThat(first.value(0, WaitFigure.SAMPLES)).isEqualTo(2);
    assertThat(first.value(0, WaitFigure.WAITS)).isEqualTo(2);
    assertThat(first.value(0, WaitFigure.BLOCKER_IDLE_SAMPLES)).isEqualTo(2);
    assertThat(first.value(0, WaitFigure.WAITED_MICROS)).isEqualTo(1_000_000);

    ObservationTable<LockWaits.Key, WaitFigure> next = look(rows).build().lockWaits();
    assertThat(next.value(0, WaitFigure.SAMPLES)).isEqualTo(2);
    assertThat(next.value(0, WaitFigure.WAITS)).as("they began before").isZero();
  }

  @Test
  void whatALookLeavesOutIsSaid() throws ServerException {
    Watched seen = look(Collections.nCopies(Watch.MOST_ROWS + 1, waits(1, 2)));

    ObservationTable<SamplingRounds.Key, SamplingRounds.Figure> rounds = seen.build().rounds();
    assertThat(rounds.value(rounds.rowOf(watch.key()), SamplingRounds.Figure.LUMPED_ROWS)).isOne();
    assertThat(look(List.of(waits(1, 2))).build().rounds().size()).isZero();
  }

  private Watched look(List<LockWait> rows) throws ServerException {
    Watched watched = new Watched();
    watch.look(
        new AnsweringServer(LockWaitQueries.DATA_LOCK_WAITS, rows),
        new Round(0, AT, 1_000_000, 0),
        watched);
    return watched;
  }

  private static LockWait waits(long waiting, long blocking) {
    return new LockWait(
        waiting,
        blocking,
        Optional.empty(),
        Optional.of("`shop`.`orders`"),
        Optional.empty(),
        OptionalLong.of(5),
        session(false),
        session(true));
  }

  private static SeenSession session(boolean idle) {
    return new SeenSession(
        "svc", "", Optional.empty(), Optional.empty(), idle, 7, Optional.empty(), false);
  }
}
