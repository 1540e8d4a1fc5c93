package dev.watershed.collector.server.topology;

import dev.watershed.collector.server.ForwardedQueries;
import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.QuerySessions;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerIdentity;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Sessions with a server that no other name of the configuration stands for. */
public final class ClaimingSessions implements QuerySessions {

  private final String name;
  private final QuerySessions sessions;
  private final IdentityClaims claims;
  private final Consumer<ServerIdentity> seen;

  /**
   * @param name the server's
   * @param sessions are closed with these
   * @param seen is told which server answers, each time
   */
  public ClaimingSessions(
      String name, QuerySessions sessions, IdentityClaims claims, Consumer<ServerIdentity> seen) {
    this.name = name;
    this.sessions = sessions;
    this.claims = claims;
    this.seen = seen;
  }

  @Override
  public QuerySession session() throws ServerException {
    QuerySession session = sessions.session();
    try {
      ServerIdentity identity = session.identity();
      Optional<Instant> elsewhere = claims.claim(name, identity);
      // Also for a sample that fails: a time too late loses a span, one too early counts it twice.
      claims.count(name, identity.id(), session.serverTime());
      seen.accept(identity);
      return elsewhere.isEmpty() ? session : new SharedSession(session, elsewhere.get());
    } catch (ServerException e) {
      session.close();
      throw e;
    }
  }

  @Override
  public void close() {
    sessions.close();
  }

  /** A session with a server that another name counted before. */
  private static final class SharedSession extends ForwardedQueries implements QuerySession {
    private final QuerySession session;
    private final Instant until;

    SharedSession(QuerySession session, Instant until) {
      super(session);
      this.session = session;
      this.until = until;
    }

    @Override
    public Optional<Instant> countedElsewhere() {
      return Optional.of(until);
    }

    @Override
    public void verify() throws ServerException {
      session.verify();
    }

    @Override
    public void close() throws ServerException {
      session.close();
    }
  }
}
