package dev.watershed.workload.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.Measure;
import dev.watershed.workload.Origin;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.store.Events.Event;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Far more schemas in all windows together than one of them has. */
class ManySchemasTest {

  private static final int SCHEMAS = 4_000;
  private static final Origin ORIGIN = new Origin("u", "10.0.0.1", List.of());

  /** Each thread that merges sees more schemas than 16 bits count. */
  private static final int WINDOWS = 20 * Runtime.getRuntime().availableProcessors();

  @ParameterizedTest
  @ValueSource(ints = {4_096, 1 << 15})
  void theBoundOfSchemasHoldsHoweverManyTheWindowsHave(int bound) throws IOException {
    WorkloadBounds bounds = WorkloadBounds.ofNames(1_000, 1_000, bound, 1_000, 1_000_000);
    MemoryFiles files = new MemoryFiles();
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      for (int window = 0; window < WINDOWS; window++) {
        Instant start = Events.START.plus(Duration.ofMinutes(15L * window));
        writer.put(
            StoreFixture.header(StoreFixture.SERVER, start, 1, window, WINDOWS),
            Events.workload(events(window * SCHEMAS, start), bounds));
      }
    }
    try (StoreSnapshot snapshot = Store.open(files).snapshot(WindowFilter.ALL)) {
      Workload workload = snapshot.merge(bounds).workload();
      assertThat(workload.schemas()).as("and three of a meaning of their own").hasSize(bound + 3);
      assertThat(calls(workload.statements())).isEqualTo((long) WINDOWS * SCHEMAS);
    }
  }

  private static List<Event> events(int firstSchema, Instant start) {
    List<Event> events = new ArrayList<>();
    for (int schema = firstSchema; schema < firstSchema + SCHEMAS; schema++) {
      events.add(new Event(1, "s" + schema, ORIGIN, 5, start, 1, 1, false, 0));
    }
    return events;
  }

  private static long calls(StatementTable table) {
    long calls = 0;
    for (int row = 0; row < table.size(); row++) {
      calls += table.value(row, Measure.CALLS);
    }
    return calls;
  }
}
