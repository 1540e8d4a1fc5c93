package dev.watershed.workload.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.store.Events.Event;
import dev.watershed.workload.store.window.Seal;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactionTest {

  private static final int HOURS = 72;
  private static final List<Event> EVENTS = Events.random(31, 2_000, HOURS);

  private final MemoryFiles files = new MemoryFiles();

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatWasCompactedOnTheWaySaysTheSameAsOneUndisturbedRun(boolean tight) throws IOException {
    WorkloadBounds bounds = tight ? Events.TIGHT : Events.WIDE;
    CompactionPolicy policy = policy(6, 30, 1_000, bounds);
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      long run = 0;
      for (int hour = 0; hour < HOURS; hour += 5) {
        Instant from = Events.START.plus(Duration.ofHours(hour));
        Instant until = from.plus(Duration.ofHours(5));
        StoreFixture.seal(writer, StoreFixture.SERVER, ++run, between(from, until), bounds);
        writer.compact(policy, until);
      }
    }
    Map<WindowLevel, Long> levels =
        names().stream()
            .collect(Collectors.groupingBy(WindowName::level, TreeMap::new, Collectors.counting()));
    assertThat(levels.get(WindowLevel.DAY)).isEqualTo(1);
    assertThat(levels.get(WindowLevel.HOURS)).as("a day that is too young").isEqualTo(1);
    assertThat(levels.get(WindowLevel.HOUR)).as("of a day that goes on").isBetween(12L, 21L);
    assertThat(levels.get(WindowLevel.SLOT)).isBetween(10L, 30L);
    assertThat(StoreFixture.everything(files, bounds))
        .isEqualTo(WorkloadText.of(Events.workload(EVENTS, bounds)));
  }

  @Test
  void eventsThatComeLateJoinWhatWasCompactedBefore() throws IOException {
    List<Event> late = between(Events.START, Events.START.plus(Duration.ofHours(1)));
    List<Event> first = late.stream().filter(event -> event.offset() % 300 == 0).toList();
    List<Event> second = new ArrayList<>(late);
    second.removeAll(first);
    CompactionPolicy policy = policy(1, 24, 1_000, Events.WIDE);
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      StoreFixture.seal(writer, StoreFixture.SERVER, 1, first, Events.WIDE);
      writer.compact(policy, Events.START.plus(Duration.ofHours(3)));
      StoreFixture.seal(writer, StoreFixture.SERVER, 2, second, Events.WIDE);
      assertThat(StoreFixture.everything(files, Events.WIDE))
          .isEqualTo(WorkloadText.of(Events.workload(late, Events.WIDE)));
      writer.compact(policy, Events.START.plus(Duration.ofHours(3)));
      assertThat(names()).singleElement().satisfies(name -> assertThat(name.sequence()).isOne());
      writer.compact(policy, Events.START.plus(Duration.ofHours(90)));
      StoreFixture.seal(writer, StoreFixture.SERVER, 2, second, Events.WIDE);
      assertThat(names())
          .singleElement()
          .satisfies(name -> assertThat(name.level()).isEqualTo(WindowLevel.DAY));
      assertThat(writer.progress(StoreFixture.SERVER, StoreFixture.SOURCE).done().map(Seal::run))
          .contains(2L);
    }
    assertThat(StoreFixture.everything(files, Events.WIDE))
        .isEqualTo(WorkloadText.of(Events.workload(late, Events.WIDE)));
  }

  @Test
  void eventsThatComeLateJoinTheFileOfTheirDay() throws IOException {
    List<Event> day = between(Events.START, Events.START.plus(Duration.ofHours(24)));
    List<Event> first = day.stream().filter(event -> event.offset() % 300 == 0).toList();
    List<Event> second = new ArrayList<>(day);
    second.removeAll(first);
    CompactionPolicy policy = policy(1, 24, 1_000, Events.WIDE);
    Instant now = Events.START.plus(Duration.ofHours(26));
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      StoreFixture.seal(writer, StoreFixture.SERVER, 1, first, Events.WIDE);
      writer.compact(policy, Events.START.plus(Duration.ofHours(9)));
      writer.compact(policy, now);
      StoreFixture.seal(writer, StoreFixture.SERVER, 2, second, Events.WIDE);
      writer.compact(policy, now);
      assertThat(writer.compact(policy, now).written()).as("nothing to gain").isZero();
      assertThat(names())
          .singleElement()
          .satisfies(
              name -> {
                assertThat(name.level()).isEqualTo(WindowLevel.HOURS);
                assertThat(name.sequence()).isOne();
              });
      assertThat(StoreFixture.everything(files, Events.WIDE))
          .isEqualTo(WorkloadText.of(Events.workload(day, Events.WIDE)));
      StoreFixture.seal(writer, StoreFixture.SERVER, 2, second, Events.WIDE);
      assertThat(names()).as("slots that were taken in are not put again").hasSize(1);
      writer.compact(policy, Events.START.plus(Duration.ofHours(90)));
      assertThat(names()).extracting(WindowName::level).containsExactly(WindowLevel.DAY);
    }
    assertThat(StoreFixture.everything(files, Events.WIDE))
        .isEqualTo(WorkloadText.of(Events.workload(day, Events.WIDE)));
  }

  @Test
  void oldWindowsAndTheirTextsGoButTheLastCursorStays() throws IOException {
    CompactionPolicy policy = policy(1, 2, 48, Events.WIDE);
    Instant end = Events.START.plus(Duration.ofHours(HOURS));
    List<Event> old = between(Events.START, Events.START.plus(Duration.ofHours(24)));
    List<Event> recent = between(end.minus(Duration.ofHours(24)), end);
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      StoreFixture.seal(writer, StoreFixture.SERVER, 1, old, Events.WIDE);
      StoreFixture.seal(writer, StoreFixture.SERVER, 2, recent, Events.WIDE);
      CompactionReport report = writer.compact(policy, end.plus(Duration.ofHours(10)));
      assertThat(report.expired()).isPositive();
      assertThat(StoreFixture.everything(files, Events.WIDE))
          .isEqualTo(WorkloadText.of(Events.workload(recent, Events.WIDE)));
      long before = textBytes();
      writer.compact(policy, end.plus(Duration.ofHours(10)));
      assertThat(textBytes()).as("texts of old windows and of slots").isLessThanOrEqualTo(before);
      assertThat(StoreFixture.everything(files, Events.WIDE))
          .isEqualTo(WorkloadText.of(Events.workload(recent, Events.WIDE)));
      writer.compact(policy, end.plus(Duration.ofDays(1_000)));
      assertThat(names()).as("only where to continue").hasSize(1);
      assertThat(writer.progress(StoreFixture.SERVER, StoreFixture.SOURCE).nextRun()).isEqualTo(3);
    }
  }

  @Test
  void whatIsDamagedGoesWhenItsNameSaysThatItIsOld() throws IOException {
    Instant end = Events.START.plus(Duration.ofHours(HOURS));
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      StoreFixture.seal(writer, StoreFixture.SERVER, 1, EVENTS, Events.WIDE);
      List<String> windows = files.names().stream().filter(file -> file.contains("/2026")).toList();
      String old = windows.get(0);
      String newer = windows.get(1);
      String recent = windows.get(windows.size() - 1);
      files.overwrite(old, new byte[5]);
      byte[] unknown = files.bytes(newer);
      unknown[9] ^= 1;
      files.overwrite(newer, unknown);
      files.overwrite(recent, new byte[5]);
      CompactionReport report = writer.compact(policy(1, 2, 48, Events.WIDE), end);
      assertThat(report.discarded()).extracting(SkippedFile::file).containsExactly(old);
      assertThat(report.skipped()).extracting(SkippedFile::file).containsExactly(newer, recent);
      assertThat(files.names()).doesNotContain(old).contains(newer, recent);
      assertThat(writer.compact(policy(1, 2, 48, Events.WIDE), end).discarded()).isEmpty();
    }
  }

  @Test
  void aRunThatIsNotWholeIsNotCompacted() throws IOException {
    List<Event> hour = between(Events.START, Events.START.plus(Duration.ofMinutes(30)));
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      List<Event> part = Events.bySlot(hour).get(Events.START);
      writer.put(
          StoreFixture.header(StoreFixture.SERVER, Events.START, 1, 0, 2),
          Events.workload(part, Events.WIDE));
      writer.compact(policy(1, 2, 99, Events.WIDE), Events.START.plus(Duration.ofHours(50)));
      assertThat(names())
          .singleElement()
          .satisfies(name -> assertThat(name.level()).isEqualTo(WindowLevel.SLOT));
      StoreFixture.seal(writer, StoreFixture.SERVER, 1, hour, Events.WIDE);
      writer.compact(policy(1, 2, 99, Events.WIDE), Events.START.plus(Duration.ofHours(50)));
      assertThat(names())
          .singleElement()
          .satisfies(name -> assertThat(name.level()).isEqualTo(WindowLevel.DAY));
    }
    assertThat(StoreFixture.everything(files, Events.WIDE))
        .isEqualTo(WorkloadText.of(Events.workload(hour, Events.WIDE)));
  }

  @Test
  void serversAndSourcesStayApart() throws IOException {
    List<Event> some = between(Events.START, Events.START.plus(Duration.ofHours(1)));
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      StoreFixture.seal(writer, "a", 1, some, Events.WIDE);
      StoreFixture.seal(writer, "b/..", 1, some.subList(0, 5), Events.WIDE);
      writer.compact(policy(1, 2, 99, Events.WIDE), Events.START.plus(Duration.ofHours(50)));
    }
    WindowFilter onlyB =
        new WindowFilter(java.util.Set.of("b/.."), java.util.Set.of(), Instant.MIN, Instant.MAX);
    try (StoreSnapshot snapshot = Store.open(files).snapshot(onlyB)) {
      assertThat(WorkloadText.of(snapshot.merge(Events.WIDE).workload()))
          .isEqualTo(WorkloadText.of(Events.workload(some.subList(0, 5), Events.WIDE)));
    }
    assertThat(names()).hasSize(2);
  }

  private List<WindowName> names() throws IOException {
    try (StoreSnapshot snapshot = Store.open(files).snapshot(WindowFilter.ALL)) {
      List<WindowName> names = snapshot.windows().stream().map(StoredWindow::name).toList();
      assertThat(files.names().stream().filter(name -> name.endsWith(".window")))
          .as("what is superseded is deleted")
          .hasSameSizeAs(names);
      return names.stream().sorted(Comparator.naturalOrder()).toList();
    }
  }

  private long textBytes() {
    return files.names().stream()
        .filter(name -> name.startsWith("texts/"))
        .mapToLong(name -> files.bytes(name).length)
        .sum();
  }

  private static CompactionPolicy policy(
      int slotHours, int hourHours, int dayHours, WorkloadBounds bounds) {
    return new CompactionPolicy(
        Duration.ofHours(slotHours),
        Duration.ofHours(hourHours),
        Duration.ofHours(dayHours),
        bounds);
  }

  private static List<Event> between(Instant from, Instant until) {
    return EVENTS.stream()
        .filter(event -> !event.end().isBefore(from) && event.end().isBefore(until))
        .toList();
  }
}
