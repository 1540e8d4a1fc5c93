package dev.watershed.collector.bundle;

import dev.watershed.collector.bundle.RecordedQuestions.Known;
import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.Question.Timing;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerIdentity;
import dev.watershed.collector.server.ServerIdentity.Continuity;
import dev.watershed.collector.server.ServerProblem;
import dev.watershed.collector.server.connection.IdentityQueries;
import dev.watershed.collector.server.connection.ServerFailures;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One connection of the script: answers what was asked then. */
final class RecordedSession implements QuerySession {

  private static final ServerFailures FAILURES = new ServerFailures("the script");

  private final RecordedServer server;
  private final RecordedPart part;
  private final Instant serverTime;
  private final ServerIdentity identity;
  private final ServerIdentity identityAfter;
  private final Map<String, Known> written;

  private RecordedSession(RecordedServer server, RecordedPart part) throws SQLException {
    this.server = server;
    this.part = part;
    this.written = WrittenQuestions.of(part);
    List<RecordedAnswer> asked = part.answers(RecordedServer.IDENTITY);
    if (asked.size() < 2) {
      throw new SQLException("the bundle does not say which server answered");
    }
    IdentityQueries.Answer first = server.identity(asked.get(0));
    IdentityQueries.Answer last = server.identity(asked.get(asked.size() - 1));
    this.serverTime = first.time();
    this.identity = IdentityQueries.identity(server.product(), first);
    this.identityAfter = IdentityQueries.identity(server.product(), last);
  }

  /**
   * The session of a part.
   *
   * @throws ServerException if there was no connection, or not to its end
   */
  static RecordedSession of(RecordedServer server, RecordedPart part) throws ServerException {
    if (part.failure().isPresent()) {
      throw new ServerException(
          ServerProblem.CUT, "the script had no answer: " + part.failure().get());
    }
    try {
      return new RecordedSession(server, part);
    } catch (SQLException e) {
      throw new ServerException(ServerProblem.CUT, FAILURES.asking(e).getMessage(), e);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw FAILURES.reading(e);
    }
  }

  @Override
  public ServerIdentity identity() {
    return identity;
  }

  @Override
  public Columns columns() {
    return server.columns();
  }

  @Override
  public Instant serverTime() {
    return serverTime;
  }

  @Override
  public <T> T ask(Query<T> query) throws ServerException {
    Optional<Known> whole =
        server.questions().of(query.sql()).or(() -> Optional.ofNullable(written.get(query.sql())));
    Optional<Query.Whole> wanted = whole.isPresent() ? Optional.empty() : query.whole();
    Known known =
        whole
            .or(() -> query.whole().flatMap(other -> server.questions().of(other.sql())))
            .orElseThrow(() -> unknown("does not tell: " + query.sql()));
    List<RecordedAnswer> answers = answers(known);
    if (answers.isEmpty() && known.timing() != Timing.RARELY) {
      throw unknown("lacks the answer called " + known.name());
    }
    try {
      RecordedRows rows = server.rows(known.values(), wanted);
      for (RecordedAnswer answer : answers) {
        rows.add(answer);
      }
      return query.answer().read(rows.result());
    } catch (SQLException e) {
      throw FAILURES.asking(e);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw FAILURES.reading(e);
    }
  }

  /** What failed in this part is among them, so that it is said. */
  private List<RecordedAnswer> answers(Known known) {
    List<RecordedAnswer> asked = part.answers(known.name());
    if (known.timing() != Timing.NEW_ROWS || !asked.stream().allMatch(RecordedAnswer::complete)) {
      return asked;
    }
    return server.soFar(known.name());
  }

  private static ServerException unknown(String what) {
    return new ServerException(ServerProblem.OTHER, "the bundle " + what);
  }

  @Override
  public void verify() throws ServerException {
    if (identityAfter.since(identity, serverTime) != Continuity.SAME_PROCESS) {
      throw new ServerException(
          ServerProblem.CHANGED,
          "another server answered ("
              + identityAfter.id()
              + ") than when the sample began ("
              + identity.id()
              + "); the script has to reach one server, not a proxy or a reader endpoint");
    }
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
