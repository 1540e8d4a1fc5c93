package dev.watershed.collector.server.metadatalock;

import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerProblem;
import dev.watershed.collector.server.ServerQueries;
import dev.watershed.collector.server.rounds.Ongoing;
import dev.watershed.collector.server.rounds.Round;
import dev.watershed.collector.server.rounds.Watch;
import dev.watershed.collector.server.rounds.Watched;
import dev.watershed.collector.server.running.SessionColumns;
import dev.watershed.collector.server.running.SessionResolver;
import dev.watershed.workload.observation.MetadataLocks;
import dev.watershed.workload.observation.ObservationRows;
import dev.watershed.workload.observation.SamplingRounds;
import dev.watershed.workload.observation.WaitFigure;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Samples of who waits for whose metadata locks. */
public final class MetadataLockWatch implements Watch {

  private final SessionResolver resolver;
  private final Ongoing<Pair> ongoing = new Ongoing<>();
  private final Map<Waiter, Instant> since = new HashMap<>();
  private boolean checked;

  private record Waiter(long thread, long statementNumber) {}

  private record Pair(Waiter waiter, long blocking) {}

  public MetadataLockWatch(SessionResolver resolver) {
    this.resolver = resolver;
  }

  @Override
  public SamplingRounds.Subject subject() {
    return SamplingRounds.Subject.METADATA_LOCKS;
  }

  @Override
  public String estimator() {
    return "time waited, one look per interval at a random moment, shared by the blockers";
  }

  @Override
  public List<String> tables() {
    List<String> tables = new ArrayList<>(SessionColumns.TABLES);
    tables.add(MetadataLockQuery.TABLE);
    return tables;
  }

  @Override
  public void look(ServerQueries server, Round round, Watched watched) throws ServerException {
    check(server);
    SessionColumns source = SessionColumns.of(server.identity().product());
    List<MetadataLock> locks = server.ask(MetadataLockQuery.of(source));
    watched.bound(this, locks.size());
    Map<MetadataLock, List<MetadataLock>> blockers = Blockers.of(locks);
    blockers.forEach(
        (waiting, blocking) -> {
          Waiter waiter = waiter(waiting);
          since.putIfAbsent(waiter, round.at());
          for (MetadataLock blocker : blocking) {
            add(waiting, blocker, round, blocking.size(), watched);
          }
        });
    since.keySet().retainAll(blockers.keySet().stream().map(MetadataLockWatch::waiter).toList());
    ongoing.endLook();
  }

  private void add(
      MetadataLock waiting, MetadataLock blocker, Round round, int blockers, Watched watched) {
    SessionResolver.Resolved wants = resolver.resolve(waiting.session());
    SessionResolver.Resolved holds = resolver.resolve(blocker.session());
    MetadataLocks.Key key =
        new MetadataLocks.Key(
            waiting.on().type(),
            waiting.on().schema(),
            waiting.on().name(),
            waiting.lockType(),
            watched.digest(wants.statement()),
            wants.origin(),
            watched.digest(holds.statement()),
            holds.origin());
    Waiter waiter = waiter(waiting);
    Pair pair = new Pair(waiter, blocker.thread());
    ObservationRows<MetadataLocks.Key, WaitFigure> rows = watched.observations().metadataLocks();
    rows.add(key, WaitFigure.SAMPLES, 1);
    rows.add(key, WaitFigure.WAITS, ongoing.begins(pair) ? 1 : 0);
    rows.add(key, WaitFigure.WAITED_MICROS, round.intervalMicros() / blockers);
    rows.add(
        key, WaitFigure.WAIT_MICROS_MAX, ChronoUnit.MICROS.between(since.get(waiter), round.at()));
    rows.add(key, WaitFigure.BLOCKER_IDLE_SAMPLES, blocker.session().idle() ? 1 : 0);
    rows.add(
        key, WaitFigure.LAST_SEEN_MICROS, ChronoUnit.MICROS.between(Instant.EPOCH, round.at()));
  }

  private static Waiter waiter(MetadataLock lock) {
    return new Waiter(lock.thread(), lock.session().statementNumber());
  }

  private void check(ServerQueries server) throws ServerException {
    if (checked) {
      return;
    }
    if (!server.columns().has(MetadataLockQuery.TABLE)) {
      throw new ServerException(
          ServerProblem.MISSING_GRANT,
          "metadata locks are not shown; GRANT SELECT ON performance_schema.* to the account");
    }
    if (!server.ask(MetadataLockQuery.INSTRUMENT)) {
      throw new ServerException(
          ServerProblem.SWITCHED_OFF,
          "it does not note metadata locks; UPDATE performance_schema.setup_instruments SET ENABLED"
              + " = 'YES' WHERE NAME = 'wait/lock/metadata/sql/mdl'");
    }
    checked = true;
  }

  @Override
  public void forget() {
    ongoing.forget();
    since.clear();
    checked = false;
  }
}
