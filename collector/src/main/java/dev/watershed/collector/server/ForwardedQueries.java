package dev.watershed.collector.server;

import java.time.Instant;
import java.util.Objects;

/** A server that is asked through another one; whoever extends it says what comes in between. */
public abstract class ForwardedQueries implements ServerQueries {

  private final ServerQueries server;

  /**
   * @param server answers
   */
  protected ForwardedQueries(ServerQueries server) {
    this.server = Objects.requireNonNull(server, "server");
  }

  @Override
  public ServerIdentity identity() {
    return server.identity();
  }

  @Override
  public Columns columns() {
    return server.columns();
  }

  @Override
  public Instant serverTime() {
    return server.serverTime();
  }

  @Override
  public <T> T ask(Query<T> query) throws ServerException {
    return server.ask(query);
  }
}
