package dev.watershed.workload.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Measure;
import dev.watershed.workload.MinuteTable;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.store.Events.Event;
import dev.watershed.workload.store.window.WindowSummary;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Summaries say what the merged workload says. */
class WindowSummaryTest {

  @ParameterizedTest
  @CsvSource({"1, false", "2, false", "3, false", "4, true", "5, true"})
  void summariesSumToTheWorkload(long seed, boolean compacted) throws IOException {
    MemoryFiles files = new MemoryFiles();
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      StoreFixture.seal(writer, StoreFixture.SERVER, 1, Events.random(seed, 500, 30), Events.WIDE);
      if (compacted) {
        writer.compact(CompactionPolicy.standard(), Events.START.plus(Duration.ofDays(4)));
      }
    }
    try (StoreSnapshot snapshot = Store.open(files).snapshot(WindowFilter.ALL)) {
      StoreSnapshot.Merged merged = snapshot.merge(Events.WIDE);
      Workload workload = merged.workload();
      long calls = 0;
      long micros = 0;
      long first = Long.MAX_VALUE;
      long last = Long.MIN_VALUE;
      long gaps = 0;
      TreeSet<Long> hours = new TreeSet<>();
      assertThat(merged.summaries()).hasSameSizeAs(snapshot.windows());
      for (WindowSummary summary : merged.summaries()) {
        calls += summary.calls();
        micros += summary.timeMicros();
        first = Math.min(first, summary.firstSeenMicros());
        last = Math.max(last, summary.lastSeenMicros());
        gaps += summary.possibleGaps();
        summary.hours().forEach(hours::add);
      }
      assertThat(calls).isEqualTo(sum(workload.statements(), Measure.CALLS)).isPositive();
      assertThat(micros).isEqualTo(sum(workload.statements(), Measure.TIME_MICROS));
      assertThat(hours).isEqualTo(hours(workload.minutes()));
      assertThat(first / 3_600_000_000L).isEqualTo(hours.first());
      assertThat(last / 3_600_000_000L).isEqualTo(hours.last());
      assertThat(gaps).isEqualTo(workload.quality().count(IssueReason.POSSIBLE_GAP));
    }
  }

  /** With so few rows of minutes that each covers four hours. */
  @Test
  void whereMinutesAreWiderThanAnHourAllHoursCountThatTheyCover() throws IOException {
    WorkloadBounds bounds = Events.TIGHT.withMinuteRows(35);
    List<Event> events =
        Events.random(6, 400, 22).stream()
            .filter(event -> event.end().isAfter(Events.START.plus(Duration.ofHours(9))))
            .toList();
    MemoryFiles files = new MemoryFiles();
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      StoreFixture.seal(writer, StoreFixture.SERVER, 1, events, bounds);
      writer.compact(
          new CompactionPolicy(
              Duration.ofHours(1), Duration.ofHours(2), Duration.ofDays(99), bounds),
          Events.START.plus(Duration.ofDays(2)));
    }
    try (StoreSnapshot snapshot = Store.open(files).snapshot(WindowFilter.ALL)) {
      StoreSnapshot.Merged merged = snapshot.merge(bounds);
      assertThat(merged.workload().quality().slotMinutes()).isEqualTo(240);
      long midnight = Events.START.getEpochSecond() / 3_600;
      assertThat(merged.summaries()).hasSize(1);
      assertThat(merged.summaries().get(0).hours().toArray())
          .isEqualTo(LongStream.range(midnight + 8, midnight + 24).toArray());
    }
  }

  private static long sum(StatementTable table, Measure measure) {
    long sum = 0;
    for (int row = 0; row < table.size(); row++) {
      sum += table.value(row, measure);
    }
    return sum;
  }

  private static TreeSet<Long> hours(MinuteTable table) {
    TreeSet<Long> hours = new TreeSet<>();
    for (int row = 0; row < table.size(); row++) {
      hours.add(table.minute(row) / 60);
    }
    return hours;
  }
}
