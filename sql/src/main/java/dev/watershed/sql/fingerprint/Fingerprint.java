package dev.watershed.sql.fingerprint;

import java.util.Objects;

/**
 * The canonical form of a statement.
 *
 * @param digest the 64-bit hash of the canonical tokens; the same for every statement of that form,
 *     on every machine
 * @param text the canonical text
 * @param truncated whether the text, and with it the digest, stands for the beginning of a
 *     statement only
 */
public record Fingerprint(long digest, String text, boolean truncated) {
  public Fingerprint {
    Objects.requireNonNull(text);
  }

  /** The digest as people see it: 16 lower-case hexadecimal digits. */
  public String id() {
    return Fingerprints.idOf(digest);
  }
}
