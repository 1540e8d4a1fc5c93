package dev.watershed.workload.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.Origin;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.store.Events.Event;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowSection;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The budget of docs/store.md: on the fleet that it names, 60 services of 100 digests, each with 10
 * pods in one network, which is what its executions count by; and on one in which every digest
 * comes from every account.
 */
@Tag("long")
class StoreBudgetTest {

  private static final int SERVICES = 60;
  private static final int DIGESTS = 100;
  private static final int PODS = 10;
  private static final int SLOTS_PER_DAY = 96;
  private static final int HOURS_PER_DAY = 24;
  private static final int FLEET_ROWS = SERVICES * DIGESTS;
  private static final int FLEET_MINUTES = SERVICES * 1_440;
  private static final long MEGABYTE = 1_000_000;

  private static final int MOST_STATEMENT_ROWS = 210_001;
  private static final int MOST_TRANSACTION_ROWS = 90_001;
  private static final int MOST_SLOT_MINUTE_ROWS = 60_000;
  private static final int MOST_DAY_MINUTE_ROWS = 720_000;
  private static final int MOST_MINUTE_BYTES = 100;

  private final MemoryFiles files = new MemoryFiles();

  @Test
  void aDayOfAFleetStaysWithinTheBudget() throws IOException {
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      for (int slot = 0; slot < SLOTS_PER_DAY; slot++) {
        StoreFixture.seal(writer, "db", slot + 1L, fleet(slot), bounds());
      }
      assertLevel(SLOTS_PER_DAY, SLOTS_PER_DAY, 230 * MEGABYTE);
      writer.compact(policy(Duration.ofDays(9)), Events.START.plus(Duration.ofDays(2)));
      assertLevel(1, HOURS_PER_DAY, 23 * MEGABYTE);
      writer.compact(policy(Duration.ofHours(2)), Events.START.plus(Duration.ofDays(3)));
      assertLevel(1, 1, 9 * MEGABYTE);
    }
  }

  private void assertLevel(int files, int windows, long bytes) throws IOException {
    assertThat(rows(WindowSection.HEADER)).isEqualTo(files);
    assertThat(rows(WindowSection.STATEMENTS)).isEqualTo((long) windows * FLEET_ROWS);
    assertThat(rows(WindowSection.MINUTES)).as("kept on all levels").isEqualTo(FLEET_MINUTES);
    assertThat(windowBytes()).isLessThan(bytes);
  }

  @Test
  void everyDigestFromEveryAccountStaysWithinTheMaximum() throws IOException {
    WorkloadBounds ofSlots = WorkloadBounds.standard();
    for (WorkloadBounds bounds : List.of(ofSlots, bounds())) {
      assertThat(bounds.mostStatementRows()).isEqualTo(MOST_STATEMENT_ROWS);
      assertThat(bounds.mostTransactionRows()).isEqualTo(MOST_TRANSACTION_ROWS);
    }
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      StoreFixture.seal(writer, "db", 1, everythingFromEverywhere(1), ofSlots);
      assertThat(rows(WindowSection.STATEMENTS)).isBetween(150_000L, (long) MOST_STATEMENT_ROWS);
      assertThat(rows(WindowSection.TRANSACTIONS)).isBetween(60_000L, (long) MOST_TRANSACTION_ROWS);
      assertThat(rows(WindowSection.MINUTES)).isLessThanOrEqualTo(MOST_SLOT_MINUTE_ROWS);
      assertThat(windowBytes()).isLessThan(65 * MEGABYTE);
      StoreFixture.seal(writer, "db", 2, everythingFromEverywhere(2), ofSlots);
      writer.compact(policy(Duration.ofHours(2)), Events.START.plus(Duration.ofDays(3)));
      assertThat(rows(WindowSection.HEADER)).isOne();
      assertThat(rows(WindowSection.STATEMENTS)).isBetween(150_000L, (long) MOST_STATEMENT_ROWS);
      assertThat(rows(WindowSection.TRANSACTIONS)).isBetween(60_000L, (long) MOST_TRANSACTION_ROWS);
      long minuteRows = rows(WindowSection.MINUTES);
      assertThat(minuteRows).isLessThanOrEqualTo(MOST_DAY_MINUTE_ROWS);
      assertThat(windowBytes()).isLessThan(21 * MEGABYTE + minuteRows * MOST_MINUTE_BYTES);
    }
  }

  private static WorkloadBounds bounds() {
    return CompactionPolicy.standard().bounds();
  }

  private static CompactionPolicy policy(Duration hours) {
    return new CompactionPolicy(Duration.ofHours(1), hours, Duration.ofDays(99), bounds());
  }

  /** A slot of the fleet, in which every service runs in every minute. */
  private static List<Event> fleet(int slot) {
    Random random = new Random(slot);
    Instant start = Events.START.plus(Duration.ofMinutes(15L * slot));
    List<Event> events = new ArrayList<>();
    for (int service = 0; service < SERVICES; service++) {
      Origin origin = new Origin("service-" + service, "10.0." + service + ".0/24", List.of());
      for (int digest = 0; digest < DIGESTS; digest++) {
        for (int pod = 0; pod < PODS; pod++) {
          long micros = (long) (50 * Math.pow(1.5, digest % 20) * (1 + random.nextDouble()));
          Instant end =
              start.plus(
                  (digest * PODS + pod) % 15 * 60_000_000L + random.nextInt(60_000_000),
                  ChronoUnit.MICROS);
          events.add(
              new Event(
                  1 + service * 1_000L + digest,
                  "schema_" + service % 8,
                  origin,
                  micros,
                  end,
                  1 + 3 * random.nextInt(50),
                  1,
                  false,
                  events.size() * 100L));
        }
      }
    }
    return events;
  }

  /** More digests, schemas of each, accounts and transactions than any bound, in one slot. */
  private static List<Event> everythingFromEverywhere(int seed) {
    Random random = new Random(seed);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 600_000; i++) {
      events.add(
          new Event(
              2 + random.nextInt(40_000),
              "schema_" + random.nextInt(3),
              new Origin("user-" + random.nextInt(4_096), "10.0.0.0/24", List.of()),
              random.nextInt(1_000_000),
              Events.START.plus(random.nextInt(900_000_000), ChronoUnit.MICROS),
              random.nextInt(3_000),
              1,
              false,
              i * 100L));
    }
    return events;
  }

  private long rows(WindowSection section) throws IOException {
    long rows = 0;
    try (StoreSnapshot snapshot = Store.open(files).snapshot(WindowFilter.ALL);
        ColumnMemory memory = new ColumnMemory()) {
      for (StoredWindow window : snapshot.windows()) {
        try (ColumnTable table = window.table(section, memory)) {
          rows += table.rows();
        }
      }
    }
    return rows;
  }

  private long windowBytes() {
    return files.names().stream()
        .filter(name -> name.endsWith(".window"))
        .mapToLong(name -> files.bytes(name).length)
        .sum();
  }
}
