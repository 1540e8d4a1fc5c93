package dev.watershed.collector.bundle;

import dev.watershed.collector.server.QuerySession;
import dev.watershed.collector.server.QuerySessions;
import dev.watershed.collector.server.ServerException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The connections of a script, one after the other. As a clock it shows when each was made. Not
 * thread-safe.
 */
final class RecordedSessions extends Clock implements QuerySessions {

  private final RecordedServer server;
  private RecordedPart current;

  /**
   * @param first the part before the first connection
   */
  RecordedSessions(RecordedServer server, RecordedPart first) {
    this.server = server;
    this.current = first;
  }

  /** Goes on to a part. */
  void turnTo(RecordedPart part) {
    server.add(part);
    current = part;
  }

  @Override
  public QuerySession session() throws ServerException {
    return RecordedSession.of(server, current);
  }

  @Override
  public Instant instant() {
    return current.at();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
