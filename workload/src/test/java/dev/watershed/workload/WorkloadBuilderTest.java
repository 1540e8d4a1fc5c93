package dev.watershed.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WorkloadBuilderTest {

  private static final WorkloadBounds TIGHT = WorkloadBounds.ofNames(20, 5, 4, 6, 40);
  private static final WorkloadBounds WIDE =
      WorkloadBounds.ofNames(1_000, 1_000, 1_000, 1_000, 100_000);

  private record Event(long digest, String schema, String user, long micros, long endMicros) {}

  @Test
  void figuresOfOneKeyAddUp() {
    WorkloadBuilder builder = new WorkloadBuilder(WIDE);
    add(builder, new Event(1, "shop", "app", 100, 1_000), 0);
    add(builder, new Event(1, "shop", "app", 300, 2_000), 1);
    Workload workload = build(builder);
    StatementTable table = workload.statements();
    assertThat(table.size()).isEqualTo(1);
    assertThat(table.value(0, Measure.CALLS)).isEqualTo(2);
    assertThat(table.value(0, Measure.TIME_MICROS)).isEqualTo(400);
    assertThat(table.value(0, Measure.TIME_MICROS_MIN)).isEqualTo(100);
    assertThat(table.value(0, Measure.TIME_MICROS_MAX)).isEqualTo(300);
    assertThat(table.value(0, Measure.TIME_SQUARE_LOW)).isEqualTo(100_000);
    assertThat(table.value(0, Measure.FIRST_SEEN_MICROS)).isEqualTo(1_000);
    assertThat(table.value(0, Measure.LAST_SEEN_MICROS)).isEqualTo(2_000);
    assertThat(workload.schemas().get(table.schemaIndex(0))).isEqualTo("shop");
    assertThat(workload.origins().get(table.originIndex(0)).user()).isEqualTo("app");
    StatementText text = workload.texts().get(table.textIndex(0));
    assertThat(text.fingerprint()).isEqualTo("digest 1");
    assertThat(text.truncated()).isFalse();
    assertThat(text.sample()).contains("sample of 300");
    assertThat(text.sampleTimeMicros()).isEqualTo(300);
    assertThat(text.sampleEndMicros()).isEqualTo(2_000);
  }

  @Test
  void whatTwoBuildersCollectedAddsUp() {
    WorkloadBuilder one = new WorkloadBuilder(WIDE);
    WorkloadBuilder other = new WorkloadBuilder(WIDE);
    add(one, new Event(1, "shop", "app", 100, 1_000), 0);
    add(other, new Event(1, "shop", "app", 300, 2_000), 1);
    one.issue(IssueReason.NO_USER, 1, 0, 70);
    other.issue(IssueReason.NO_USER, 2, 0, 40);
    other.issue(IssueReason.RESTART, 1, 0, 9);
    one.merge(other, WorkloadBuilder.NO_SCHEMA);
    Workload workload = build(one);
    LatencyHistogram both = new LatencyHistogram();
    both.add(100, 1);
    both.add(300, 1);
    assertThat(workload.statements().size()).isEqualTo(1);
    assertThat(workload.statements().value(0, Measure.TIME_MICROS)).isEqualTo(400);
    assertThat(workload.statements().histogram(0)).isEqualTo(both);
    assertThat(workload.minutes().size()).isEqualTo(1);
    assertThat(workload.minutes().histogram(0)).isEqualTo(both);
    assertThat(workload.quality().sampled()).isFalse();
    assertThat(workload.quality().issues())
        .containsExactly(
            new Issue(IssueReason.NO_USER, 3, "a.log", 40),
            new Issue(IssueReason.RESTART, 1, "a.log", 9));
  }

  /** 5,000 seconds: the square of the microseconds takes 65 bits. */
  @Test
  void theSquareOfALongTimeIsExact() {
    WorkloadBuilder builder = new WorkloadBuilder(WIDE);
    add(builder, new Event(1, "shop", "app", 5_000_000_000L, 1_000), 0);
    StatementTable table = build(builder).statements();
    BigInteger high = BigInteger.valueOf(table.value(0, Measure.TIME_SQUARE_HIGH));
    BigInteger low = BigInteger.valueOf(table.value(0, Measure.TIME_SQUARE_LOW));
    assertThat(high.shiftLeft(32).add(low)).isEqualTo(new BigInteger("25000000000000000000"));
  }

  @Test
  void textsAreFoundHoweverManyThereAre() {
    WorkloadBuilder builder = new WorkloadBuilder(WIDE);
    for (int digest = 1; digest <= 3_000; digest++) {
      builder.defineText(digest, "digest " + digest, false);
    }
    for (int digest = 1; digest <= 3_000; digest++) {
      assertThat(builder.textIndex(digest)).isEqualTo(digest);
    }
    assertThat(builder.textIndex(3_001)).isNegative();
  }

  @Test
  void weightsMultiplySumsButNotExtremesAndNotEventsRead() {
    WorkloadBuilder builder = new WorkloadBuilder(WIDE);
    Execution execution = new Execution();
    execution.clear();
    execution.timeMicros(50);
    execution.weight(10);
    execution.keys(builder.defineText(9, "x", false), WorkloadBuilder.NO_SCHEMA, 0);
    builder.add(execution);
    Workload workload = build(builder);
    StatementTable table = workload.statements();
    assertThat(table.value(0, Measure.CALLS)).isEqualTo(10);
    assertThat(table.value(0, Measure.EVENTS_READ)).isEqualTo(1);
    assertThat(table.value(0, Measure.TIME_MICROS)).isEqualTo(500);
    assertThat(table.value(0, Measure.TIME_MICROS_MAX)).isEqualTo(50);
    assertThat(table.histogram(0).count()).isEqualTo(10);
    assertThat(workload.quality().sampled()).isTrue();
    assertThat(workload.minutes().size()).as("no time, no minute").isZero();
  }

  @Test
  void whatIsKeptUnderTheBoundsDoesNotDependOnOrderOrCut() {
    Random random = new Random(3);
    List<Event> events = events(random);
    Map<String, String> whole = facts(events, 1);
    for (int parts : new int[] {2, 3, 7, 50}) {
      assertThat(facts(events, parts)).as(parts + " parts").isEqualTo(whole);
    }
    java.util.Collections.shuffle(events, random);
    assertThat(facts(events, 5)).as("shuffled").isEqualTo(whole);
    assertThat(whole.keySet().stream().filter(key -> key.contains("(other statements)")))
        .isNotEmpty();
  }

  @Tag("long")
  @Test
  void aBuilderThatRestsNowAndThenGivesTheSame() {
    Random random = new Random(4);
    List<Event> events = events(random);
    Map<String, String> awake = facts(events, 7);

    assertThat(facts(events, 7, WorkloadBuilderTest::restTwice)).isEqualTo(awake);
    assertThat(
            facts(
                events,
                7,
                builder -> {
                  if (random.nextInt(20) == 0) {
                    builder.rest();
                  }
                }))
        .isEqualTo(awake);
  }

  private static void restTwice(WorkloadBuilder builder) {
    builder.rest();
    builder.rest();
  }

  private static List<Event> events(Random random) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      long skew = (long) (Math.pow(random.nextDouble(), 3) * 120);
      events.add(
          new Event(
              1 + skew,
              "s" + random.nextInt(12),
              "u" + random.nextInt(5),
              random.nextInt(100_000),
              random.nextInt(180) * 60_000_000L));
    }
    return events;
  }

  @Test
  void minutesWidenUntilTheyFit() {
    WorkloadBuilder builder = new WorkloadBuilder(TIGHT);
    for (int minute = 0; minute < 300; minute++) {
      add(builder, new Event(1, "", "app", 10, minute * 60_000_000L), minute);
    }
    Workload workload = build(builder);
    assertThat(workload.quality().slotMinutes()).isEqualTo(15);
    assertThat(workload.minutes().size()).isEqualTo(20);
    long calls = 0;
    for (int row = 0; row < workload.minutes().size(); row++) {
      assertThat(workload.minutes().minute(row) % 15).isZero();
      calls += workload.minutes().value(row, Measure.CALLS);
    }
    assertThat(calls).isEqualTo(300);
  }

  @Test
  void theCarriedSchemaBecomesTheOneInForce() {
    WorkloadBuilder first = new WorkloadBuilder(WIDE);
    WorkloadBuilder second = new WorkloadBuilder(WIDE);
    Execution execution = new Execution();
    execution.clear();
    execution.keys(second.defineText(5, "x", false), WorkloadBuilder.CARRIED_SCHEMA, 0);
    second.add(execution);
    first.merge(second, first.schemaIndex("shop"));
    Workload workload = build(first);
    assertThat(workload.schemas().get(workload.statements().schemaIndex(0))).isEqualTo("shop");
  }

  @Test
  void aCarriedSchemaThatNobodyTellsIsNone() {
    WorkloadBuilder builder = new WorkloadBuilder(WIDE);
    int text = builder.defineText(5, "x", true);
    Execution execution = new Execution();
    execution.clear();
    execution.timeMicros(70);
    execution.keys(text, WorkloadBuilder.CARRIED_SCHEMA, 0);
    builder.add(execution);
    execution.keys(text, WorkloadBuilder.NO_SCHEMA, 0);
    builder.add(execution);
    Workload workload = build(builder);
    StatementTable table = workload.statements();
    assertThat(table.size()).isEqualTo(1);
    assertThat(table.value(0, Measure.TIME_MICROS)).isEqualTo(140);
    assertThat(workload.schemas().get(table.schemaIndex(0))).isEmpty();
    assertThat(workload.texts().get(table.textIndex(0)).truncated()).isTrue();
  }

  /** Everything a workload says, as text: rows by key, minutes, texts. */
  private static Map<String, String> facts(List<Event> events, int parts) {
    return facts(events, parts, builder -> {});
  }

  private static Map<String, String> facts(
      List<Event> events, int parts, Consumer<WorkloadBuilder> between) {
    WorkloadBuilder merged = new WorkloadBuilder(TIGHT);
    int size = (events.size() + parts - 1) / parts;
    for (int from = 0; from < events.size(); from += size) {
      WorkloadBuilder part = new WorkloadBuilder(TIGHT);
      for (int i = from; i < Math.min(events.size(), from + size); i++) {
        add(part, events.get(i), events.get(i).hashCode() & 0xFFFF);
        between.accept(part);
      }
      merged.merge(part, WorkloadBuilder.NO_SCHEMA);
      between.accept(merged);
    }
    Workload workload = build(merged);
    Map<String, String> facts = new TreeMap<>();
    StatementTable table = workload.statements();
    for (int row = 0; row < table.size(); row++) {
      StringBuilder figures = new StringBuilder();
      for (Measure measure : Measure.values()) {
        figures.append(table.value(row, measure)).append(' ');
      }
      StatementText text = workload.texts().get(table.textIndex(row));
      String key =
          text.fingerprint()
              + workload.schemas().get(table.schemaIndex(row))
              + workload.origins().get(table.originIndex(row));
      facts.put(key, figures + text.sample().orElse("") + table.histogram(row).hashCode());
    }
    MinuteTable minutes = workload.minutes();
    for (int row = 0; row < minutes.size(); row++) {
      facts.put(
          "minute " + minutes.minute(row) + workload.origins().get(minutes.originIndex(row)),
          minutes.value(row, Measure.CALLS) + " " + minutes.value(row, Measure.TIME_MICROS));
    }
    return facts;
  }

  private static void add(WorkloadBuilder builder, Event event, long offset) {
    Execution execution = new Execution();
    execution.clear();
    execution.timeMicros(event.micros());
    execution.endedAtMicros(event.endMicros());
    int text = builder.textIndex(event.digest());
    if (text < 0) {
      text = builder.defineText(event.digest(), "digest " + event.digest(), false);
    }
    execution.keys(
        text,
        builder.schemaIndex(event.schema()),
        builder.originIndex(new Origin(event.user(), "", List.of())));
    if (builder.wantsSample(text, event.micros(), event.endMicros(), 0, offset)) {
      byte[] sample = ("sample of " + event.micros()).getBytes(StandardCharsets.UTF_8);
      builder.sample(text, event.micros(), event.endMicros(), 0, offset, sample);
    }
    builder.add(execution);
  }

  private static Workload build(WorkloadBuilder builder) {
    return builder.build(
        List.of(new SourceFile("a.log", 1, 1, 0)),
        OptionalDouble.empty(),
        bytes -> new String(bytes, StandardCharsets.UTF_8));
  }
}
