package dev.watershed.collector.server.slowlog;

import dev.watershed.collector.follow.FollowReport;
import dev.watershed.collector.follow.Follower;
import dev.watershed.collector.follow.WindowSink;
import dev.watershed.collector.server.Counted;
import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.QuerySessions;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerProblem;
import dev.watershed.collector.slowlog.LoggedStatement;
import dev.watershed.collector.slowlog.SlowLogOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Follows the slow log that a server keeps in a table: looks what was written since the last time,
 * and puts a window in place for every time slot that is over. What was read of the slot at hand
 * stays in memory until {@link #seal}; if the process ends before, it is read again. Not
 * thread-safe.
 */
public final class TableFollower implements Follower {

  private static final int ATTEMPTS = 4;

  /** How long after its end a slot is kept open for what the server has not written yet. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final QuerySessions sessions;
  private final SlowLogOptions configured;
  private final RowsQuery.Limits limits;
  private final String server;
  private final ReadTables tables;
  private final TableSealer sealer;
  private TableReading reading;

  private TableFollower(
      String server,
      QuerySessions sessions,
      SlowLogOptions configured,
      RowsQuery.Limits limits,
      ReadTables tables,
      TableSealer sealer)
      throws IOException {
    this.server = server;
    this.tables = tables;
    this.sessions = sessions;
    this.configured = configured;
    this.limits = limits;
    this.sealer = sealer;
    this.reading = new TableReading(sealer, configured);
    tell();
  }

  /**
   * A follower that goes on behind the last window in the sink. Nothing is asked of the server yet.
   *
   * @param server its name
   * @param sessions the follower closes them with itself
   * @param options how statements are read; what they leave open of the log, the server says
   * @param tables which the followers of all names share
   */
  public static TableFollower open(
      String server,
      QuerySessions sessions,
      SlowLogOptions options,
      ReadTables tables,
      WindowSink sink)
      throws IOException {
    return open(server, sessions, options, RowsQuery.Limits.standard(), tables, sink);
  }

  static TableFollower open(
      String server,
      QuerySessions sessions,
      SlowLogOptions options,
      RowsQuery.Limits limits,
      ReadTables tables,
      WindowSink sink)
      throws IOException {
    return new TableFollower(
        server, sessions, options, limits, tables, TableSealer.open(server, sink));
  }

  /**
   * Which server's table a name has read last, and until when by its clock, as its last window
   * says; empty if it has read none, or the window cannot be continued.
   */
  public static Optional<Counted> lastRead(String server, WindowSink sink) throws IOException {
    return ReadTables.last(server, sink)
        .map(cursor -> new Counted(cursor.process().server(), cursor.lastEnd()));
  }

  /** The tables whose columns the sessions have to know. */
  public static List<String> tables() {
    return List.of(RowsQuery.TABLE, RowsQuery.BACKUP);
  }

  @Override
  public FollowReport look(boolean ended, BooleanSupplier stopped) throws IOException {
    long windows = sealer.windows();
    long events = sealer.events();
    List<String> notes = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    try {
      ask(stopped, notes, failures);
    } catch (IOException e) {
      goBack();
      throw e;
    } finally {
      tell();
    }
    return new FollowReport(sealer.windows() - windows, sealer.events() - events, notes, failures);
  }

  private void ask(BooleanSupplier stopped, List<String> notes, List<String> failures)
      throws IOException {
    try (QuerySession session = sessions.session()) {
      look(session, stopped, notes, failures);
    } catch (ServerException e) {
      if (e.problem() == ServerProblem.DUPLICATE) {
        leaveServer();
      }
      failures.add(RowsQuery.TABLE + ": " + message(e));
    }
  }

  /** Another name may go on with the server before: what was read of it has to be in place. */
  private void leaveServer() throws IOException {
    reading.seal(false);
    tell();
  }

  /** Tells the other names how far this one is. */
  private void tell() {
    tables.leave(server, reading.positions(), reading.held());
  }

  private static String message(ServerException e) {
    return switch (e.problem()) {
      case MISSING_GRANT ->
          "the account may not read it; on the server: GRANT SELECT ON "
              + RowsQuery.TABLE
              + " TO the account";
      case TIME_LIMIT ->
          "it is too long to be read in time, as it has no index; empty it (TRUNCATE) or rename it"
              + " more often";
      default -> String.valueOf(e.getMessage());
    };
  }

  private void look(
      QuerySession session, BooleanSupplier stopped, List<String> notes, List<String> failures)
      throws ServerException, IOException {
    if (!session.columns().has(RowsQuery.TABLE)) {
      throw new ServerException(ServerProblem.MISSING_GRANT, RowsQuery.TABLE);
    }
    LogSettings settings = session.ask(LogSettings.query(session.identity().product()));
    settings.lack().ifPresent(failures::add);
    prepare(settings.over(configured));
    if (reading.otherServer(session.identity())) {
      leaveServer();
      notes.add("another server answers than before; its slow log is followed from now on");
    }
    Optional<List<TablePositions>> others = tables.enter(server, session.identity().id());
    if (others.isEmpty()) {
      notes.add("another name still reads its slow log; the next look goes on behind that");
      return;
    }
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (readSteps(session, others.get(), stopped, notes)) {
        return;
      }
    }
    failures.add(
        RowsQuery.TABLE
            + ": the row that was read last is not at its place any more; was the table repaired?"
            + " TRUNCATE it, so that it is read anew");
  }

  /** Other settings hold for what comes from now on, in a window of its own. */
  private void prepare(SlowLogOptions options) throws IOException {
    if (!options.equals(reading.options())) {
      reading.seal(false);
      reading = new TableReading(sealer, options);
    }
  }

  /** Whether all steps could be read; otherwise a table was emptied or renamed in between. */
  private boolean readSteps(
      QuerySession session,
      List<TablePositions> others,
      BooleanSupplier stopped,
      List<String> notes)
      throws ServerException, IOException {
    for (TablePlan.Step step : plan(session, others).steps()) {
      if (stopped.getAsBoolean()) {
        return true;
      }
      if (!readStep(session, step, stopped)) {
        return false;
      }
      if (step.possibleGap()) {
        notes.add(
            step.table()
                + " was emptied since the last look; what was written to it in between is lost. Look"
                + " more often, or rename it to "
                + RowsQuery.BACKUP
                + " to lose nothing");
      }
    }
    return true;
  }

  private TablePlan plan(QuerySession session, List<TablePositions> others) throws ServerException {
    Optional<LoggedStatement> backup =
        session.columns().has(RowsQuery.BACKUP)
            ? first(session, RowsQuery.BACKUP)
            : Optional.empty();
    return TablePlan.of(
        session.identity().id(),
        new KnownTables(reading.positions(), others),
        first(session, RowsQuery.TABLE),
        backup,
        reading.lastMicros(session.identity()));
  }

  private Optional<LoggedStatement> first(QuerySession session, String table)
      throws ServerException {
    return rows(session, table, 0, new RowsQuery.Limits(1, limits.textBytes()))
        .statements()
        .stream()
        .findFirst();
  }

  private static RowsQuery.Rows rows(
      QuerySession session, String table, long from, RowsQuery.Limits most) throws ServerException {
    return session.ask(
        RowsQuery.of(table, session.columns(), session.identity().product(), from, most));
  }

  private boolean readStep(QuerySession session, TablePlan.Step step, BooleanSupplier stopped)
      throws ServerException, IOException {
    TablePosition position = step.position();
    boolean entered = false;
    while (true) {
      RowsQuery.Rows rows = rows(session, step.table(), position.from(), limits);
      List<LoggedStatement> statements = rows.statements();
      if (statements.isEmpty() || !position.matches(statements.get(0))) {
        return false;
      }
      session.verify();
      if (!entered) {
        reading.enter(step);
        entered = true;
      }
      for (LoggedStatement row :
          statements.subList(position.rows() == 0 ? 0 : 1, statements.size())) {
        reading.take(row, session.identity());
      }
      position = reading.positions().current();
      boolean writtenTo = step.table().equals(RowsQuery.TABLE);
      if (!rows.more() || writtenTo && caughtUp(session, statements) || stopped.getAsBoolean()) {
        return true;
      }
    }
  }

  /** Reading writes to the log as well: what came since the look began is for the next one. */
  private static boolean caughtUp(QuerySession session, List<LoggedStatement> statements) {
    LoggedStatement last = statements.get(statements.size() - 1);
    Instant ended = Instant.EPOCH.plus(last.endMicros(), ChronoUnit.MICROS);
    return ended.isAfter(session.serverTime());
  }

  /** Forgets what is not in place. */
  private void goBack() throws IOException {
    reading = new TableReading(sealer, reading.options());
  }

  @Override
  public FollowReport sealIfOver(Instant now) throws IOException {
    Instant overSince = reading.slotEnd().orElse(now).plus(PATIENCE);
    return overSince.isBefore(now) ? seal() : FollowReport.NOTHING;
  }

  @Override
  public FollowReport seal() throws IOException {
    long events = sealer.events();
    try {
      return reading.seal(false)
          ? new FollowReport(1, sealer.events() - events, List.of(), List.of())
          : FollowReport.NOTHING;
    } catch (IOException e) {
      goBack();
      throw e;
    } finally {
      tell();
    }
  }

  @Override
  public void close() {
    // What is not in place is read again, by whoever comes first.
    TablePositions inPlace =
        sealer.cursor().map(TableCursor::positions).orElse(TablePositions.NONE);
    tables.leave(server, inPlace, Optional.empty());
    sessions.close();
  }
}
