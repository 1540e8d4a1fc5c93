package dev.watershed.workload.store;

import dev.watershed.workload.DigestSet;
import dev.watershed.workload.Execution;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Measure;
import dev.watershed.workload.Origin;
import dev.watershed.workload.OriginTag;
import dev.watershed.workload.SourceFile;
import dev.watershed.workload.TransactionOutcome;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.WorkloadBuilder;
import dev.watershed.workload.store.window.WindowLevel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Made-up executions: what a collector would read, for tests of what the store makes of them. */
final class Events {

  static final WorkloadBounds WIDE = WorkloadBounds.ofNames(1_000, 1_000, 1_000, 1_000, 1_000_000);
  static final WorkloadBounds TIGHT = WorkloadBounds.ofNames(15, 4, 3, 8, 1_000_000);
  static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

  private Events() {}

  /** An execution, which may also be the end of a transaction and the place of an issue. */
  record Event(
      long digest,
      String schema,
      Origin origin,
      long timeMicros,
      Instant end,
      long rows,
      long other,
      boolean issue,
      long offset) {}

  /** Executions over some hours from {@link #START}, as a log would have them: almost in order. */
  static List<Event> random(long seed, int count, int hours) {
    Random random = new Random(seed);
    List<Event> events = new ArrayList<>(count);
    long spanMicros = hours * 3_600_000_000L;
    for (int i = 0; i < count; i++) {
      long at = spanMicros * i / count + random.nextInt(2_000_000);
      List<OriginTag> tags =
          random.nextBoolean() ? List.of() : List.of(new OriginTag("job", "j" + random.nextInt(3)));
      Origin origin = new Origin("u" + random.nextInt(5), "10.0." + random.nextInt(2), tags);
      long digest = 1 + (long) (Math.pow(random.nextDouble(), 3) * 40);
      events.add(
          new Event(
              digest,
              random.nextInt(4) == 0 ? "" : "s" + random.nextInt(6),
              origin,
              random.nextInt(200),
              START.plus(Math.min(at, spanMicros - 1), ChronoUnit.MICROS),
              random.nextInt(1_000),
              1 + random.nextInt(10),
              random.nextInt(30) == 0,
              i * 100L));
    }
    return events;
  }

  /** The events of each slot. */
  static SortedMap<Instant, List<Event>> bySlot(Collection<Event> events) {
    SortedMap<Instant, List<Event>> slots = new TreeMap<>();
    for (Event event : events) {
      slots
          .computeIfAbsent(WindowLevel.SLOT.startOf(event.end()), slot -> new ArrayList<>())
          .add(event);
    }
    return slots;
  }

  static Workload workload(Collection<Event> events, WorkloadBounds bounds) {
    WorkloadBuilder builder = new WorkloadBuilder(bounds);
    events.forEach(event -> add(builder, event));
    long issues = events.stream().filter(Event::issue).count();
    List<SourceFile> sources =
        List.of(new SourceFile("slow.log", events.size() * 100L, events.size(), issues));
    return builder.build(
        events.isEmpty() ? List.of() : sources,
        events.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(0),
        sample -> new String(sample, StandardCharsets.UTF_8));
  }

  static void add(WorkloadBuilder builder, Event event) {
    add(builder, event, builder.schemaIndex(event.schema()));
  }

  /** Adds an event in a schema of which only the builder's index is known. */
  static void add(WorkloadBuilder builder, Event event, int schema) {
    Execution execution = new Execution();
    execution.clear();
    execution.timeMicros(event.timeMicros());
    execution.set(Measure.ROWS_SENT, event.rows());
    execution.set(Measure.LOCK_TIME_MICROS, event.rows() / 3);
    long end = ChronoUnit.MICROS.between(Instant.EPOCH, event.end());
    execution.endedAtMicros(end);
    int text = builder.textIndex(event.digest());
    if (text < 0) {
      text =
          builder.defineText(event.digest(), "SELECT " + event.digest(), event.digest() % 7 == 0);
    }
    int origin = builder.originIndex(event.origin());
    execution.keys(text, schema, origin);
    if (builder.wantsSample(text, event.timeMicros(), end, 0, event.offset())) {
      byte[] sample =
          ("select " + event.digest() + " took " + end).getBytes(StandardCharsets.UTF_8);
      builder.sample(text, event.timeMicros(), end, 0, event.offset(), sample);
    }
    builder.add(execution);
    if (event.rows() % 3 == 0) {
      DigestSet set = new DigestSet();
      set.add(event.digest());
      set.add(event.other());
      TransactionOutcome outcome =
          event.rows() % 2 == 0 ? TransactionOutcome.COMMITTED : TransactionOutcome.ROLLED_BACK;
      builder.addTransaction(
          set.toTransactionClass(),
          builder.originIndex(event.origin()),
          outcome,
          2,
          event.timeMicros(),
          event.timeMicros() + 5);
    }
    if (event.issue()) {
      builder.issue(IssueReason.NO_USER, 1, 0, event.offset());
    }
  }
}
