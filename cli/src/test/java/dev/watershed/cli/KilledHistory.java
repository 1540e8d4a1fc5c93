package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.follow.SimulatedServer;
import dev.watershed.collector.follow.WindowSums;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.StoreSnapshot;
import dev.watershed.workload.store.WindowFilter;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.file.LocalStoreFiles;
import dev.watershed.workload.store.window.StoredWindow;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** A log that grows and rotates, and a collector that is killed again and again. */
final class KilledHistory {

  private static final String EVERYTHING_SEEN = "source slow.log";
  private static final Duration APART = Duration.ofMinutes(10);
  private static final int STARTING_MILLIS = 700;
  private static final int AT_WORK_MICROS = 60_000;

  private final Path folder;
  private final SplittableRandom random;
  private final SimulatedServer server;
  private final Map<String, byte[]> sealed = new HashMap<>();
  private int killed;
  private int killedCompacting;

  KilledHistory(Path folder, int seed) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.random = new SplittableRandom(seed);
    this.server = new SimulatedServer(folder.resolve("slow.log"), seed);
    configure("killed");
    configure("undisturbed");
  }

  /** How many processes were killed before they ended. */
  int killed() {
    return killed;
  }

  /** How many of them while they wrote, or had just written, an hour or a day. */
  int killedCompacting() {
    return killedCompacting;
  }

  /** Kills a process while it reads; nothing that was in place is another afterwards. */
  void killReading() throws IOException, InterruptedException {
    server.run(12, APART);
    rotate();
    CollectorProcess process =
        CollectorProcess.start(folder, server.now(), "-c", "killed.yaml", "--every", "1s");
    server.run(12, APART);
    if (random.nextInt(3) == 0) {
      process.endsWithin(random.nextInt(STARTING_MILLIS));
    } else {
      awaitWork(process, names("*"));
    }
    assertThat(kill(process)).as(output()).isTrue();
  }

  /** Kills a process while it compacts, or lets it end if there is nothing to compact. */
  void killCompacting() throws IOException, InterruptedException {
    server.run(12, APART);
    Instant later = server.now().plus(Duration.ofDays(random.nextInt(1, 6)));
    Set<String> before = compacted();
    CollectorProcess process =
        CollectorProcess.start(folder, later, "-c", "killed.yaml", "--compact");
    while (process.alive() && compacted().equals(before)) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    TimeUnit.MICROSECONDS.sleep(random.nextInt(AT_WORK_MICROS));
    if (kill(process)) {
      killedCompacting++;
    } else {
      assertThat(process.exitCode()).as(output()).isZero();
    }
  }

  /** Reads what is left, and compares with a run that nobody disturbed. */
  void compare() throws IOException, InterruptedException {
    server.flush();
    collect("killed");
    assertUnchanged();
    collect("undisturbed");
    Map<String, String> expected = sums("undisturbed");
    assertThat(WindowSums.differences(sums("killed"), expected)).isEmpty();
    assertThat(expected).containsKey(EVERYTHING_SEEN).hasSizeGreaterThan(50);
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

  private void rotate() throws IOException {
    if (random.nextInt(3) == 0) {
      server.rename();
      server.reopen();
    }
  }

  /** Waits until a window is put, and a little more. */
  private void awaitWork(CollectorProcess process, Set<String> before)
      throws IOException, InterruptedException {
    while (process.alive() && names("*").equals(before)) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    TimeUnit.MICROSECONDS.sleep(random.nextInt(AT_WORK_MICROS));
  }

  private boolean kill(CollectorProcess process) throws IOException, InterruptedException {
    boolean alive = process.alive();
    process.kill();
    assertUnchanged();
    for (String name : names("[0-9]*.window")) {
      if (!sealed.containsKey(name)) {
        sealed.put(name, Files.readAllBytes(place().resolve(name)));
      }
    }
    killed += alive ? 1 : 0;
    return alive;
  }

  private void collect(String store) throws IOException, InterruptedException {
    CollectorProcess process =
        CollectorProcess.start(folder, server.now(), "-c", store + ".yaml", "--log-ended");
    assertThat(process.exitCode()).as(output()).isZero();
  }

  /** Every window is as it was, or part of another one that lists it. */
  private void assertUnchanged() throws IOException {
    Set<String> there = names("[0-9]*.window");
    for (String name : there) {
      byte[] before = sealed.get(name);
      if (before != null) {
        assertThat(Files.readAllBytes(place().resolve(name))).as(name).isEqualTo(before);
      }
    }
    sealed.keySet().retainAll(withoutMerged(there));
    assertThat(there).containsAll(sealed.keySet());
  }

  private Set<String> withoutMerged(Set<String> there) throws IOException {
    Set<String> left = new HashSet<>(sealed.keySet());
    if (!there.containsAll(left)) {
      try (StoreSnapshot snapshot = snapshot("killed");
          ColumnMemory memory = new ColumnMemory()) {
        for (StoredWindow window : snapshot.windows()) {
          window.superseded(memory).forEach(name -> left.remove(name.fileName()));
        }
      }
    }
    return left;
  }

  private StoreSnapshot snapshot(String store) throws IOException {
    return Store.open(new LocalStoreFiles(folder.resolve(store))).snapshot(WindowFilter.ALL);
  }

  private Map<String, String> sums(String store) throws IOException {
    try (StoreSnapshot snapshot = snapshot(store)) {
      StoreSnapshot.Merged merged = snapshot.merge(WorkloadBounds.standard());
      assertThat(merged.skipped()).isEmpty();
      return WindowSums.of(merged.workload());
    }
  }

  private Set<String> compacted() throws IOException {
    Set<String> names = names("*-hour-*");
    names.addAll(names("*-day-*"));
    return names;
  }

  private Set<String> names(String pattern) throws IOException {
    Set<String> names = new HashSet<>();
    if (Files.isDirectory(place())) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(place(), pattern)) {
        files.forEach(file -> names.add(file.getFileName().toString()));
      }
    }
    return names;
  }

  private Path place() {
    return folder.resolve("killed/windows/booking-1");
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("output"));
  }
}
