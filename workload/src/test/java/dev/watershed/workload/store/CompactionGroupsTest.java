package dev.watershed.workload.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.column.TableWriter;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowLevel;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A day whose tables would be longer than any that is read stays in hours. */
class CompactionGroupsTest {

  private static final int HOURS = 24;
  private static final Instant DAY_ENDS = Events.START.plus(Duration.ofHours(HOURS));
  private static final CompactionPolicy POLICY =
      new CompactionPolicy(
          Duration.ofHours(1), Duration.ofDays(9), Duration.ofDays(99), Events.WIDE);

  private final MemoryFiles files = new MemoryFiles();
  private final ColumnMemory memory = new ColumnMemory();
  private final List<LiveWindow> windows = new ArrayList<>();

  @BeforeEach
  void seal() throws IOException {
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      StoreFixture.seal(writer, StoreFixture.SERVER, 1, Events.random(81, 900, HOURS), Events.WIDE);
    }
    read();
  }

  @AfterEach
  void close() {
    memory.close();
  }

  @Test
  void aDayThatFitsBecomesOneFileOfHours() {
    assertThat(longest()).isPositive();
    assertThat(levels(2, longest())).containsExactly(WindowLevel.HOURS);
    assertThat(levels(2, TableWriter.MOST_ROWS)).containsExactly(WindowLevel.HOURS);
  }

  @Test
  void aDayWithTooManyLatenciesStaysInHours() {
    assertThat(levels(2, longest() - 1))
        .hasSizeBetween(HOURS - 2, HOURS)
        .containsOnly(WindowLevel.HOUR);
  }

  @Test
  void whatIsOldBecomesADayUnlessItsMinutesAreTooMany() throws IOException {
    long minutes = minutes();
    assertThat(levels(240, minutes)).containsExactly(WindowLevel.DAY);
    assertThat(levels(240, minutes - 1)).containsOnly(WindowLevel.HOUR);
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      writer.compact(POLICY, DAY_ENDS.plus(Duration.ofHours(2)));
    }
    read();
    assertThat(windows)
        .singleElement()
        .satisfies(day -> assertThat(day.name().level()).isEqualTo(WindowLevel.HOURS));
    assertThat(levels(240, minutes)).containsExactly(WindowLevel.DAY);
    assertThat(levels(240, minutes - 1)).as("it stays").isEmpty();
  }

  private long longest() {
    long statements = windows.stream().mapToLong(LiveWindow::statementLatencies).sum();
    return Math.max(statements, minutes());
  }

  private long minutes() {
    return windows.stream().mapToLong(LiveWindow::minuteLatencies).sum();
  }

  private void read() throws IOException {
    windows.clear();
    for (StoredWindow window :
        new WindowFiles(files).openWithSuperseded(StoreFixture.SERVER, WindowFilter.ALL).live()) {
      windows.add(LiveWindow.read(window, memory));
    }
  }

  private List<WindowLevel> levels(int hoursLater, long mostRows) {
    Instant now = DAY_ENDS.plus(Duration.ofHours(hoursLater));
    return new CompactionGroups(POLICY, now, mostRows)
        .of(windows).stream().map(CompactionGroup::level).toList();
  }
}
