package dev.watershed.workload.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.Workload;
import dev.watershed.workload.store.MemoryFiles.Fault;
import dev.watershed.workload.store.window.Seal;
import dev.watershed.workload.store.window.WindowLevel;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How far a source was read, found at its end, against what all windows together say. */
class ProgressSearchTest {

  private static final int MOST_OPENED = 6;
  private static final Workload LITTLE = Events.workload(Events.random(1, 1, 1), Events.WIDE);

  private final MemoryFiles files = new MemoryFiles();
  private Instant latest = Events.START;
  private final Map<Long, List<Instant>> slotsOfRuns = new HashMap<>();

  static int[] seeds() {
    return java.util.stream.IntStream.rangeClosed(1, 40).toArray();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverHappenedItIsWhatAllWindowsSay(int seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    for (int step = 0; step < 60; step++) {
      switch (random.nextInt(8)) {
        case 0 -> compact(random, -1);
        case 1 -> compact(random, random.nextInt(60));
        case 2 -> damage(random);
        default -> run(random);
      }
      SourceProgress expected = search().everything();
      assertThat(search().find()).as("step " + step).isEqualTo(expected);
    }
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 20, 500})
  void fewWindowsAreOpenedHoweverLongTheHistoryIs(int silentDays) throws IOException {
    Instant end = history(400);
    CountingFiles counting = new CountingFiles(files);
    try (StoreWriter writer = StoreWriter.open(counting, "test")) {
      writer.compact(CompactionPolicy.standard(), end.plus(Duration.ofDays(silentDays)));
      counting.forget();
      SourceProgress progress = writer.progress(StoreFixture.SERVER, StoreFixture.SOURCE);
      assertThat(counting.opened()).hasSizeBetween(1, MOST_OPENED);
      assertThat(progress.nextRun()).isEqualTo(slotsOfRuns.size() + 1L);
      counting.forget();
      put(writer, progress.nextRun(), end, 0, 1);
      put(writer, progress.nextRun() + 1, end.plus(Duration.ofMinutes(15)), 0, 1);
      assertThat(counting.opened())
          .filteredOn(name -> name.endsWith(".window"))
          .hasSizeLessThan(MOST_OPENED);
      assertThat(counting.listed()).hasSizeLessThan(MOST_OPENED);
    }
  }

  /** Slots of a day apart, then of an hour, then of a quarter of an hour, compacted on the way. */
  private Instant history(int days) throws IOException {
    Instant end = Events.START.plus(Duration.ofDays(days));
    long run = 0;
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      Instant slot = Events.START;
      while (slot.isBefore(end)) {
        slotsOfRuns.put(++run, List.of(slot));
        put(writer, run, slot, 0, 1);
        Duration left = Duration.between(slot, end);
        slot =
            slot.plus(
                left.toDays() > 14
                    ? Duration.ofDays(1)
                    : left.toDays() > 2 ? Duration.ofHours(1) : Duration.ofMinutes(15));
      }
      writer.compact(CompactionPolicy.standard(), end);
    }
    return end;
  }

  /** A run of one window or of several, all of them or some; a run that lacks some is put again. */
  private void run(SplittableRandom random) throws IOException {
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      long run = search().find().nextRun();
      assertThat(run).isEqualTo(search().everything().nextRun());
      List<Instant> slots = slotsOfRuns.computeIfAbsent(run, added -> slots(random));
      for (int part = 0; part < slots.size(); part++) {
        if (slots.size() == 1 || random.nextInt(6) > 0) {
          put(writer, run, slots.get(part), part, slots.size());
        }
      }
    }
  }

  private List<Instant> slots(SplittableRandom random) {
    List<Instant> slots = new ArrayList<>();
    int parts = random.nextInt(5) == 0 ? random.nextInt(2, 5) : 1;
    boolean back = random.nextInt(6) == 0;
    Instant next =
        back
            ? latest.minus(Duration.ofMinutes(random.nextInt(8_000)))
            : latest.plus(Duration.ofMinutes(random.nextInt(900)));
    for (int part = 0; part < parts; part++) {
      slots.add(WindowLevel.SLOT.startOf(next.plus(Duration.ofMinutes(15L * part))));
    }
    latest = next.isAfter(latest) ? next : latest;
    return slots;
  }

  private void compact(SplittableRandom random, int faultAt) throws IOException {
    Instant now = latest.plus(Duration.ofHours(random.nextInt(500)));
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      files.faultAt(faultAt, random.nextBoolean() ? Fault.STOP_BEFORE : Fault.STOP_AFTER);
      writer.compact(CompactionPolicy.standard(), now);
    } catch (IOException stopped) {
      assertThat(stopped).isInstanceOf(MemoryFiles.StoppedException.class);
    } finally {
      files.restart(false);
    }
  }

  private void damage(SplittableRandom random) {
    List<String> windows = files.names().stream().filter(name -> name.endsWith(".window")).toList();
    if (!windows.isEmpty()) {
      String victim = windows.get(random.nextInt(windows.size()));
      byte[] bytes = files.bytes(victim);
      files.overwrite(victim, Arrays.copyOf(bytes, bytes.length / 2));
    }
  }

  private static void put(StoreWriter writer, long run, Instant slot, int part, int parts)
      throws IOException {
    writer.put(StoreFixture.header(StoreFixture.SERVER, slot, run, part, parts), LITTLE);
  }

  private ProgressSearch search() {
    return new ProgressSearch(new WindowFiles(files), StoreFixture.SERVER, StoreFixture.SOURCE);
  }

  @Test
  void anEmptyStoreIsReadFromTheBeginning() throws IOException {
    SourceProgress progress = search().find();
    assertThat(progress.done().map(Seal::run)).isEmpty();
    assertThat(progress.nextRun()).isOne();
  }
}
