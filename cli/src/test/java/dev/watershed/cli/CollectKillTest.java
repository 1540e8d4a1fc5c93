package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.follow.SimulatedServer;
import dev.watershed.collector.follow.WindowSums;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.StoreSnapshot;
import dev.watershed.workload.store.WindowFilter;
import dev.watershed.workload.store.file.LocalStoreFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the real process with SIGKILL, again and again, while the log grows and rotates: nothing is
 * lost and nothing counted twice. {@code -Dwatershed.kills=1000} kills more often ({@code
 * .ci/kill-collect}).
 */
class CollectKillTest {

  private static final int KILLS = Integer.getInteger("watershed.kills", 20);
  private static final String EVERYTHING_SEEN = "source slow.log";

  @TempDir Path folder;

  @Test
  void killedAtAnyMomentItEqualsARunThatNobodyDisturbed() throws Exception {
    configure("killed");
    SplittableRandom random = new SplittableRandom(5);
    SimulatedServer server = new SimulatedServer(folder.resolve("slow.log"), 5);
    Map<String, byte[]> sealed = new HashMap<>();
    int killedAtWork = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      server.run(60, Duration.ofMinutes(10));
      if (kill % 3 == 1) {
        server.rename();
        server.reopen();
      }
      CollectorProcess collector =
          CollectorProcess.start(folder, "-c", "killed.yaml", "--every", "1s");
      server.run(20, Duration.ofMinutes(10));
      if (!collector.endsWithin(300 + random.nextInt(1_200))) {
        killedAtWork++;
      }
      collector.kill();
      assertUnchanged(sealed);
      sealed.putAll(windows());
    }
    assertThat(killedAtWork).isEqualTo(KILLS);
    server.flush();
    CollectorProcess last = CollectorProcess.start(folder, "-c", "killed.yaml", "--log-ended");
    assertThat(last.exitCode()).as(output()).isZero();
    assertUnchanged(sealed);
    configure("undisturbed");
    CollectorProcess undisturbed =
        CollectorProcess.start(folder, "-c", "undisturbed.yaml", "--log-ended");
    assertThat(undisturbed.exitCode()).as(output()).isZero();
    Map<String, String> expected = sums("undisturbed");
    assertThat(WindowSums.differences(sums("killed"), expected)).isEmpty();
    assertThat(expected).containsKey(EVERYTHING_SEEN).hasSizeGreaterThan(100);
  }

  @Test
  void toldToEndItPutsInPlaceWhatItHasRead() throws Exception {
    configure("killed");
    SimulatedServer server = new SimulatedServer(folder.resolve("slow.log"), 6);
    server.run(500, Duration.ofMillis(10));
    server.flush();
    CollectorProcess collector =
        CollectorProcess.start(folder, "-c", "killed.yaml", "--every", "1h");
    while (!Files.exists(folder.resolve("killed/store.json"))) {
      assertThat(collector.endsWithin(50)).as(output()).isFalse();
    }
    collector.endsWithin(500);
    assertThat(collector.terminate()).isEqualTo(143);
    assertThat(output()).contains("booking-1: 499 statements in ");
    assertThat(sums("killed").get(EVERYTHING_SEEN)).endsWith(", 499]");
  }

  private void configure(String store) throws IOException {
    Files.writeString(
        folder.resolve(store + ".yaml"),
        """
        store: %s
        servers: [{name: booking-1, slowLog: slow.log, longQueryTimeSeconds: 0}]
        """
            .formatted(store));
  }

  private Map<String, String> sums(String store) throws IOException {
    LocalStoreFiles files = new LocalStoreFiles(folder.resolve(store));
    try (StoreSnapshot snapshot = Store.open(files).snapshot(WindowFilter.ALL)) {
      StoreSnapshot.Merged merged = snapshot.merge(WorkloadBounds.standard());
      assertThat(merged.skipped()).isEmpty();
      return WindowSums.of(merged.workload());
    }
  }

  private void assertUnchanged(Map<String, byte[]> sealed) throws IOException {
    Map<String, byte[]> now = windows();
    sealed.forEach((name, bytes) -> assertThat(now.get(name)).as(name).isEqualTo(bytes));
  }

  /** The windows in place, by the names of their files. */
  private Map<String, byte[]> windows() throws IOException {
    Map<String, byte[]> windows = new HashMap<>();
    Path place = folder.resolve("killed/windows/booking-1");
    if (Files.isDirectory(place)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(place, "[0-9]*.window")) {
        for (Path file : files) {
          windows.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
      }
    }
    return windows;
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("output"));
  }
}
