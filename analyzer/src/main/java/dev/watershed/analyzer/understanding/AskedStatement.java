package dev.watershed.analyzer.understanding;

import java.util.Objects;
import java.util.Optional;

/**
 * A statement of which is asked what it does.
 *
 * @param digest the 64-bit id of its text
 * @param fingerprint its canonical text
 * @param truncated whether that is the beginning of the statement only
 * @param schema the default schema; empty if unknown
 */
public record AskedStatement(
    long digest, String fingerprint, boolean truncated, Optional<String> schema) {

  public AskedStatement {
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(schema, "schema");
  }
}
