package dev.watershed.collector.server.topology;

import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.QuerySessions;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerIdentity;
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
      claims.claim(name, session.identity());
      seen.accept(session.identity());
      return session;
    } catch (ServerException e) {
      session.close();
      throw e;
    }
  }

  @Override
  public void close() {
    sessions.close();
  }
}
