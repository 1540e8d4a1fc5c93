package dev.watershed.analyzer.span;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.Execution;
import dev.watershed.workload.Origin;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.WorkloadBuilder;
import dev.watershed.workload.store.CompactionPolicy;
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.StoreSnapshot;
import dev.watershed.workload.store.StoreWriter;
import dev.watershed.workload.store.WindowFilter;
import dev.watershed.workload.store.file.LocalStoreFiles;
import dev.watershed.workload.store.window.Seal;
import dev.watershed.workload.store.window.WindowHeader;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalDouble;
import org.eclipse.collections.impl.factory.primitive.ByteLists;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestSeriesTest {

  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");
  private static final int HOURS = 30;

  @TempDir private Path folder;

  @Test
  void aPointIsTheTimeOfItsWindows() throws IOException {
    collect(8);
    DigestSeries series = series();
    assertThat(series.pointWidth()).isEqualTo(Duration.ofMinutes(15));
    assertThat(series.points()).isEqualTo(8 * 4);
    assertThat(series.timeMicros()).containsOnlyKeys(7L);
    assertThat(series.timeMicros().get(7L)).startsWith(1, 2, 3, 4).endsWith(31, 32);
    assertThat(series.active(7).get(0)).isEqualTo(1 / 900e6);
    assertThat(series.active(8)).containsOnly(0.0).hasSize(32);
  }

  @Tag("long")
  @Test
  void hoursThatWereCompactedIntoOneFileStayPoints() throws IOException {
    collect(HOURS);
    DigestSeries before = series();
    compact(Duration.ZERO, Duration.ofDays(100));
    DigestSeries after = series();
    assertThat(before.pointWidth()).isEqualTo(Duration.ofHours(1));
    assertThat(after.pointWidth()).isEqualTo(Duration.ofHours(1));
    assertThat(after.from()).isEqualTo(START);
    assertThat(after.timeMicros().get(7L))
        .containsExactly(before.timeMicros().get(7L))
        .hasSize(HOURS)
        .startsWith(1 + 2 + 3 + 4, 5 + 6 + 7 + 8);
  }

  @Tag("long")
  @Test
  void daysMakeThePointsLonger() throws IOException {
    collect(HOURS);
    compact(Duration.ZERO, Duration.ZERO);
    DigestSeries series = series();
    assertThat(series.pointWidth()).isEqualTo(Duration.ofDays(1));
    assertThat(series.points()).isEqualTo(2);
    assertThat(series.timeMicros().get(7L))
        .containsExactly(96 * 97 / 2, 120 * 121 / 2 - 96 * 97 / 2);
  }

  private DigestSeries series() throws IOException {
    try (StoreSnapshot snapshot =
        Store.open(new LocalStoreFiles(folder)).snapshot(WindowFilter.ALL)) {
      return DigestSeries.of(snapshot.windows(), 40);
    }
  }

  private void compact(Duration slots, Duration hours) throws IOException {
    try (StoreWriter writer = StoreWriter.open(new LocalStoreFiles(folder), "test")) {
      writer.compact(
          new CompactionPolicy(slots, hours, Duration.ofDays(100), WorkloadBounds.standard()),
          START.plus(Duration.ofDays(2)));
    }
  }

  /** A statement in each slot that takes a microsecond longer than the one before it. */
  private void collect(int hours) throws IOException {
    int slots = hours * 4;
    try (StoreWriter writer = StoreWriter.open(new LocalStoreFiles(folder), "test")) {
      for (int slot = 0; slot < slots; slot++) {
        Instant start = START.plus(WindowLevel.SLOT.length().multipliedBy(slot));
        WindowName name = new WindowName("db-1", "slowlog", WindowLevel.SLOT, start, 1);
        Seal seal = new Seal(1, slot, slots, ByteLists.immutable.empty());
        writer.put(
            new WindowHeader(name, name.start(), name.end(), "test", seal, List.of()),
            workload(start, slot + 1));
      }
    }
  }

  private static Workload workload(Instant start, long timeMicros) {
    WorkloadBuilder builder = new WorkloadBuilder(WorkloadBounds.standard());
    Execution execution = new Execution();
    execution.clear();
    execution.timeMicros(timeMicros);
    execution.endedAtMicros(ChronoUnit.MICROS.between(Instant.EPOCH, start) + 1);
    execution.keys(
        builder.defineText(7, "SELECT ?", false),
        builder.schemaIndex("shop"),
        builder.originIndex(new Origin("app", "10.0.0", List.of())));
    builder.add(execution);
    return builder.build(List.of(), OptionalDouble.of(0), sample -> "");
  }
}
