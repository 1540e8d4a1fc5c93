package dev.watershed.workload.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.Origin;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.store.Events.Event;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowSection;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The budget of docs/store.md, on the fleet that it names: 60 services of 100 digests, each with 10
 * pods in one network, which is what its executions count by.
 */
class StoreBudgetTest {

  private static final int SERVICES = 60;
  private static final int DIGESTS = 100;
  private static final int SLOTS_PER_HOUR = 4;
  private static final int HOURS = 2;
  private static final int MOST_RAW_BYTES_PER_ROW = 400;
  private static final int MOST_COMPACTED_BYTES_PER_ROW = 100;
  private static final int MOST_COMPACTED_BYTES_PER_MINUTE_ROW = 100;

  private final MemoryFiles files = new MemoryFiles();

  @Test
  void rowsAndBytesOfAFleetStayWithinTheBudget() throws IOException {
    WorkloadBounds bounds = CompactionPolicy.standard().bounds();
    long minuteRows = (long) SERVICES * 60 * HOURS;
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      for (int slot = 0; slot < SLOTS_PER_HOUR * HOURS; slot++) {
        StoreFixture.seal(writer, "db", slot + 1L, slot(slot), bounds);
      }
      long rows = (long) SERVICES * DIGESTS * SLOTS_PER_HOUR * HOURS;
      assertThat(rows()).isEqualTo(rows);
      assertThat(windowBytes()).isLessThan(rows * MOST_RAW_BYTES_PER_ROW);
      writer.compact(policy(Duration.ofDays(9)), Events.START.plus(Duration.ofHours(9)));
      assertThat(files.names().stream().filter(name -> name.endsWith(".window"))).hasSize(HOURS);
      long hourRows = (long) SERVICES * DIGESTS * HOURS;
      assertThat(rows()).isEqualTo(hourRows);
      assertThat(windowBytes())
          .isLessThan(
              hourRows * MOST_COMPACTED_BYTES_PER_ROW
                  + minuteRows * MOST_COMPACTED_BYTES_PER_MINUTE_ROW);
      writer.compact(policy(Duration.ofDays(9)), Events.START.plus(Duration.ofHours(26)));
      assertThat(files.names().stream().filter(name -> name.endsWith(".window"))).hasSize(1);
      assertThat(rows()).as("its hours are still apart").isEqualTo(hourRows);
      assertThat(windowBytes())
          .isLessThan(
              hourRows * MOST_COMPACTED_BYTES_PER_ROW
                  + minuteRows * MOST_COMPACTED_BYTES_PER_MINUTE_ROW);
      writer.compact(policy(Duration.ofHours(2)), Events.START.plus(Duration.ofDays(3)));
      assertThat(rows())
          .as("a day has as many rows as an hour")
          .isEqualTo((long) SERVICES * DIGESTS);
      assertThat(windowBytes())
          .isLessThan(
              (long) SERVICES * DIGESTS * MOST_COMPACTED_BYTES_PER_ROW
                  + minuteRows * MOST_COMPACTED_BYTES_PER_MINUTE_ROW);
    }
  }

  private static CompactionPolicy policy(Duration hours) {
    return new CompactionPolicy(
        Duration.ofHours(1), hours, Duration.ofDays(99), CompactionPolicy.standard().bounds());
  }

  private static List<Event> slot(int slot) {
    Random random = new Random(slot);
    Instant start = Events.START.plus(Duration.ofMinutes(15L * slot));
    List<Event> events = new ArrayList<>();
    for (int service = 0; service < SERVICES; service++) {
      Origin origin = new Origin("service-" + service, "10.0." + service + ".0/24", List.of());
      for (int digest = 0; digest < DIGESTS; digest++) {
        for (int pod = 0; pod < 10; pod++) {
          long micros = (long) (50 * Math.pow(1.5, digest % 20) * (1 + random.nextDouble()));
          events.add(
              new Event(
                  1 + service * 1_000L + digest,
                  "schema_" + service % 8,
                  origin,
                  micros,
                  start.plus(random.nextInt(900_000_000), ChronoUnit.MICROS),
                  1 + 3 * random.nextInt(50),
                  1,
                  false,
                  events.size() * 100L));
        }
      }
    }
    return events;
  }

  private long rows() throws IOException {
    long rows = 0;
    try (StoreSnapshot snapshot = Store.open(files).snapshot(WindowFilter.ALL);
        ColumnMemory memory = new ColumnMemory()) {
      for (StoredWindow window : snapshot.windows()) {
        rows += rowsOf(window, memory);
      }
    }
    return rows;
  }

  private static int rowsOf(StoredWindow window, ColumnMemory memory)
      throws UnreadableFileException {
    try (ColumnTable table = window.table(WindowSection.STATEMENTS, memory)) {
      return table.rows();
    }
  }

  private long windowBytes() {
    return files.names().stream()
        .filter(name -> name.endsWith(".window"))
        .mapToLong(name -> files.bytes(name).length)
        .sum();
  }
}
