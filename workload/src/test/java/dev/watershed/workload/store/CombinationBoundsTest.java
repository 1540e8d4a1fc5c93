package dev.watershed.workload.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.DigestSet;
import dev.watershed.workload.Origin;
import dev.watershed.workload.SlowLumping;
import dev.watershed.workload.SlowLumping.Ended;
import dev.watershed.workload.SlowLumping.Seen;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.WorkloadBuilder;
import dev.watershed.workload.store.Events.Event;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bounds of names and of their combinations, several of them at once, over any order, any cut, any
 * tree of merges, and any levels of the store: always what {@link SlowLumping} makes of all events
 * at once.
 */
@Tag("long")
class CombinationBoundsTest {

  private static final int TREES = 100;
  private static final int STORES = 50;
  private static final int EVENTS = 400;
  private static final int HOURS = 30;

  static IntStream trees() {
    return IntStream.range(0, TREES);
  }

  static IntStream stores() {
    return IntStream.range(0, STORES);
  }

  @ParameterizedTest
  @MethodSource("trees")
  void buildersThatMergeInAnyTreeAgreeWithOneThatSeesEverything(int seed) {
    Random random = new Random(seed);
    List<Event> events = events(random);
    WorkloadBounds bounds = bounds(random);
    Map<String, List<Long>> expected = expected(events, bounds);
    for (int round = 0; round < 3; round++) {
      Collections.shuffle(events, random);
      WorkloadBuilder merged = merged(events, bounds, random);
      assertThat(differences(SlowLumping.of(build(merged)), expected)).isEmpty();
    }
    int statements = rows(expected, "statement");
    assertThat(statements).isLessThanOrEqualTo(bounds.mostStatementRows());
    assertThat(rows(expected, "transaction")).isLessThanOrEqualTo(bounds.mostTransactionRows());
  }

  @ParameterizedTest
  @MethodSource("stores")
  void windowsOfAnyCutAndLevelAgreeWithOneThatSeesEverything(int seed) throws IOException {
    Random random = new Random(seed);
    List<Event> events = events(random);
    WorkloadBounds bounds = bounds(random);
    MemoryFiles files = new MemoryFiles();
    CompactionPolicy policy =
        new CompactionPolicy(
            Duration.ofHours(1 + random.nextInt(5)),
            Duration.ofHours(6 + random.nextInt(30)),
            Duration.ofDays(99),
            bounds);
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      long run = 0;
      int from = 0;
      while (from < events.size()) {
        int to = Math.min(events.size(), from + 1 + random.nextInt(120));
        StoreFixture.seal(writer, StoreFixture.SERVER, ++run, events.subList(from, to), bounds);
        from = to;
        if (random.nextInt(3) > 0) {
          writer.compact(policy, Events.START.plus(Duration.ofHours(random.nextInt(2 * HOURS))));
        }
      }
    }
    try (StoreSnapshot snapshot = Store.open(files).snapshot(WindowFilter.ALL)) {
      Map<String, List<Long>> facts = SlowLumping.of(snapshot.merge(bounds).workload());
      assertThat(differences(facts, expected(events, bounds))).isEmpty();
    }
  }

  /** Cuts, which may lie where a schema is carried over, merged as a tree of any shape. */
  private static WorkloadBuilder merged(List<Event> events, WorkloadBounds bounds, Random random) {
    List<WorkloadBuilder> builders = new ArrayList<>();
    List<String> carried = new ArrayList<>();
    int from = 0;
    while (from < events.size()) {
      int to = Math.min(events.size(), from + 1 + random.nextInt(150));
      String schema = events.get(from).schema();
      boolean carries = from > 0 && random.nextBoolean();
      WorkloadBuilder builder = new WorkloadBuilder(bounds);
      for (Event event : events.subList(from, to)) {
        int index =
            carries && event.schema().equals(schema)
                ? WorkloadBuilder.CARRIED_SCHEMA
                : builder.schemaIndex(event.schema());
        Events.add(builder, event, index);
      }
      builders.add(builder);
      carried.add(schema);
      from = to;
    }
    while (builders.size() > 1) {
      int left = random.nextInt(builders.size() - 1);
      WorkloadBuilder into = new WorkloadBuilder(bounds);
      for (int i = 0; i < 2; i++) {
        into.merge(builders.remove(left), into.schemaIndex(carried.remove(left)));
      }
      builders.add(left, into);
      carried.add(left, "");
    }
    return builders.get(0);
  }

  private static Map<String, List<Long>> expected(List<Event> events, WorkloadBounds bounds) {
    List<Seen> executions = new ArrayList<>();
    List<Ended> transactions = new ArrayList<>();
    for (Event event : events) {
      long minute = Math.floorDiv(event.end().getEpochSecond(), 60L);
      executions.add(
          new Seen(event.digest(), event.schema(), event.origin(), minute, event.timeMicros()));
      if (event.rows() % 3 == 0) {
        DigestSet set = new DigestSet();
        set.add(event.digest());
        set.add(event.other());
        transactions.add(new Ended(set.toTransactionClass(), event.origin()));
      }
    }
    return SlowLumping.of(executions, transactions, bounds);
  }

  private static List<Event> events(Random random) {
    int digests = 2 + random.nextInt(40);
    int schemas = 1 + random.nextInt(10);
    int origins = 1 + random.nextInt(20);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      int schema = random.nextInt(schemas);
      Instant end = Events.START.plus(random.nextInt(HOURS * 3_600), ChronoUnit.SECONDS);
      events.add(
          new Event(
              1 + (long) (Math.pow(random.nextDouble(), 2) * digests),
              schema == 0 ? "" : "s" + schema,
              new Origin("u" + random.nextInt(origins), "", List.of()),
              random.nextInt(500),
              end,
              random.nextInt(1_000),
              1 + random.nextInt(digests),
              false,
              i));
    }
    return events;
  }

  /** Each bound bites, or does not, on its own. */
  private static WorkloadBounds bounds(Random random) {
    return new WorkloadBounds(
        1 + random.nextInt(50),
        1 + random.nextInt(25),
        1 + random.nextInt(12),
        1 + random.nextInt(60),
        1 + random.nextInt(150),
        1 + random.nextInt(300),
        1 + random.nextInt(120),
        1 + random.nextInt(20_000));
  }

  private static List<String> differences(
      Map<String, List<Long>> facts, Map<String, List<Long>> expected) {
    TreeSet<String> keys = new TreeSet<>(facts.keySet());
    keys.addAll(expected.keySet());
    return keys.stream()
        .filter(key -> !Objects.equals(facts.get(key), expected.get(key)))
        .map(key -> key + " is " + facts.get(key) + ", not " + expected.get(key))
        .toList();
  }

  private static int rows(Map<String, List<Long>> facts, String kind) {
    return (int) facts.keySet().stream().filter(key -> key.startsWith(kind + " ")).count();
  }

  private static Workload build(WorkloadBuilder builder) {
    return builder.build(List.of(), OptionalDouble.empty(), sample -> "");
  }
}
