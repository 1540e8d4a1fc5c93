package dev.watershed.workload;

import java.util.Objects;
import java.util.Optional;

/**
 * The text behind a digest.
 *
 * @param digest the 64-bit id of the fingerprint
 * @param fingerprint the canonical text
 * @param truncated whether the canonical text was cut
 * @param sample a real statement, redacted unless the user asked for raw ones; the slowest one seen
 */
public record StatementText(
    long digest, String fingerprint, boolean truncated, Optional<String> sample) {

  /** The text that stands for all digests beyond the bound. */
  public static final StatementText LUMPED =
      new StatementText(0, "(other statements)", false, Optional.empty());

  public StatementText {
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(sample, "sample");
  }

  /** Whether this is the text of everything beyond the bound. */
  public boolean lumped() {
    return digest == 0;
  }
}
