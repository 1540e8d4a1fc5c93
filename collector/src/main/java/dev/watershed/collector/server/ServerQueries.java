package dev.watershed.collector.server;

import java.time.Instant;

/** A server that answers, for the time of one sample: one connection, one process. */
public interface ServerQueries {

  /** Which process it is. */
  ServerIdentity identity();

  /** What it can be asked for, of the tables that the domains named. */
  Columns columns();

  /** What its clock showed when the sample began. */
  Instant serverTime();

  /**
   * Asks.
   *
   * @throws ServerException if there is no answer, with the way out
   */
  <T> T ask(Query<T> query) throws ServerException;
}
