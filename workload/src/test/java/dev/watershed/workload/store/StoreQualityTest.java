package dev.watershed.workload.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.Execution;
import dev.watershed.workload.Issue;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Quality;
import dev.watershed.workload.SourceFile;
import dev.watershed.workload.WorkloadBuilder;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowSummary;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What windows cannot show is said by all of them together, whatever was compacted. */
class StoreQualityTest {

  private static final CompactionPolicy POLICY =
      new CompactionPolicy(
          Duration.ofHours(1), Duration.ofDays(9), Duration.ofDays(99), Events.WIDE);

  private final MemoryFiles files = new MemoryFiles();

  @ParameterizedTest
  @CsvSource({"SLOT, 0, 4", "HOURS, 26, 1", "DAY, 300, 1"})
  void whatOneWindowLacksTheWorkloadLacks(WindowLevel level, int hoursLater, int windows)
      throws IOException {
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      put(writer, 1, 0, "b.log", OptionalDouble.of(0.5), 1, IssueReason.NO_USER, 700);
      put(writer, 2, 15, "a.log", OptionalDouble.empty(), 10, IssueReason.NO_USER, 900);
      put(writer, 3, 120, "b.log", OptionalDouble.of(2), 1, IssueReason.POSSIBLE_GAP, 100);
      put(writer, 4, 135, "b.log", OptionalDouble.of(0), 1, IssueReason.NO_USER, 50);
      writer.compact(POLICY, Events.START.plus(Duration.ofHours(hoursLater)));
    }
    try (StoreSnapshot snapshot = Store.open(files).snapshot(WindowFilter.ALL)) {
      assertThat(snapshot.windows())
          .extracting(StoredWindow::name)
          .hasSize(windows)
          .allSatisfy(name -> assertThat(name.level()).isEqualTo(level));
      StoreSnapshot.Merged merged = snapshot.merge(Events.WIDE);
      Quality quality = merged.workload().quality();
      assertThat(quality.longQueryTimeSeconds()).as("the highest").hasValue(2);
      assertThat(quality.sampled()).isTrue();
      assertThat(quality.issues())
          .containsExactly(
              new Issue(IssueReason.NO_USER, 9, "a.log", 900),
              new Issue(IssueReason.POSSIBLE_GAP, 3, "b.log", 100));
      assertThat(merged.workload().sources())
          .containsExactly(
              new SourceFile("a.log", 1_000, 1, 3), new SourceFile("b.log", 3_000, 3, 9));
      check(merged.summaries());
    }
  }

  private static void check(List<WindowSummary> summaries) {
    assertThat(summaries.stream().mapToLong(WindowSummary::possibleGaps).sum()).isEqualTo(3);
    assertThat(summaries.stream().mapToLong(WindowSummary::calls).sum()).isEqualTo(13);
    assertThat(summaries.stream().mapToLong(WindowSummary::eventsRead).sum()).isEqualTo(4);
    assertThat(summaries).filteredOn(WindowSummary::sampled).hasSize(1);
    if (summaries.size() == 1) {
      assertThat(summaries.get(0).longQueryTimeSeconds()).hasValue(2);
      assertThat(summaries.get(0).hours().size()).isEqualTo(2);
    } else {
      assertThat(summaries)
          .extracting(WindowSummary::longQueryTimeSeconds)
          .containsExactly(
              OptionalDouble.of(0.5),
              OptionalDouble.empty(),
              OptionalDouble.of(2),
              OptionalDouble.of(0));
    }
  }

  /** A slot of one execution that stands for some, with an issue that is there three times. */
  private static void put(
      StoreWriter writer,
      long run,
      int minute,
      String path,
      OptionalDouble threshold,
      long weight,
      IssueReason issue,
      long offset)
      throws IOException {
    Instant slot = Events.START.plus(Duration.ofMinutes(minute));
    WorkloadBuilder builder = new WorkloadBuilder(Events.WIDE);
    Execution execution = new Execution();
    execution.clear();
    execution.endedAtMicros(ChronoUnit.MICROS.between(Instant.EPOCH, slot.plusSeconds(1)));
    execution.weight(weight);
    execution.keys(builder.defineText(5, "SELECT ?", false), WorkloadBuilder.NO_SCHEMA, 0);
    builder.add(execution);
    builder.issue(issue, 3, 0, offset);
    writer.put(
        StoreFixture.header(StoreFixture.SERVER, slot, run, 0, 1),
        builder.build(List.of(new SourceFile(path, 1_000, 1, 3)), threshold, statement -> ""));
  }
}
