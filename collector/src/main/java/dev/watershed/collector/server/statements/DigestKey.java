package dev.watershed.collector.server.statements;

import java.util.Objects;

/**
 * A row of the digest table.
 *
 * @param schema the default schema of the statement; empty if it had none
 * @param serverDigest the server's own hash; empty for the row of everything that found no room
 */
record DigestKey(String schema, String serverDigest) {

  DigestKey {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(serverDigest, "serverDigest");
  }

  /** Whether it is the row of everything that found no room in the table. */
  boolean lumped() {
    return serverDigest.isEmpty();
  }
}
