package dev.watershed.workload.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.Execution;
import dev.watershed.workload.Origin;
import dev.watershed.workload.StatementText;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What two windows know of one fingerprint, in the same hour and in two. */
class MergedTextsTest {

  private static final long DIGEST = 7;
  private static final String TEXT = "SELECT 7";
  private static final int HOURS_LATER = 26;
  private static final int DAYS_LATER = 300;

  private final MemoryFiles files = new MemoryFiles();

  @ParameterizedTest
  @CsvSource({"15, true, false", "15, false, true", "90, true, false", "90, false, true"})
  void aTextIsWholeIfOneWindowHasItWhole(int minutesLater, boolean first, boolean second)
      throws IOException {
    seal(0, 0, TEXT, first);
    seal(minutesLater, 1, TEXT, second);
    assertThat(text().truncated()).as("slots").isFalse();
    compact(HOURS_LATER);
    assertThat(files.names()).filteredOn(name -> name.endsWith(".window")).hasSize(1);
    assertThat(text().truncated()).as("hours").isFalse();
    compact(DAYS_LATER);
    assertThat(text().truncated()).as("a day").isFalse();
  }

  @ParameterizedTest
  @CsvSource({"15, true", "15, false", "90, true", "90, false"})
  void aTextThatOneWindowLacksIsThatOfTheOther(int minutesLater, boolean firstLacksIt)
      throws IOException {
    seal(0, 0, firstLacksIt ? StatementText.MISSING : TEXT, false);
    seal(minutesLater, 1, firstLacksIt ? TEXT : StatementText.MISSING, false);
    assertThat(text().fingerprint()).as("slots").isEqualTo(TEXT);
    compact(HOURS_LATER);
    assertThat(text().fingerprint()).as("hours").isEqualTo(TEXT);
    compact(DAYS_LATER);
    assertThat(text().fingerprint()).as("a day").isEqualTo(TEXT);
  }

  private void seal(int minute, int part, String text, boolean truncated) throws IOException {
    Instant start = Events.START.plus(Duration.ofMinutes(minute));
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      writer.put(
          StoreFixture.header(StoreFixture.SERVER, start, 1, part, 2),
          workload(text, truncated, start));
    }
  }

  private static Workload workload(String text, boolean truncated, Instant start) {
    WorkloadBuilder builder = new WorkloadBuilder(Events.WIDE);
    Execution execution = new Execution();
    execution.clear();
    execution.timeMicros(5);
    execution.endedAtMicros(ChronoUnit.MICROS.between(Instant.EPOCH, start));
    execution.keys(
        builder.defineText(DIGEST, text, truncated),
        builder.schemaIndex("app"),
        builder.originIndex(new Origin("u", "10.0.0.1", List.of())));
    builder.add(execution);
    return builder.build(
        List.of(), OptionalDouble.of(0), sample -> new String(sample, StandardCharsets.UTF_8));
  }

  private void compact(int hoursLater) throws IOException {
    CompactionPolicy policy =
        new CompactionPolicy(
            Duration.ofHours(1), Duration.ofDays(9), Duration.ofDays(99), Events.WIDE);
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      writer.compact(policy, Events.START.plus(Duration.ofHours(hoursLater)));
    }
  }

  private StatementText text() throws IOException {
    try (StoreSnapshot snapshot = Store.open(files).snapshot(WindowFilter.ALL)) {
      return snapshot.merge(Events.WIDE).workload().texts().stream()
          .filter(text -> text.digest() == DIGEST)
          .findFirst()
          .orElseThrow();
    }
  }
}
