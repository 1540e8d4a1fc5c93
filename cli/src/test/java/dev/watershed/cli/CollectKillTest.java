package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.follow.SimulatedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the real process with SIGKILL, again and again, while the log grows and rotates and the
 * store is compacted: nothing is lost and nothing counted twice. {@code -Dwatershed.kills=1000}
 * kills more often ({@code .ci/kill-collect}).
 */
class CollectKillTest {

  private static final int KILLS = Integer.getInteger("watershed.kills", 20);

  /** Histories are short, because the undisturbed run reads each as a whole. */
  private static final int KILLS_OF_A_HISTORY = 50;

  private static final int AT_A_TIME = 2;
  private static final int ONE_IN_COMPACTING = 5;

  @TempDir Path folder;

  @Test
  void killedAtAnyMomentItEqualsARunThatNobodyDisturbed() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<Future<KilledHistory>> histories = new ArrayList<>();
      int count = Math.max(AT_A_TIME, KILLS / KILLS_OF_A_HISTORY);
      for (int seed = 1; seed <= count; seed++) {
        int own = seed;
        int kills = KILLS * own / count - KILLS * (own - 1) / count;
        histories.add(threads.submit(() -> history(own, kills)));
      }
      int killed = 0;
      int compacting = 0;
      for (Future<KilledHistory> history : histories) {
        killed += history.get().killed();
        compacting += history.get().killedCompacting();
      }
      assertThat(killed).isEqualTo(KILLS);
      assertThat(compacting).isGreaterThan(KILLS / 10);
    } finally {
      threads.shutdownNow();
    }
  }

  private KilledHistory history(int seed, int kills) throws Exception {
    KilledHistory history = new KilledHistory(folder.resolve("history-" + seed), seed);
    while (history.killed() < kills) {
      if (history.killedCompacting() * ONE_IN_COMPACTING <= history.killed()) {
        history.killCompacting();
      } else {
        history.killReading();
      }
    }
    history.compare();
    return history;
  }

  @Test
  void toldToEndItPutsInPlaceWhatItHasRead() throws Exception {
    Files.writeString(
        folder.resolve("told.yaml"),
        """
        store: told
        servers: [{name: booking-1, slowLog: slow.log, longQueryTimeSeconds: 0}]
        """);
    SimulatedServer server = new SimulatedServer(folder.resolve("slow.log"), 6);
    server.run(500, Duration.ofMillis(10));
    server.flush();
    CollectorProcess collector =
        CollectorProcess.start(
            folder, server.now(), "-c", "told.yaml", "--every", "1h", "--metrics", "told.prom");
    while (!Files.exists(folder.resolve("told/store.json"))) {
      assertThat(collector.endsWithin(50)).as(output()).isFalse();
    }
    collector.endsWithin(500);
    assertThat(collector.terminate()).isEqualTo(143);
    assertThat(output()).contains("booking-1: 499 statements in ");
    assertThat(folder.resolve("told.prom"))
        .content()
        .contains("watershed_last_run_exit_code{command=\"collect\"} 0\n", "\"slowlog\"} 499\n");
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("output"));
  }
}
