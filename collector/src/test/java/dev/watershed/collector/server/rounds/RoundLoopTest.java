package dev.watershed.collector.server.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.QuerySessions;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerIdentity;
import dev.watershed.collector.server.ServerProblem;
import dev.watershed.collector.server.ServerProduct;
import dev.watershed.collector.server.ServerQueries;
import dev.watershed.workload.observation.ObservationTable;
import dev.watershed.workload.observation.SamplingRounds;
import dev.watershed.workload.observation.SamplingRounds.Figure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RoundLoopTest {

  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
  private static final RoundTiming TIMING =
      new RoundTiming(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(5), 0.1);

  private final FakeClock clock = new FakeClock();
  private final FakeWatch watch = new FakeWatch();
  private final List<String> log = new ArrayList<>();
  private boolean refused;
  private ServerProblem problem = ServerProblem.REFUSED;
  private RoundLoop last;

  @Test
  void oneLookIsTakenInEachIntervalAtAnyPlaceOfIt() throws Exception {
    run(1_000);
    assertThat(watch.rounds).extracting(Round::number).isSorted().hasSize(1_000);
    for (Round round : watch.rounds) {
      Instant begin = START.plusSeconds(round.number());
      assertThat(Duration.between(begin, round.at()).toNanos() / 1_000)
          .isEqualTo(round.offsetMicros())
          .isBetween(0L, 999_999L);
    }
    double mean = watch.rounds.stream().mapToLong(Round::offsetMicros).average().orElseThrow();
    assertThat(mean).isBetween(460_000.0, 540_000.0);
  }

  @Test
  void sessionsAreAskedAgainWhoTheyAre() throws Exception {
    run(100);
    assertThat(log)
        .startsWith("open", "verify")
        .endsWith("close")
        .filteredOn("verify"::equals)
        .hasSize(3);
  }

  @Test
  void looksThatTakeLongBecomeRarer() throws Exception {
    watch.takes = Duration.ofMillis(500);
    run(100);
    assertThat(watch.rounds).as("a tenth of the time at most").hasSize(20);
    RoundLoop.Taken taken = last.take();
    assertThat(figure(taken, Figure.ROUNDS)).isEqualTo(20);
    assertThat(figure(taken, Figure.SPAN_MICROS))
        .as("each stands for its whole interval of five seconds")
        .isEqualTo(96_000_000);
    assertThat(figure(taken, Figure.GAP_MICROS_MAX)).isBetween(5_000_000L, 10_000_000L);
    assertThat(watch.rounds.subList(1, 20))
        .allSatisfy(round -> assertThat(round.intervalMicros()).isEqualTo(5_000_000))
        .anySatisfy(round -> assertThat(round.offsetMicros()).isGreaterThan(3_000_000));
  }

  @Test
  void aServerThatRefusesIsLeftAloneForAWhileAndThenAskedAgain() throws Exception {
    refused = true;
    clock.onTime(START.plusSeconds(12), () -> refused = false);
    RoundLoop loop = run(20);
    assertThat(log).containsExactly("refused", "refused", "refused", "open", "close");
    assertThat(watch.rounds)
        .isNotEmpty()
        .allSatisfy(round -> assertThat(round.at()).isAfter(START.plusSeconds(12)));
    RoundLoop.Taken taken = loop.take();
    assertThat(taken.problems()).containsEntry(SamplingRounds.Subject.STATEMENTS, "nobody there");
    assertThat(figure(taken, Figure.FAILED_ROUNDS) + figure(taken, Figure.ROUNDS)).isEqualTo(20);
  }

  @Test
  void whoLooksRarelyMissesFewLooks() throws Exception {
    refused = true;
    watch.every = 5;
    assertThat(figure(run(20).take(), Figure.FAILED_ROUNDS)).isEqualTo(4);
  }

  @Test
  void aServerThatRefusesTheAccountIsLeftAloneForLonger() throws Exception {
    refused = true;
    problem = ServerProblem.ACCESS_DENIED;
    run(100);
    assertThat(log).containsOnly("refused").hasSize(4);
  }

  @Test
  void aQuestionThatFailsTakesNoOtherWithIt() throws Exception {
    FakeWatch other = new FakeWatch();
    other.subject = SamplingRounds.Subject.LOCK_WAITS;
    watch.failure = new ServerException(ServerProblem.MISSING_GRANT, "no grant");
    RoundLoop loop = loop(List.of(watch, other));
    loop.run(START.plusSeconds(50));
    assertThat(other.rounds).hasSize(50);
    assertThat(watch.rounds).as("asked again with the next session").hasSize(2);
    RoundLoop.Taken taken = loop.take();
    assertThat(taken.problems())
        .containsOnlyKeys(SamplingRounds.Subject.STATEMENTS)
        .containsValue("no grant");
    assertThat(figure(taken, watch, Figure.FAILED_ROUNDS)).as("also in a pause").isEqualTo(50);
    assertThat(figure(taken, other, Figure.ROUNDS)).isEqualTo(50);
    assertThat(figure(taken, other, Figure.FAILED_ROUNDS)).isZero();
  }

  @Test
  void aSessionThatFailsTakesTheLooksBehindWithIt() throws Exception {
    FakeWatch other = new FakeWatch();
    other.subject = SamplingRounds.Subject.LOCK_WAITS;
    watch.failure = new ServerException(ServerProblem.CUT, "cut");
    RoundLoop loop = loop(List.of(watch, other));
    loop.run(START.plusSeconds(50));
    RoundLoop.Taken taken = loop.take();
    assertThat(other.rounds).hasSizeLessThan(50);
    assertThat(figure(taken, watch, Figure.FAILED_ROUNDS)).isEqualTo(50);
    assertThat(figure(taken, other, Figure.ROUNDS) + figure(taken, other, Figure.FAILED_ROUNDS))
        .isEqualTo(50);
  }

  @Test
  void aWatchThatMakesNoSenseOfAnAnswerLooksAgain() throws Exception {
    FakeWatch other = new FakeWatch();
    other.subject = SamplingRounds.Subject.LOCK_WAITS;
    watch.mistakes = 1;
    RoundLoop loop = loop(List.of(watch, other));
    loop.run(START.plusSeconds(50));
    RoundLoop.Taken taken = loop.take();
    assertThat(other.rounds).hasSize(50);
    assertThat(watch.rounds).as("again after a pause").hasSizeBetween(19, 21);
    assertThat(taken.problems())
        .containsOnlyKeys(SamplingRounds.Subject.STATEMENTS)
        .containsValue("a look failed: java.lang.IllegalStateException: no sense");
    assertThat(figure(taken, watch, Figure.ROUNDS) + figure(taken, watch, Figure.FAILED_ROUNDS))
        .isEqualTo(50);
  }

  @Test
  void itEndsWhereItWaits() throws Exception {
    RoundLoop loop = loop(List.of(watch));
    clock.onTime(START.plusSeconds(5), loop::stop);
    loop.run(START.plusSeconds(1_000));
    assertThat(watch.rounds).hasSizeBetween(4, 6);
    assertThat(log).endsWith("close");
  }

  private RoundLoop run(int seconds) throws InterruptedException {
    last = loop(List.of(watch));
    last.run(START.plusSeconds(seconds));
    return last;
  }

  private static long figure(RoundLoop.Taken taken, Figure figure) {
    ObservationTable<SamplingRounds.Key, Figure> rounds = taken.watched().build().rounds();
    return rounds.value(0, figure);
  }

  private static long figure(RoundLoop.Taken taken, Watch of, Figure figure) {
    ObservationTable<SamplingRounds.Key, Figure> rounds = taken.watched().build().rounds();
    return rounds.value(rounds.rowOf(of.key()), figure);
  }

  private RoundLoop loop(List<Watch> watches) {
    return new RoundLoop(new FakeSessions(), watches, TIMING, clock, new Random(3));
  }

  private final class FakeSessions implements QuerySessions {

    @Override
    public QuerySession session() throws ServerException {
      if (refused) {
        log.add("refused");
        throw new ServerException(problem, "nobody there");
      }
      log.add("open");
      return new Nobody();
    }

    @Override
    public void close() {
      log.add("closed all");
    }
  }

  /** Time that passes only where somebody waits or works. */
  private static final class FakeClock implements RoundClock {

    private Instant now = START;
    private Instant due = Instant.MAX;
    private Runnable event = () -> {};

    void onTime(Instant time, Runnable what) {
      due = time;
      event = what;
    }

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public boolean await(CountDownLatch stopped, Duration time) {
      pass(time);
      return stopped.getCount() == 0;
    }

    void pass(Duration time) {
      now = now.plus(time);
      if (now.isAfter(due)) {
        due = Instant.MAX;
        event.run();
      }
    }
  }

  private final class FakeWatch implements Watch {

    private final List<Round> rounds = new ArrayList<>();
    private SamplingRounds.Subject subject = SamplingRounds.Subject.STATEMENTS;
    private Duration takes = Duration.ZERO;
    private ServerException failure;
    private int mistakes;
    private int every = 1;

    @Override
    public int every() {
      return every;
    }

    @Override
    public SamplingRounds.Subject subject() {
      return subject;
    }

    @Override
    public String estimator() {
      return "test";
    }

    @Override
    public List<String> tables() {
      return List.of();
    }

    @Override
    public void look(ServerQueries server, Round round, Watched watched) throws ServerException {
      rounds.add(round);
      clock.pass(takes);
      if (failure != null) {
        throw failure;
      }
      if (mistakes > 0) {
        mistakes--;
        throw new IllegalStateException("no sense");
      }
    }

    @Override
    public void forget() {}
  }

  private final class Nobody implements QuerySession {

    @Override
    public void verify() {
      log.add("verify");
    }

    @Override
    public void close() {
      log.add("close");
    }

    @Override
    public ServerIdentity identity() {
      return new ServerIdentity(ServerProduct.MYSQL, "9.7", "a", START, false);
    }

    @Override
    public Columns columns() {
      return new Columns(List.of());
    }

    @Override
    public Instant serverTime() {
      return START;
    }

    @Override
    public <T> T ask(Query<T> query) throws ServerException {
      throw new ServerException(ServerProblem.OTHER, "nobody");
    }
  }
}
