package dev.watershed.workload.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.ObservationEvents;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.observation.ServerMinutes;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.window.WindowHeader;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowSection;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was observed beside the statements is kept as they are. */
class ObservationStoreTest {

  private static final int SLOTS = 60;
  private static final List<ObservationEvents.Event<?, ?>> EVENTS =
      ObservationEvents.random(71, 3_000);

  private final MemoryFiles files = new MemoryFiles();

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whateverWasCompactedItSaysTheSame(boolean tight) throws IOException {
    ObservationBounds bounds = tight ? ObservationEvents.TIGHT : ObservationEvents.WIDE;
    CompactionPolicy policy =
        new CompactionPolicy(
            Duration.ofHours(1), Duration.ofHours(5), Duration.ofDays(99), Events.WIDE, bounds);
    String expected = ObservationEvents.oracle(EVENTS, bounds);
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      for (int slot = 0; slot < SLOTS; slot++) {
        put(writer, slot, bounds);
        if (slot % 7 == 6) {
          writer.compact(policy, slotStart(slot + 1));
        }
      }
      assertThat(observed(bounds)).isEqualTo(expected);
      writer.compact(policy, slotStart(SLOTS).plus(Duration.ofDays(2)));
    }
    try (StoreSnapshot snapshot = Store.open(files).snapshot(WindowFilter.ALL)) {
      assertThat(snapshot.windows())
          .allSatisfy(window -> assertThat(window.name().level()).isEqualTo(WindowLevel.DAY));
    }
    assertThat(observed(bounds)).isEqualTo(expected);
  }

  @Test
  void aWindowWithoutObservationsHasNoTableOfThem() throws IOException {
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      StoreFixture.seal(writer, StoreFixture.SERVER, 1, Events.random(3, 50, 1), Events.WIDE);
    }
    try (StoreSnapshot snapshot = Store.open(files).snapshot(WindowFilter.ALL);
        ColumnMemory memory = new ColumnMemory();
        ColumnTable table = snapshot.windows().get(0).table(WindowSection.TABLE_USE, memory)) {
      assertThat(table.rows()).isZero();
      assertThat(snapshot.observations(ObservationBounds.standard()).servers())
          .containsExactly(java.util.Map.entry(StoreFixture.SERVER, Observations.NONE));
    }
  }

  @Test
  void serversStayApart() throws IOException {
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      for (String server : List.of("a", "b")) {
        writer.put(
            StoreFixture.header(server, Events.START, 1, 0, 1),
            Events.workload(List.of(), Events.WIDE),
            ObservationEvents.observations(slot(server.equals("a") ? 0 : 1), WIDE));
      }
    }
    try (StoreSnapshot snapshot = Store.open(files).snapshot(WindowFilter.ALL)) {
      StoreSnapshot.Observed observed = snapshot.observations(WIDE);
      assertThat(observed.servers().get("a"))
          .isEqualTo(ObservationEvents.observations(slot(0), WIDE));
      assertThat(observed.servers().get("b"))
          .isEqualTo(ObservationEvents.observations(slot(1), WIDE));
    }
  }

  private static final ObservationBounds WIDE = ObservationEvents.WIDE;

  private enum Damage {
    HALF(FileProblem.TRUNCATED),
    FLIPPED(FileProblem.CORRUPTED);

    private final FileProblem problem;

    Damage(FileProblem problem) {
      this.problem = problem;
    }

    byte[] of(byte[] bytes) {
      if (this == HALF) {
        return Arrays.copyOf(bytes, bytes.length / 2);
      }
      byte[] changed = bytes.clone();
      for (int i = 0; i < 64; i++) {
        changed[bytes.length * 3 / 4 + i] ^= 1;
      }
      return changed;
    }
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void aDamagedWindowIsNamedAndTheRestCounts(Damage damage) throws IOException {
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      for (int slot = 0; slot < SLOTS; slot++) {
        put(writer, slot, WIDE);
      }
    }
    WindowHeader broken = header(5);
    String victim = WindowFiles.pathOf(broken.name());
    files.overwrite(victim, damage.of(files.bytes(victim)));
    List<ObservationEvents.Event<?, ?>> rest = new ArrayList<>(EVENTS);
    rest.removeAll(slot(5));
    try (StoreSnapshot snapshot = Store.open(files).snapshot(WindowFilter.ALL)) {
      StoreSnapshot.Observed observed = snapshot.observations(WIDE);
      assertThat(observed.skipped())
          .singleElement()
          .satisfies(skipped -> assertThat(skipped.file()).isEqualTo(victim))
          .satisfies(skipped -> assertThat(skipped.problem()).isEqualTo(damage.problem));
      assertThat(ObservationEvents.text(observed.servers().get(StoreFixture.SERVER)))
          .isEqualTo(ObservationEvents.oracle(rest, WIDE));
    }
  }

  @Test
  void minutesStayMinutesWhereWindowsBecomeDays() throws IOException {
    CompactionPolicy policy =
        new CompactionPolicy(
            Duration.ofHours(1), Duration.ofHours(2), Duration.ofDays(99), Events.WIDE, WIDE);
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      for (int slot = 0; slot < SLOTS; slot++) {
        put(writer, slot, WIDE);
      }
      writer.compact(policy, slotStart(SLOTS).plus(Duration.ofDays(9)));
    }
    try (StoreSnapshot snapshot = Store.open(files).snapshot(WindowFilter.ALL)) {
      Observations all = snapshot.observations(WIDE).servers().get(StoreFixture.SERVER);
      assertThat(all.minutes().keys())
          .extracting(ServerMinutes.Key::minute)
          .doesNotHaveDuplicates();
      assertThat(all.minutes().size()).isEqualTo(24);
    }
  }

  private String observed(ObservationBounds bounds) throws IOException {
    try (StoreSnapshot snapshot = Store.open(files).snapshot(WindowFilter.ALL)) {
      StoreSnapshot.Observed observed = snapshot.observations(bounds);
      assertThat(observed.skipped()).isEmpty();
      return ObservationEvents.text(observed.servers().get(StoreFixture.SERVER));
    }
  }

  private static void put(StoreWriter writer, int slot, ObservationBounds bounds)
      throws IOException {
    assertThat(
            writer.put(
                header(slot),
                Events.workload(List.of(), Events.WIDE),
                ObservationEvents.observations(slot(slot), bounds)))
        .isTrue();
  }

  private static WindowHeader header(int slot) {
    return StoreFixture.header(StoreFixture.SERVER, slotStart(slot), slot + 1, 0, 1);
  }

  private static Instant slotStart(int slot) {
    return Events.START.plus(WindowLevel.SLOT.length().multipliedBy(slot));
  }

  private static List<ObservationEvents.Event<?, ?>> slot(int slot) {
    return EVENTS.subList(EVENTS.size() * slot / SLOTS, EVENTS.size() * (slot + 1) / SLOTS);
  }
}
