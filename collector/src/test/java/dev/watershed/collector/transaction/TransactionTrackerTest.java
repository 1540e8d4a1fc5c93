package dev.watershed.collector.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.workload.Origin;
import dev.watershed.workload.OriginTag;
import dev.watershed.workload.TransactionClass;
import dev.watershed.workload.TransactionOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionTrackerTest {

  /** Keeps what it is told, as lines. */
  private static final class Lines implements TransactionListener {
    private final List<String> lines = new ArrayList<>();
    private final List<Origin> origins = new ArrayList<>();
    private final List<Long> openTimes = new ArrayList<>();

    @Override
    public void ended(
        TransactionClass transactionClass,
        Origin origin,
        TransactionOutcome outcome,
        long statements,
        long statementTimeMicros,
        long openTimeMicros) {
      List<Long> digests = Arrays.stream(transactionClass.digests().toArray()).boxed().toList();
      lines.add(
          ReferenceTransactions.line(digests, outcome.name(), statements, statementTimeMicros));
      origins.add(origin);
      openTimes.add(openTimeMicros);
    }

    @Override
    public void endedWithoutStart() {
      lines.add("without start");
    }

    List<String> sorted() {
      return lines.stream().sorted().toList();
    }
  }

  private final Lines lines = new Lines();

  /** A digit is a statement with this digest, of 10 microseconds; ! failed, # deadlocked. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          begin to commit              | BEGIN 2 1 2 COMMIT            | [1, 2] COMMITTED 3
          begin to rollback            | BEGIN 1 ROLLBACK              | [1] ROLLED_BACK 1
          a failed commit              | BEGIN 1 !COMMIT               | [1] ROLLED_BACK 1
          nothing in it                | BEGIN COMMIT                  |
          autocommit                   | 1 2                           |
          begin inside                 | BEGIN 1 BEGIN 2 COMMIT        | [1] COMMITTED 1, [2] COMMITTED 1
          implicit start               | AUTOCOMMIT_OFF 1 COMMIT       | [1] COMMITTED 1
          implicit start again         | AUTOCOMMIT_OFF 1 COMMIT 2 ROLLBACK | [1] COMMITTED 1, [2] ROLLED_BACK 1
          commit by autocommit         | AUTOCOMMIT_OFF 1 AUTOCOMMIT_ON 2 | [1] COMMITTED 1
          autocommit was on already    | BEGIN 1 AUTOCOMMIT_ON 2 COMMIT | [1, 2] COMMITTED 2
          autocommit off inside        | BEGIN 1 AUTOCOMMIT_OFF 2 COMMIT 3 COMMIT | [1, 2] COMMITTED 2, [3] COMMITTED 1
          a definition                 | BEGIN 1 IMPLICIT_COMMIT 2     | [1] COMMITTED 1
          chain                        | BEGIN 1 COMMIT_AND_CHAIN 2 ROLLBACK_AND_CHAIN 3 COMMIT | [1] COMMITTED 1, [2] ROLLED_BACK 1, [3] COMMITTED 1
          release                      | AUTOCOMMIT_OFF 1 COMMIT_AND_RELEASE 2 | [1] COMMITTED 1
          the connection ends          | BEGIN 1 SESSION_END           | [1] ROLLED_BACK 1
          autocommit is on afterwards  | AUTOCOMMIT_OFF SESSION_END 1 SESSION_END |
          locked tables                | LOCK_TABLES AUTOCOMMIT_OFF 1 UNLOCK_TABLES | [1] COMMITTED 1
          no locked tables             | BEGIN 1 UNLOCK_TABLES 2 COMMIT | [1, 2] COMMITTED 2
          begin unlocks                | LOCK_TABLES BEGIN 1 UNLOCK_TABLES COMMIT | [1] COMMITTED 1
          two phases                   | BEGIN 1 XA_PREPARE COMMIT     | [1] COMMITTED 1
          the second phase elsewhere   | BEGIN 1 XA_PREPARE SESSION_END | [1] UNKNOWN 1
          an unseen value              | AUTOCOMMIT_OFF 1 AUTOCOMMIT_UNKNOWN 2 | [1] UNKNOWN 1
          no start seen                | COMMIT                        | without start
          a deadlock                   | BEGIN 1 #2 ROLLBACK           | [1, 2] ROLLED_BACK 2
          on its own after a deadlock  | BEGIN 1 #2 3 COMMIT COMMIT    | [1, 2] ROLLED_BACK 2, without start
          begin after a deadlock       | BEGIN 1 #2 BEGIN 3 COMMIT     | [1, 2] ROLLED_BACK 2, [3] COMMITTED 1
          a deadlock under autocommit  | #1 ROLLBACK                   | without start
          a deadlock without it        | AUTOCOMMIT_OFF 1 #2 3 COMMIT  | [1, 2] ROLLED_BACK 2, [3] COMMITTED 1
          """)
  void whatEndsATransaction(String name, String script, String expected) {
    TransactionTracker tracker = new TransactionTracker();
    for (String word : script.split(" ", -1)) {
      tracker.take(event(5, word), lines);
    }
    List<String> shortened =
        lines.lines.stream().map(line -> line.replaceAll(" statements.*", "")).toList();
    assertThat(String.join(", ", shortened)).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void connectionsDoNotMix() {
    TransactionTracker tracker = new TransactionTracker();
    tracker.take(event(1, "BEGIN"), lines);
    tracker.take(event(2, "BEGIN"), lines);
    tracker.take(event(1, "1"), lines);
    tracker.take(event(2, "2"), lines);
    tracker.take(event(2, "COMMIT"), lines);
    tracker.take(event(1, "ROLLBACK"), lines);
    assertThat(lines.lines)
        .containsExactly(
            "[2] COMMITTED 1 statements 10 micros", "[1] ROLLED_BACK 1 statements 10 micros");
    assertThat(tracker.connections()).isZero();
  }

  @Test
  void timeAndOriginAreThoseOfTheStatements() {
    Origin first = new Origin("a", "h", List.of(new OriginTag("controller", "plans")));
    TransactionTracker tracker = new TransactionTracker();
    tracker.take(event(1, "BEGIN"), lines);
    tracker.take(
        new TransactionEvent(1, StatementEffect.MEMBER, 7, first, 30, 1_030, false, false), lines);
    tracker.take(
        new TransactionEvent(1, StatementEffect.MEMBER, 8, Origin.LUMPED, 50, 2_000, false, false),
        lines);
    tracker.take(event(1, "COMMIT"), lines);
    assertThat(lines.lines).containsExactly("[7, 8] COMMITTED 2 statements 80 micros");
    assertThat(lines.origins).containsExactly(first);
    assertThat(lines.openTimes).containsExactly(1_000L);
  }

  @Test
  void aRestartLeavesOutcomesUnknown() {
    TransactionTracker tracker = new TransactionTracker();
    tracker.take(event(1, "BEGIN"), lines);
    tracker.take(event(1, "1"), lines);
    tracker.restart(lines);
    tracker.take(event(1, "2"), lines);
    assertThat(lines.lines).containsExactly("[1] UNKNOWN 1 statements 10 micros");
  }

  @Test
  void theConnectionSilentForLongestIsForgotten() {
    TransactionTracker tracker = new TransactionTracker(2);
    for (String word : List.of("BEGIN", "1")) {
      tracker.take(event(1, word), lines);
      tracker.take(event(2, word), lines);
    }
    tracker.take(event(1, "3"), lines);
    tracker.take(event(3, "BEGIN"), lines);
    assertThat(lines.lines).containsExactly("[1] UNKNOWN 1 statements 10 micros");
    assertThat(tracker.connections()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void anyLogGivesWhatLookingBackGives(int seed) {
    List<TransactionEvent> log = randomLog(seed);
    TransactionTracker tracker = new TransactionTracker();
    log.forEach(event -> tracker.take(event, lines));
    assertThat(lines.sorted()).isEqualTo(ReferenceTransactions.of(log)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30})
  void anyCutGivesTheSame(int seed) throws DamagedBytesException {
    List<TransactionEvent> log = randomLog(seed);
    Lines whole = new Lines();
    TransactionTracker undisturbed = new TransactionTracker();
    log.forEach(event -> undisturbed.take(event, whole));
    SplittableRandom random = new SplittableRandom(seed);
    TransactionTracker tracker = new TransactionTracker();
    for (TransactionEvent event : log) {
      if (random.nextInt(5) == 0) {
        tracker = copy(tracker);
      }
      tracker.take(event, lines);
    }
    assertThat(lines.lines).isEqualTo(whole.lines);
    assertThat(lines.openTimes).isEqualTo(whole.openTimes);
    assertThat(lines.origins).isEqualTo(whole.origins);
    assertThat(bytes(tracker)).isEqualTo(bytes(undisturbed));
  }

  @Test
  void damagedBytesAreNamed() {
    TransactionTracker tracker = new TransactionTracker();
    randomLog(3).forEach(event -> tracker.take(event, lines));
    byte[] bytes = bytes(tracker);
    assertThat(bytes.length).isGreaterThan(20);
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> TransactionTracker.read(new ByteReader(cut)))
          .as("cut at %d of %d", length, bytes.length)
          .isInstanceOf(DamagedBytesException.class);
    }
  }

  private static TransactionTracker copy(TransactionTracker tracker) throws DamagedBytesException {
    ByteReader reader = new ByteReader(bytes(tracker));
    TransactionTracker copy = TransactionTracker.read(reader);
    reader.end();
    return copy;
  }

  private static byte[] bytes(TransactionTracker tracker) {
    ByteWriter writer = new ByteWriter();
    tracker.write(writer);
    return writer.toByteArray();
  }

  private static TransactionEvent event(long connection, String word) {
    boolean failed = word.startsWith("!");
    boolean deadlocked = word.startsWith("#");
    String effect = failed || deadlocked ? word.substring(1) : word;
    Origin origin = new Origin("u", "h", List.of());
    return Character.isDigit(effect.charAt(0))
        ? new TransactionEvent(
            connection,
            StatementEffect.MEMBER,
            Long.parseLong(effect),
            origin,
            10,
            TransactionEvent.NO_TIME,
            failed || deadlocked,
            deadlocked)
        : new TransactionEvent(
            connection,
            StatementEffect.valueOf(effect.toUpperCase(Locale.ROOT)),
            99,
            origin,
            10,
            TransactionEvent.NO_TIME,
            failed || deadlocked,
            deadlocked);
  }

  private static List<TransactionEvent> randomLog(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<StatementEffect> effects =
        Arrays.stream(StatementEffect.values())
            .filter(effect -> effect != StatementEffect.SET_AUTOCOMMIT)
            .toList();
    List<Origin> origins =
        List.of(
            new Origin("a", "10.0.0.0/24", List.of()),
            new Origin("a", "10.0.0.0/24", List.of(new OriginTag("controller", "plans"))),
            new Origin("b", "", List.of()));
    List<TransactionEvent> log = new ArrayList<>();
    long now = 1_000_000;
    for (int i = 0; i < 600; i++) {
      boolean member = random.nextInt(3) > 0;
      boolean failed = random.nextInt(6) == 0;
      now += random.nextInt(-5, 50);
      log.add(
          new TransactionEvent(
              random.nextInt(1, 9),
              member ? StatementEffect.MEMBER : effects.get(random.nextInt(effects.size())),
              random.nextInt(1, 12),
              origins.get(random.nextInt(3)),
              random.nextInt(1_000),
              random.nextInt(9) == 0 ? TransactionEvent.NO_TIME : now,
              failed,
              failed && random.nextBoolean()));
    }
    return log;
  }
}
