package dev.watershed.collector.generallog;

import dev.watershed.workload.Origin;
import java.util.Objects;
import java.util.Optional;

/**
 * A statement that a log shows: that it was sent, and by whom; nothing of what it cost.
 *
 * @param digest the 64-bit id of the fingerprint
 * @param fingerprint the canonical text
 * @param truncated whether the text is the beginning of the statement only
 * @param schema the default schema of the connection; empty for none, or where the log does not say
 * @param origin the account, the client's place, and the tags of the comment
 */
public record SentStatement(
    long digest, String fingerprint, boolean truncated, Optional<String> schema, Origin origin) {

  public SentStatement {
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(origin, "origin");
  }
}
