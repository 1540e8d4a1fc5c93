package dev.watershed.collector.server.running;

import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerProblem;
import dev.watershed.collector.server.ServerQueries;
import dev.watershed.collector.server.rounds.Round;
import dev.watershed.collector.server.rounds.Watch;
import dev.watershed.collector.server.rounds.Watched;
import dev.watershed.workload.observation.Attribution;
import dev.watershed.workload.observation.Attribution.Figure;
import dev.watershed.workload.observation.ObservationRows;
import dev.watershed.workload.observation.SamplingRounds;
import java.util.ArrayList;
import java.util.List;

/** Samples of the statements that run: which origins spend the time of which statements. */
public final class AttributionWatch implements Watch {

  private final SessionResolver resolver;
  private final SeenExecutions seen = new SeenExecutions();
  private boolean checked;

  public AttributionWatch(SessionResolver resolver) {
    this.resolver = resolver;
  }

  @Override
  public SamplingRounds.Subject subject() {
    return SamplingRounds.Subject.STATEMENTS;
  }

  @Override
  public String estimator() {
    return "time share, one look per interval at a random moment";
  }

  @Override
  public List<String> tables() {
    List<String> tables = new ArrayList<>(SessionColumns.TABLES);
    tables.add("performance_schema.setup_consumers");
    return tables;
  }

  @Override
  public void look(ServerQueries server, Round round, Watched watched) throws ServerException {
    SessionColumns source = SessionColumns.of(server.identity().product());
    check(server, source);
    List<RunningStatement> statements = server.ask(RunningQuery.of(source));
    ObservationRows<SamplingRounds.Key, SamplingRounds.Figure> rounds =
        watched.observations().rounds();
    watched.bound(this, statements.size());
    for (RunningStatement statement : statements) {
      SessionResolver.Resolved resolved = resolver.resolve(statement.session());
      if (resolved.cut()) {
        rounds.add(key(), SamplingRounds.Figure.CUT_TEXTS, 1);
      }
      add(statement, resolved, round, watched);
    }
    seen.endLook();
  }

  private void add(
      RunningStatement statement, SessionResolver.Resolved resolved, Round round, Watched watched) {
    SeenExecutions.Sample sample =
        seen.see(
            new SeenExecutions.Execution(statement.thread(), statement.session().statementNumber()),
            round,
            statement.elapsedMicros());
    Attribution.Key key =
        new Attribution.Key(watched.digest(resolved.statement()), resolved.origin());
    ObservationRows<Attribution.Key, Figure> rows = watched.observations().attribution();
    rows.add(key, Figure.SAMPLES, 1);
    rows.add(key, Figure.EXECUTIONS, sample.first() ? 1 : 0);
    rows.add(key, Figure.SAMPLED_MICROS, round.intervalMicros());
    rows.add(key, Figure.ELAPSED_MICROS, statement.elapsedMicros());
    rows.add(key, Figure.COUNT_VARIANCE_MILLIONTHS, sample.varianceMillionths());
  }

  /** Once for a session: a server that keeps no current statements looks like an idle one. */
  private void check(ServerQueries server, SessionColumns source) throws ServerException {
    if (checked) {
      return;
    }
    if (source == SessionColumns.EVENTS && !server.columns().has(SessionColumns.CURRENT)) {
      throw new ServerException(
          ServerProblem.MISSING_GRANT,
          "the statements that run are not shown; GRANT SELECT ON performance_schema.* to the"
              + " account");
    }
    if (source == SessionColumns.EVENTS && !server.ask(RunningQuery.CONSUMER)) {
      throw new ServerException(
          ServerProblem.SWITCHED_OFF,
          "it does not keep the statements that run, so that none can be attributed to its origin;"
              + " UPDATE performance_schema.setup_consumers SET ENABLED = 'YES' WHERE NAME ="
              + " 'events_statements_current'");
    }
    checked = true;
  }

  @Override
  public void forget() {
    checked = false;
    seen.forget();
  }
}
