package dev.watershed.workload.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.Catalogs;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.store.Events.Event;
import dev.watershed.workload.store.MemoryFiles.Fault;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.window.Seal;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import dev.watershed.workload.store.window.WindowSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever fails or stops at whatever step: nothing sealed is lost, nothing is counted twice. */
@Tag("long")
class StoreFaultTest {

  private static final int RUNS = 3;
  private static final List<Event> EVENTS = twoDays();
  private static final Instant NOW = Events.START.plus(Duration.ofHours(30));

  @ParameterizedTest
  @CsvSource({
    "STOP_BEFORE, false, HOUR",
    "STOP_BEFORE, true, HOUR",
    "STOP_AFTER, false, HOUR",
    "STOP_AFTER, true, HOUR",
    "FAIL, false, HOUR",
    "FAIL, true, HOUR",
    "STOP_BEFORE, true, HOURS",
    "STOP_AFTER, true, HOURS",
    "FAIL, false, HOURS",
  })
  void anyStepOfCollectingAndCompactingMayFail(Fault fault, boolean powerLost, WindowLevel level)
      throws IOException {
    CompactionPolicy policy = policyFor(level);
    MemoryFiles undisturbed = new MemoryFiles();
    undisturbed.faultAt(-1, fault);
    collect(undisturbed, policy, new ArrayList<>());
    assertThat(undisturbed.names())
        .anyMatch(name -> name.contains("-" + level.key() + "-"))
        .as("of another day")
        .anyMatch(name -> name.contains("-slot-"));
    int steps = undisturbed.steps();
    String expected = StoreFixture.everything(undisturbed, Events.WIDE);
    assertThat(newestCatalog(undisturbed)).isEqualTo(RUNS);
    assertThat(expected).isEqualTo(WorkloadText.of(Events.workload(EVENTS, Events.WIDE)));
    assertThat(steps).isGreaterThan(100);
    for (int step = 0; step < steps; step++) {
      MemoryFiles files = new MemoryFiles();
      List<Event> sealed = new ArrayList<>();
      files.faultAt(step, fault);
      try {
        collect(files, policy, sealed);
      } catch (IOException interrupted) {
        files.restart(powerLost);
        assertThat(countedOnce(files)).as("after step " + step).containsAll(sealed);
        assertThat(newestCatalog(files))
            .as("after step " + step)
            .isBetween(runsIn(sealed), runsIn(sealed) + 1);
      }
      files.restart(false);
      collect(files, policy, new ArrayList<>());
      assertThat(StoreFixture.everything(files, Events.WIDE))
          .as("after step " + step)
          .isEqualTo(expected);
      assertThat(newestCatalog(files)).as("after step " + step).isEqualTo(RUNS);
      assertThat(files.names()).noneMatch(name -> name.contains(".unfinished-"));
    }
  }

  /** What makes windows of a level of the first day. */
  private static CompactionPolicy policyFor(WindowLevel level) {
    Duration slots = Duration.ofHours(level == WindowLevel.HOUR ? 20 : 5);
    return new CompactionPolicy(slots, Duration.ofHours(29), Duration.ofDays(9), Events.WIDE);
  }

  /** Half an hour of one day, and a quarter of the next. */
  private static List<Event> twoDays() {
    List<Event> events = new ArrayList<>(Events.random(11, 120, 1).subList(0, 60));
    for (Event event : Events.random(12, 120, 26).subList(116, 120)) {
      events.add(event);
    }
    return events;
  }

  /** Collects what is not there yet, and compacts on the way. */
  private static void collect(MemoryFiles files, CompactionPolicy policy, List<Event> sealed)
      throws IOException {
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      while (true) {
        SourceProgress progress = writer.progress(StoreFixture.SERVER, StoreFixture.SOURCE);
        long run = progress.nextRun();
        if (progress.done().map(Seal::run).orElse(0L).longValue() == RUNS) {
          break;
        }
        sealCatalog(writer, run);
        List<Event> part = eventsOf(run);
        StoreFixture.seal(writer, StoreFixture.SERVER, run, part, Events.WIDE);
        sealed.addAll(part);
        writer.compact(policy, NOW);
      }
      writer.compact(policy, NOW);
    }
  }

  /** A catalog per run: the next one has the objects of the one before, and more. */
  private static void sealCatalog(StoreWriter writer, long run) throws IOException {
    SourceProgress progress = writer.progress(StoreFixture.SERVER, WindowSource.CATALOG);
    if (progress.nextRun() <= run) {
      Instant slot = Events.START.plus(Duration.ofMinutes(15 * run));
      StoreFixture.sealCatalog(writer, StoreFixture.SERVER, slot, run, catalog(run));
    }
  }

  private static Catalog catalog(long run) {
    Catalog last = Catalogs.random(run);
    List<SchemaDefinition> schemas = new ArrayList<>();
    for (long earlier = 1; earlier <= run; earlier++) {
      SchemaDefinition one = Catalogs.random(earlier).schemas().get(0);
      schemas.add(
          new SchemaDefinition("s" + earlier, one.charset(), one.collation(), one.objects()));
    }
    return new Catalog(
        last.takenAt(),
        last.serverVersion(),
        schemas,
        last.statistics(),
        last.migrations(),
        last.gaps());
  }

  /** The run of the newest catalog, which has to be whole; 0 if there is none. */
  private static long newestCatalog(MemoryFiles files) throws IOException {
    if (!files.names().contains("store.json")) {
      return 0;
    }
    StoredCatalogs stored = StoreFixture.catalogs(files);
    assertThat(stored.skipped()).isEmpty();
    if (stored.catalogs().isEmpty()) {
      return 0;
    }
    Catalog newest = stored.catalogs().get(0).catalog();
    long run = newest.schemas().size();
    assertThat(newest).isEqualTo(catalog(run));
    return run;
  }

  private static long runsIn(List<Event> sealed) {
    return LongStream.rangeClosed(1, RUNS).filter(run -> sealed.containsAll(eventsOf(run))).count();
  }

  /** Runs whose events overlap in time, so that slots have parts of several. */
  private static List<Event> eventsOf(long run) {
    List<Event> part = new ArrayList<>();
    int size = EVENTS.size() / RUNS;
    for (int i = 0; i < EVENTS.size(); i++) {
      int own = Math.min(RUNS - 1, (i + 7 * (i % 3)) / size);
      if (own + 1 == run) {
        part.add(EVENTS.get(i));
      }
    }
    return part;
  }

  /** The events of the windows that count; what the store says has to be what they make. */
  private static List<Event> countedOnce(MemoryFiles files) throws IOException {
    List<Event> counted = new ArrayList<>();
    if (files.names().contains("store.json")) {
      try (StoreSnapshot snapshot = Store.open(files).snapshot(WindowFilter.ALL);
          ColumnMemory memory = new ColumnMemory()) {
        assertThat(snapshot.skipped()).isEmpty();
        List<WindowName> slots = new ArrayList<>();
        for (StoredWindow window : snapshot.windows()) {
          slots.add(window.name());
          slots.addAll(window.superseded(memory));
        }
        slots.removeIf(name -> name.level() != WindowLevel.SLOT);
        assertThat(slots).doesNotHaveDuplicates();
        for (WindowName slot : slots) {
          counted.addAll(Events.bySlot(eventsOf(slot.sequence())).get(slot.start()));
        }
        assertThat(WorkloadText.of(snapshot.merge(Events.WIDE).workload()))
            .isEqualTo(WorkloadText.of(Events.workload(counted, Events.WIDE)));
      }
    }
    return counted;
  }
}
