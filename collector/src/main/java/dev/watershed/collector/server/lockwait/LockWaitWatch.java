package dev.watershed.collector.server.lockwait;

import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerProblem;
import dev.watershed.collector.server.ServerQueries;
import dev.watershed.collector.server.rounds.Ongoing;
import dev.watershed.collector.server.rounds.Round;
import dev.watershed.collector.server.rounds.Watch;
import dev.watershed.collector.server.rounds.Watched;
import dev.watershed.collector.server.running.SessionColumns;
import dev.watershed.collector.server.running.SessionResolver;
import dev.watershed.workload.observation.LockWaits;
import dev.watershed.workload.observation.ObservationRows;
import dev.watershed.workload.observation.SamplingRounds;
import dev.watershed.workload.observation.WaitFigure;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Samples of who waits for whose row locks. */
public final class LockWaitWatch implements Watch {

  private static final int MOST_SPACES = 10_000;

  private final SessionResolver resolver;
  private final Ongoing<Pair> ongoing = new Ongoing<>();
  private final Map<Long, LockedTable> tables = new HashMap<>();

  /** A session that waits, with one of its statements, for another one. */
  private record Pair(long waiting, long statementNumber, long blocking) {
    static Pair of(LockWait wait) {
      return new Pair(
          wait.waitingThread(), wait.waiting().statementNumber(), wait.blockingThread());
    }
  }

  public LockWaitWatch(SessionResolver resolver) {
    this.resolver = resolver;
  }

  @Override
  public SamplingRounds.Subject subject() {
    return SamplingRounds.Subject.LOCK_WAITS;
  }

  @Override
  public String estimator() {
    return "time waited, one look per interval at a random moment, shared by the blockers";
  }

  @Override
  public List<String> tables() {
    List<String> tables = new ArrayList<>(SessionColumns.TABLES);
    tables.add(LockWaitQueries.DATA_LOCK_WAITS);
    tables.add(LockWaitQueries.INNODB_LOCK_WAITS);
    tables.add(LockWaitQueries.TABLESPACES);
    return tables;
  }

  @Override
  public void look(ServerQueries server, Round round, Watched watched) throws ServerException {
    SessionColumns source = SessionColumns.of(server.identity().product());
    Optional<Query<List<LockWait>>> query = LockWaitQueries.waits(server.columns(), source);
    if (query.isEmpty()) {
      throw new ServerException(
          ServerProblem.MISSING_GRANT,
          "who waits for row locks is not shown; GRANT SELECT ON performance_schema.* and PROCESS"
              + " ON *.* to the account");
    }
    List<LockWait> rows = server.ask(query.get());
    watched.bound(this, rows.size());
    Collection<LockWait> waits = pairs(rows);
    Map<Long, Long> blockers =
        waits.stream()
            .collect(Collectors.groupingBy(LockWait::waitingThread, Collectors.counting()));
    for (LockWait wait : waits) {
      long share = round.intervalMicros() / blockers.get(wait.waitingThread());
      add(wait, table(server, wait), share, round.at(), watched);
    }
    ongoing.endLook();
  }

  /** One for each session that is waited for: it is named once for each of its locks in the way. */
  private static Collection<LockWait> pairs(List<LockWait> rows) {
    Map<Pair, LockWait> pairs = new LinkedHashMap<>();
    rows.forEach(row -> pairs.putIfAbsent(Pair.of(row), row));
    return pairs.values();
  }

  private void add(LockWait wait, LockedTable table, long share, Instant at, Watched watched) {
    SessionResolver.Resolved waiting = resolver.resolve(wait.waiting());
    SessionResolver.Resolved blocking = resolver.resolve(wait.blocking());
    LockWaits.Key key =
        new LockWaits.Key(
            table.schema(),
            table.table(),
            wait.index().orElse(""),
            watched.digest(waiting.statement()),
            waiting.origin(),
            watched.digest(blocking.statement()),
            blocking.origin());
    ObservationRows<LockWaits.Key, WaitFigure> rows = watched.observations().lockWaits();
    rows.add(key, WaitFigure.SAMPLES, 1);
    rows.add(key, WaitFigure.WAITS, ongoing.begins(Pair.of(wait)) ? 1 : 0);
    rows.add(key, WaitFigure.WAITED_MICROS, share);
    wait.ageMicros().ifPresent(age -> rows.add(key, WaitFigure.WAIT_MICROS_MAX, age));
    rows.add(key, WaitFigure.BLOCKER_IDLE_SAMPLES, wait.blocking().idle() ? 1 : 0);
    rows.add(key, WaitFigure.LAST_SEEN_MICROS, ChronoUnit.MICROS.between(Instant.EPOCH, at));
  }

  private LockedTable table(ServerQueries server, LockWait wait) throws ServerException {
    Optional<LockedTable> named = wait.table().flatMap(LockedTable::ofQuoted);
    OptionalLong space = wait.lockId().map(LockedTable::space).orElse(OptionalLong.empty());
    if (named.isPresent() || space.isEmpty()) {
      return named.orElse(LockedTable.UNKNOWN);
    }
    LockedTable known = tables.get(space.getAsLong());
    if (known != null) {
      return known;
    }
    LockedTable found = LockedTable.UNKNOWN;
    if (server.columns().has(LockWaitQueries.TABLESPACES, "SPACE")) {
      found =
          server
              .ask(LockWaitQueries.tablespace(space.getAsLong()))
              .flatMap(LockedTable::ofFile)
              .orElse(LockedTable.UNKNOWN);
    }
    if (tables.size() < MOST_SPACES) {
      tables.put(space.getAsLong(), found);
    }
    return found;
  }

  @Override
  public void forget() {
    ongoing.forget();
    tables.clear();
  }
}
