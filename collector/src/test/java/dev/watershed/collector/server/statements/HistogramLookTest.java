package dev.watershed.collector.server.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerProblem;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Few digests are looked up one by one, many come from one pass; a server may be slow at both. */
class HistogramLookTest {

  private static final int FEW = HistogramQuery.MOST_LOOKUPS;
  private static final int MANY = HistogramQuery.MOST_LOOKUPS + 1;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final long PICOS = 5_000_000_000L;

  private final SimulatedDigestTable table = new SimulatedDigestTable(1_000, true);
  private final HistogramServer server = new HistogramServer(table);
  private Instant now = Instant.parse("2026-11-23T02:00:00Z");
  private StatementSample last = StatementSample.BEGINNING;

  @ParameterizedTest
  @ValueSource(ints = {FEW, MANY})
  void whatAServerGivesInTimeIsWhatWasRun(int digests) throws Exception {
    run(digests, 3);
    look();
    run(digests, 4);
    now = now.plus(HistogramLook.PAUSE);
    StatementDifference difference = look();

    assertThat(times(difference)).isEqualTo(4L * digests).isEqualTo(difference.calls());
    assertThat(difference.untimedExecutions()).isZero();
    assertThat(difference.histogramsGivenUp()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {FEW, MANY})
  void aServerThatIsTooSlowFromTheBeginningCountsWithoutTimes(int digests) throws Exception {
    server.fail(ServerProblem.TIME_LIMIT, 0);
    run(digests, 3);
    look();
    assertThat(last.rows()).hasSize(digests);
    assertThat(last.histograms()).isEmpty();
    assertThat(last.histogramsGivenUp()).isTrue();
    run(digests, 4);
    StatementDifference difference = look();

    assertThat(difference.calls()).isEqualTo(4L * digests);
    assertThat(difference.untimedExecutions()).isEqualTo(4L * digests);
    assertThat(times(difference)).as("unknown, not all that ran so far").isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {FEW, MANY})
  void itIsNotAskedAgainBeforeThePauseIsOver(int digests) throws Exception {
    server.fail(ServerProblem.TIME_LIMIT, 0);
    run(digests, 1);
    look();
    assertThat(server.takeAsked()).isEqualTo(1);
    int looks = 0;
    for (int minute = 1; minute <= 10; minute++) {
      run(digests, 1);
      StatementDifference difference = look();
      int asked = server.takeAsked();
      looks += asked;
      assertThat(asked).isEqualTo(minute % 5 == 0 ? 1 : 0);
      assertThat(difference.histogramsGivenUp()).isEqualTo(asked == 1);
    }
    assertThat(looks).isEqualTo(2);
  }

  @Test
  void aClockThatWasSetBackIsNoReasonToWait() throws Exception {
    run(MANY, 1);
    look();
    assertThat(server.takeAsked()).isEqualTo(1);
    now = now.minus(Duration.ofHours(1));
    run(MANY, 1);
    look();
    assertThat(server.takeAsked()).isEqualTo(1);
  }

  /** What ran while the histograms were unknown is never told as what ran in a later span. */
  @ParameterizedTest
  @ValueSource(ints = {FEW, MANY})
  void aGapIsNotCoveredByALaterAnswer(int digests) throws Exception {
    run(digests, 3);
    look();
    server.fail(ServerProblem.TIME_LIMIT, 0);
    now = now.plus(HistogramLook.PAUSE);
    run(digests, 10);
    StatementDifference failed = look();
    server.recover();
    now = now.plus(HistogramLook.PAUSE);
    run(digests, 20);
    StatementDifference answered = look();
    now = now.plus(HistogramLook.PAUSE);
    run(digests, 5);
    StatementDifference after = look();

    assertThat(failed.untimedExecutions()).isEqualTo(10L * digests);
    assertThat(times(failed)).isZero();
    assertThat(answered.untimedExecutions()).isEqualTo(20L * digests);
    assertThat(times(answered)).as("the first answer is what later ones start from").isZero();
    assertThat(times(after)).isEqualTo(5L * digests);
    assertThat(after.untimedExecutions()).isZero();
  }

  @Test
  void whatWasGivenBeforeItBecameTooSlowCounts() throws Exception {
    run(FEW, 1);
    look();
    server.fail(ServerProblem.TIME_LIMIT, 7);
    run(FEW, 2);
    StatementDifference difference = look();

    assertThat(times(difference)).isEqualTo(2L * 7);
    assertThat(difference.untimedExecutions()).isEqualTo(2L * (FEW - 7));
  }

  @Test
  void rowsThatAreNewOrBeganAnewAfterAGapAreWhole() throws Exception {
    server.fail(ServerProblem.TIME_LIMIT, 0);
    run(FEW, 1);
    look();
    server.recover();
    table.truncate();
    now = now.plus(HistogramLook.PAUSE);
    run(FEW, 6);
    StatementDifference difference = look();

    assertThat(times(difference)).isEqualTo(6L * FEW);
    assertThat(difference.untimedExecutions()).isZero();
  }

  @Test
  void rowsThatDoNotMoveAreToldAtNoLook() throws Exception {
    run(FEW, 1);
    look();
    server.fail(ServerProblem.TIME_LIMIT, 0);
    run(1, 1);
    look();
    server.recover();
    now = now.plus(HistogramLook.PAUSE);

    assertThat(look().executions()).as("an answer, but nothing ran").isEmpty();
  }

  @Test
  void whatIsUnknownStaysSoInACursor() throws Exception {
    server.fail(ServerProblem.TIME_LIMIT, 7);
    run(FEW, 1);
    look();
    ByteWriter bytes = new ByteWriter();
    StatementBytes.encode(last, bytes);
    StatementSample restored = StatementBytes.decode(new ByteReader(bytes.toByteArray()));

    assertThat(restored.histograms()).hasSize(7).isEqualTo(last.histograms());
    assertThat(restored.owesHistograms()).isTrue();
    assertThat(restored.histogramsAt()).isEqualTo(last.histogramsAt());
  }

  @ParameterizedTest
  @EnumSource(
      value = ServerProblem.class,
      names = {"CUT", "MISSING_GRANT", "OTHER"})
  void anyOtherFailureIsOneOfTheWholeLook(ServerProblem problem) {
    run(FEW, 1);
    server.fail(problem, 0);

    assertThatExceptionOfType(ServerException.class)
        .isThrownBy(this::look)
        .satisfies(failure -> assertThat(failure.problem()).isEqualTo(problem));
  }

  private void run(int digests, int times) {
    for (int digest = 0; digest < digests; digest++) {
      for (int i = 0; i < times; i++) {
        table.run("s", "SELECT `c" + digest + "` FROM `t`", PICOS, 1, now.plusMillis(digest));
      }
    }
  }

  private StatementDifference look() throws ServerException {
    now = now.plus(MINUTE);
    StatementSample current = server.look(last, now);
    StatementDifference difference = StatementDifferences.of(last, current);
    last = current;
    return difference;
  }

  private static long times(StatementDifference difference) {
    return difference.executions().stream().mapToLong(some -> some.histogram().count()).sum();
  }
}
