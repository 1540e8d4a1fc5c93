package dev.watershed.collector.server.rounds;

import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.QuerySessions;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerProblem;
import dev.watershed.workload.observation.ObservationRows;
import dev.watershed.workload.observation.SamplingRounds;
import dev.watershed.workload.observation.SamplingRounds.Figure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;

/**
 * Takes looks until it is stopped. {@link #run} belongs to one thread; {@link #take} and {@link
 * #stop} may be called by others.
 */
public final class RoundLoop {

  private final QuerySessions sessions;
  private final List<Watch> watches;
  private final RoundTiming timing;
  private final RoundClock clock;
  private final RandomGenerator random;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Map<SamplingRounds.Subject, Instant> lastLooks =
      new EnumMap<>(SamplingRounds.Subject.class);
  private final Map<SamplingRounds.Subject, Instant> pauses =
      new EnumMap<>(SamplingRounds.Subject.class);

  private Optional<QuerySession> session = Optional.empty();
  private Instant sessionUntil = Instant.MIN;
  private Taken taken = new Taken();

  public RoundLoop(
      QuerySessions sessions,
      List<Watch> watches,
      RoundTiming timing,
      RoundClock clock,
      RandomGenerator random) {
    this.sessions = sessions;
    this.watches = List.copyOf(watches);
    this.timing = timing;
    this.clock = clock;
    this.random = random;
  }

  /** What was seen, and what went wrong, since it was asked for the last time. */
  public static final class Taken {

    private final Watched watched = new Watched();
    private final Map<SamplingRounds.Subject, String> problems =
        new EnumMap<>(SamplingRounds.Subject.class);

    /** What was seen. */
    public Watched watched() {
      return watched;
    }

    /** What failed last, by what was looked at. */
    public Map<SamplingRounds.Subject, String> problems() {
      return Map.copyOf(problems);
    }
  }

  /** Hands over what was seen since the last time. */
  public synchronized Taken take() {
    Taken all = taken;
    taken = new Taken();
    return all;
  }

  /** Ends the loop: at once where it waits, else after the query at hand. */
  public void stop() {
    stopped.countDown();
  }

  /** Looks until a time, or until it is stopped. Closes its session in the end. */
  public void run(Instant until) throws InterruptedException {
    try {
      loop(until);
    } finally {
      closeSession();
    }
  }

  private void loop(Instant until) throws InterruptedException {
    Instant start = clock.now();
    long intervalNanos = timing.interval().toNanos();
    long interval = 0;
    long number = 0;
    long length = 1;
    while (true) {
      Instant begin = start.plusNanos(interval * intervalNanos);
      long nanos = length * intervalNanos;
      long offset = random.nextLong(nanos);
      if (!begin.plusNanos(nanos).isBefore(until.plusNanos(1)) || sleep(begin, offset)) {
        return;
      }
      Optional<QuerySession> open = session(clock.now());
      Instant now = clock.now();
      long passed = begin.until(now, ChronoUnit.NANOS);
      if (open.isEmpty() || passed >= nanos) {
        // Too late for this interval; a look at its end would not be one by chance.
        long lost = Math.max(length, passed / intervalNanos);
        missed(number, lost);
        interval += lost + (passed >= nanos ? 1 : 0);
        number += lost + 1;
        continue;
      }
      look(open.get(), new Round(number, now, nanos / 1_000, passed / 1_000));
      long took = now.until(clock.now(), ChronoUnit.NANOS);
      interval += length;
      number++;
      length = Math.max(1, (long) Math.ceil(took / (timing.mostShare() * intervalNanos)));
    }
  }

  private boolean sleep(Instant begin, long offset) throws InterruptedException {
    Duration time = Duration.between(clock.now(), begin.plusNanos(offset));
    return time.isNegative()
        ? stopped.getCount() == 0
        : clock.await(stopped, time) || stopped.getCount() == 0;
  }

  /** Looks that are not taken, in a pause or behind a failure of the session, failed as well. */
  private void look(QuerySession open, Round round) {
    boolean usable = true;
    for (Watch watch : watches) {
      if (round.number() % watch.every() != 0) {
        continue;
      }
      Instant pause = pauses.getOrDefault(watch.subject(), Instant.MIN);
      if (!usable || round.at().isBefore(pause)) {
        failed(1, List.of(watch), "");
      } else {
        usable = look(watch, open, round);
      }
    }
  }

  /** Says whether the session is of use to others afterwards. */
  private boolean look(Watch watch, QuerySession open, Round round) {
    try {
      Watched seen = new Watched();
      watch.look(open, round, seen);
      add(watch, round, seen);
      return true;
    } catch (ServerException e) {
      pause(watch, round, e.getMessage());
      if (e.problem().ofOneQuestion()) {
        return true;
      }
      closeSession();
      sessionUntil = round.at().plus(timing.afterFailure());
      return false;
    } catch (RuntimeException e) {
      // What one watch cannot make sense of ends neither it nor the others.
      pause(watch, round, "a look failed: " + e);
      return true;
    }
  }

  private void pause(Watch watch, Round round, String problem) {
    pauses.put(watch.subject(), round.at().plus(timing.session()));
    watch.forget();
    failed(1, List.of(watch), problem);
  }

  /** The session; none while a server that failed is left alone. */
  private Optional<QuerySession> session(Instant now) {
    if (now.isBefore(sessionUntil)) {
      return session;
    }
    try {
      if (session.isPresent()) {
        session.get().verify();
      } else {
        session = Optional.of(sessions.session());
        watches.forEach(Watch::forget);
      }
      sessionUntil = now.plus(timing.session());
    } catch (ServerException e) {
      closeSession();
      sessionUntil = now.plus(pauseAfter(e));
      failed(0, watches, e.getMessage());
    }
    return session;
  }

  /** An account that is refused too often gets locked. */
  private Duration pauseAfter(ServerException failure) {
    return failure.problem() == ServerProblem.ACCESS_DENIED
        ? timing.session()
        : timing.afterFailure();
  }

  private void closeSession() {
    if (session.isPresent()) {
      try {
        session.get().close();
      } catch (ServerException e) {
        failed(0, watches, e.getMessage());
      }
      session = Optional.empty();
    }
  }

  private synchronized void add(Watch watch, Round round, Watched seen) {
    long span = round.intervalMicros() * watch.every();
    Instant last = lastLooks.getOrDefault(watch.subject(), round.at());
    lastLooks.put(watch.subject(), round.at());
    ObservationRows<SamplingRounds.Key, Figure> rounds = seen.observations().rounds();
    SamplingRounds.Key key = watch.key();
    rounds.add(key, Figure.ROUNDS, 1);
    rounds.add(key, Figure.SPAN_MICROS, span);
    rounds.add(key, Figure.GAP_MICROS_MAX, last.until(round.at(), ChronoUnit.MICROS));
    taken.watched.merge(seen);
  }

  /** Intervals that nobody looked in, for those that would have looked then. */
  private synchronized void missed(long number, long intervals) {
    for (Watch watch : watches) {
      long rounds =
          Math.floorDiv(number + intervals - 1, watch.every())
              - Math.floorDiv(number - 1, watch.every());
      taken.watched.observations().rounds().add(watch.key(), Figure.FAILED_ROUNDS, rounds);
    }
  }

  private synchronized void failed(long rounds, List<Watch> those, String problem) {
    for (Watch watch : those) {
      taken.watched.observations().rounds().add(watch.key(), Figure.FAILED_ROUNDS, rounds);
      if (!problem.isEmpty()) {
        taken.problems.put(watch.subject(), problem);
      }
    }
  }
}
