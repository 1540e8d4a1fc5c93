package dev.watershed.collector.server.metadatalock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.rounds.AnsweringServer;
import dev.watershed.collector.server.rounds.Round;
import dev.watershed.collector.server.rounds.Watch;
import dev.watershed.collector.server.rounds.Watched;
import dev.watershed.collector.server.running.SeenSession;
import dev.watershed.collector.server.running.SessionResolver;
import dev.watershed.sql.SqlMode;
import dev.watershed.workload.observation.MetadataLocks;
import dev.watershed.workload.observation.ObservationTable;
import dev.watershed.workload.observation.SamplingRounds;
import dev.watershed.workload.observation.WaitFigure;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetadataLockWatchTest {

  private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

  private final MetadataLockWatch watch =
      new MetadataLockWatch(new SessionResolver(List.of(), 24, SqlMode.standard()));

  /** A transaction that read a table and then changed it holds two locks on it. */
  @Test
  void aSessionIsWaitedForOnceHoweverManyOfItsLocksAreInTheWay() throws ServerException {
    List<MetadataLock> locks =
        List.of(
            lock("SHARED_READ", true, 1),
            lock("SHARED_WRITE", true, 1),
            lock("EXCLUSIVE", false, 2));

    ObservationTable<MetadataLocks.Key, WaitFigure> waits = look(locks).build().metadataLocks();

    assertThat(waits.size()).isOne();
    assertThat(waits.value(0, WaitFigure.SAMPLES)).isOne();
    assertThat(waits.value(0, WaitFigure.WAITS)).isOne();
    assertThat(waits.value(0, WaitFigure.WAITED_MICROS)).isEqualTo(1_000_000);
  }

  @Test
  void whatALookLeavesOutIsSaid() throws ServerException {
    Watched seen = look(Collections.nCopies(Watch.MOST_ROWS + 1, lock("SHARED_READ", true, 1)));

    ObservationTable<SamplingRounds.Key, SamplingRounds.Figure> rounds = seen.build().rounds();
    assertThat(rounds.value(rounds.rowOf(watch.key()), SamplingRounds.Figure.LUMPED_ROWS)).isOne();
  }

  private Watched look(List<MetadataLock> locks) throws ServerException {
    Watched watched = new Watched();
    watch.look(
        new AnsweringServer(MetadataLockQuery.TABLE, true, locks),
        new Round(0, AT, 1_000_000, 0),
        watched);
    return watched;
  }

  private static MetadataLock lock(String type, boolean granted, long thread) {
    SeenSession session =
        new SeenSession(
            "svc", "", Optional.empty(), Optional.empty(), granted, 1, Optional.empty(), false);
    return new MetadataLock(
        new MetadataObject("TABLE", "shop", "orders"), type, granted, thread, session);
  }
}
