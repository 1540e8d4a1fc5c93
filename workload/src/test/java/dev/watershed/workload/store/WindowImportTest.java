package dev.watershed.workload.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.catalog.Catalogs;
import dev.watershed.workload.store.Events.Event;
import dev.watershed.workload.store.MemoryFiles.Fault;
import dev.watershed.workload.store.window.WindowName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Windows that another store has: each comes once, and nothing counts twice. */
class WindowImportTest {

  private static final String SERVER = StoreFixture.SERVER;
  private static final int RUNS = 6;

  /** Three runs an hour. */
  private static final Duration APART = Duration.ofMinutes(20);

  private static final List<Event> EVENTS = Events.random(41, 300, 2);

  private final MemoryFiles theirs = new MemoryFiles();
  private final MemoryFiles own = new MemoryFiles();

  @Test
  void anEmptyStoreTakesEverythingAndThenNothing() throws IOException {
    collect(theirs, 1, 3);
    assertThat(take()).extracting(TakenSource::source).containsExactly("catalog", "slowlog");
    sameAsTheirs();
    assertThat(take()).extracting(TakenSource::windows).containsOnly(0L);
    assertThat(take()).flatExtracting(TakenSource::failures).isEmpty();
    sameAsTheirs();
  }

  @Test
  void whatCameSinceIsTaken() throws IOException {
    for (int run = 1; run <= RUNS; run++) {
      collect(theirs, run, run);
      List<TakenSource> taken = take();
      assertThat(taken).flatExtracting(TakenSource::failures).isEmpty();
      assertThat(taken.get(1).windows()).as("run " + run).isPositive();
      assertThat(taken.get(1).events()).isEqualTo(between(run, run).size());
      sameAsTheirs();
    }
  }

  @Test
  void aCollectorGoesOnBehindWhatWasTaken() throws IOException {
    collect(theirs, 1, 3);
    take();
    try (StoreWriter writer = StoreWriter.open(own, "test")) {
      assertThat(writer.progress(SERVER, StoreFixture.SOURCE).nextRun()).isEqualTo(4);
      assertThat(writer.wholeCatalog(SERVER)).contains(Catalogs.random(3));
    }
  }

  @Test
  void mergedWindowsStandForThoseThatAreHere() throws IOException {
    collect(theirs, 1, 2);
    take();
    collect(theirs, 3, RUNS);
    compact(theirs);
    assertThat(names(theirs)).as("one window of an hour").hasSizeLessThan(names(own).size() + 4);
    assertThat(take()).flatExtracting(TakenSource::failures).isEmpty();
    sameAsTheirs();
    compact(own);
    sameAsTheirs();
  }

  @Test
  void windowsThatBothMergedDifferentlyAreRefused() throws IOException {
    collect(theirs, 1, 2);
    take();
    compact(own);
    String before = StoreFixture.everything(own, Events.WIDE);
    collect(theirs, 3, 3);
    compact(theirs);
    assertThat(take())
        .flatExtracting(TakenSource::failures)
        .anyMatch(failure -> failure.contains("take windows before both stores compact them"));
    assertThat(StoreFixture.everything(own, Events.WIDE)).isEqualTo(before);
  }

  @Test
  void storesThatWereCollectedByThemselvesAreNotMixed() throws IOException {
    collect(theirs, 1, 3);
    try (StoreWriter writer = StoreWriter.open(own, "test")) {
      StoreFixture.seal(writer, SERVER, 1, Events.random(42, 50, 1), Events.WIDE);
    }
    String before = StoreFixture.everything(own, Events.WIDE);
    assertThat(take())
        .filteredOn(taken -> taken.source().equals(StoreFixture.SOURCE))
        .singleElement()
        .satisfies(
            taken -> {
              assertThat(taken.windows()).isZero();
              assertThat(taken.failures()).singleElement().asString().contains("count twice");
            });
    assertThat(StoreFixture.everything(own, Events.WIDE)).isEqualTo(before);
  }

  @Test
  void aStoreThatEndsEarlierIsNotGoneOnBehind() throws IOException {
    collect(theirs, 1, 2);
    take();
    collect(own, 3, 3);
    assertThat(take())
        .flatExtracting(TakenSource::failures)
        .hasSize(2)
        .allMatch(failure -> failure.contains("no window of run 3, the last one here"));
  }

  @Test
  void aDamagedWindowIsNamedAndTheOthersCome() throws IOException {
    collect(theirs, 1, 3);
    String damaged =
        theirs.names().stream()
            .filter(name -> name.contains("slowlog-2"))
            .findFirst()
            .orElseThrow();
    ByteBuffer bytes = theirs.map(damaged);
    byte[] half = new byte[bytes.remaining() / 2];
    bytes.get(half);
    theirs.put(damaged, List.of(ByteBuffer.wrap(half)));
    TakenSource taken = take().get(1);
    assertThat(taken.failures()).singleElement().asString().contains("slot-slowlog-2");
    List<WindowName> expected = names(theirs);
    expected.removeIf(name -> damaged.endsWith(name.fileName()));
    assertThat(names(own)).isEqualTo(expected).hasSize((int) taken.windows()).isNotEmpty();
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(Fault.class)
  void anyStepMayFailAndTheNextRunGoesOn(Fault fault) throws IOException {
    collect(theirs, 1, 3);
    compact(theirs);
    collect(theirs, 4, RUNS);
    MemoryFiles undisturbed = new MemoryFiles();
    undisturbed.faultAt(-1, fault);
    take(undisturbed);
    String expected = StoreFixture.everything(theirs, Events.WIDE);
    assertThat(undisturbed.steps()).isGreaterThan(20);
    for (int step = 0; step < undisturbed.steps(); step++) {
      MemoryFiles files = new MemoryFiles();
      files.faultAt(step, fault);
      try {
        take(files);
      } catch (IOException interrupted) {
        files.restart(true);
      }
      files.restart(false);
      take(files);
      assertThat(StoreFixture.everything(files, Events.WIDE))
          .as("step " + step)
          .isEqualTo(expected);
    }
  }

  private List<TakenSource> take() throws IOException {
    return take(own);
  }

  private List<TakenSource> take(MemoryFiles into) throws IOException {
    try (StoreWriter writer = StoreWriter.open(into, "test");
        OtherStore other = OtherStore.open(theirs)) {
      assertThat(other.servers()).containsExactly(SERVER);
      return writer.take(other, SERVER);
    }
  }

  private static List<Event> between(int first, int last) {
    Instant from = Events.START.plus(APART.multipliedBy(first - 1));
    Instant until = Events.START.plus(APART.multipliedBy(last));
    return EVENTS.stream()
        .filter(event -> !event.end().isBefore(from) && event.end().isBefore(until))
        .toList();
  }

  private static void collect(MemoryFiles files, int first, int last) throws IOException {
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      for (int run = first; run <= last; run++) {
        StoreFixture.seal(writer, SERVER, run, between(run, run), Events.WIDE);
        Instant slot = Events.START.plus(Duration.ofMinutes(15).multipliedBy(run));
        StoreFixture.sealCatalog(writer, SERVER, slot, run, Catalogs.random(run));
      }
    }
  }

  private static void compact(MemoryFiles files) throws IOException {
    CompactionPolicy policy =
        new CompactionPolicy(
            Duration.ofHours(1), Duration.ofDays(2), Duration.ofDays(9), Events.WIDE);
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      writer.compact(policy, Events.START.plus(Duration.ofHours(5)));
    }
  }

  private static List<WindowName> names(MemoryFiles files) throws IOException {
    List<WindowName> names = new ArrayList<>(new WindowFiles(files).names(SERVER));
    names.removeIf(name -> !name.source().equals(StoreFixture.SOURCE));
    return names;
  }

  private void sameAsTheirs() throws IOException {
    assertThat(StoreFixture.everything(own, Events.WIDE))
        .isEqualTo(StoreFixture.everything(theirs, Events.WIDE));
    assertThat(Store.open(own).catalogs(Set.of(), Instant.MAX).catalogs())
        .isEqualTo(Store.open(theirs).catalogs(Set.of(), Instant.MAX).catalogs())
        .hasSize(1);
  }
}
