package dev.watershed.workload.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.store.Events.Event;
import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowLevel;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hours of a day in one file: each says what a window of its own would. */
class HoursTest {

  private static final List<Event> EVENTS = Events.random(71, 900, 48);
  private static final String FIRST_DAY =
      "windows/booking-1/20261123T000000Z-hours-slowlog-0.window";

  private final MemoryFiles files = new MemoryFiles();

  @BeforeEach
  void compact() throws IOException {
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      StoreFixture.seal(writer, StoreFixture.SERVER, 1, EVENTS, Events.WIDE);
      CompactionPolicy policy =
          new CompactionPolicy(
              Duration.ofHours(1), Duration.ofDays(9), Duration.ofDays(99), Events.WIDE);
      writer.compact(policy, Events.START.plus(Duration.ofHours(50)));
    }
    assertThat(files.names().stream().filter(name -> name.endsWith(".window")))
        .hasSize(2)
        .contains(FIRST_DAY);
  }

  @ParameterizedTest
  @CsvSource({"0, 48", "0, 24", "24, 48", "0, 1", "5, 6", "23, 25", "7, 31", "47, 48", "48, 60"})
  void aSpanOfHoursSaysWhatItsEventsSay(int from, int until) throws IOException {
    Instant start = Events.START.plus(Duration.ofHours(from));
    Instant end = Events.START.plus(Duration.ofHours(until));
    WindowFilter filter = new WindowFilter(Set.of(), Set.of(), start, end);
    List<Event> expected = between(start, end);
    try (StoreSnapshot snapshot = Store.open(files).snapshot(filter)) {
      assertThat(WorkloadText.of(snapshot.merge(Events.WIDE).workload()))
          .isEqualTo(WorkloadText.of(Events.workload(expected, Events.WIDE)));
      for (StoredWindow window : snapshot.windows()) {
        assertThat(window.name().level()).isEqualTo(WindowLevel.HOURS);
        assertThat(window.start()).isAfterOrEqualTo(start);
        assertThat(window.end()).isBeforeOrEqualTo(end);
      }
      assertThat(snapshot.windows().isEmpty()).isEqualTo(expected.isEmpty());
    }
  }

  @Test
  void aSpanWithinAnHourIsTheHour() throws IOException {
    Instant within = Events.START.plus(Duration.ofMinutes(200));
    WindowFilter filter =
        new WindowFilter(Set.of(), Set.of(), within, within.plus(Duration.ofMinutes(1)));
    try (StoreSnapshot snapshot = Store.open(files).snapshot(filter)) {
      assertThat(snapshot.windows())
          .singleElement()
          .satisfies(
              window -> {
                assertThat(window.start()).isEqualTo(Events.START.plus(Duration.ofHours(3)));
                assertThat(window.end()).isEqualTo(Events.START.plus(Duration.ofHours(4)));
              });
    }
  }

  @Tag("long")
  @Test
  void aByteThatChangedAnywhereIsNamedAndTheOtherDayCounts() throws IOException {
    byte[] whole = files.bytes(FIRST_DAY);
    Instant noon = Events.START.plus(Duration.ofDays(1));
    String all = StoreFixture.everything(files, Events.WIDE);
    String rest =
        WorkloadText.of(Events.workload(between(noon, noon.plus(Duration.ofDays(1))), Events.WIDE));
    Random random = new Random(3);
    int named = 0;
    for (int i = 0; i < 300; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
      files.overwrite(FIRST_DAY, damaged);
      try (StoreSnapshot snapshot = Store.open(files).snapshot(WindowFilter.ALL)) {
        StoreSnapshot.Merged merged = snapshot.merge(Events.WIDE);
        boolean skipped = !merged.skipped().isEmpty();
        named += skipped ? 1 : 0;
        assertThat(WorkloadText.of(merged.workload())).isEqualTo(skipped ? rest : all);
        assertThat(merged.skipped())
            .allSatisfy(file -> assertThat(file.file()).isEqualTo(FIRST_DAY))
            .allSatisfy(
                file ->
                    assertThat(file.problem())
                        .isIn(
                            FileProblem.CORRUPTED,
                            FileProblem.FOREIGN,
                            FileProblem.NEWER,
                            FileProblem.TRUNCATED));
      }
    }
    assertThat(named).as("most bytes are not padding").isGreaterThan(200);
  }

  private static List<Event> between(Instant from, Instant until) {
    return EVENTS.stream()
        .filter(event -> !event.end().isBefore(from) && event.end().isBefore(until))
        .toList();
  }
}
