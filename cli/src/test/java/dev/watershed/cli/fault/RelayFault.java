package dev.watershed.cli.fault;

import dev.watershed.sql.live.LiveServer;

/** What happens to a connection in the middle of its work. */
sealed interface RelayFault {

  /** What the statement contains that brings it about. */
  String inRequest();

  /** The connection is reset behind so many bytes of the answer. */
  record Cut(String inRequest, int afterBytes) implements RelayFault {}

  /** Nothing comes any more behind so many bytes of the answer, and nothing is closed. */
  record Freeze(String inRequest, int afterBytes) implements RelayFault {}

  /**
   * The statement and what follows it go to another server, as a proxy does that shares out
   * statements. The account has an empty password on both.
   */
  record Switch(String inRequest, LiveServer other) implements RelayFault {}
}
