package dev.watershed.workload;

import java.util.Objects;
import java.util.Optional;

/**
 * The text behind a digest, with the slowest statement seen. The statement's bytes never leave this
 * class but through the {@link SampleWriter}, which redacts them unless the user asked for raw
 * ones; it writes only the samples that are asked for, since most never are.
 */
public final class StatementText {

  /** Stands for a fingerprint that is in no file which can be read. */
  public static final String MISSING = "(text missing in the store)";

  private static final byte[] NO_STATEMENT = {};

  /** The text that stands for all digests beyond the bound. */
  public static final StatementText LUMPED =
      new StatementText(
          0, "(other statements)", false, NO_STATEMENT, -1, Long.MIN_VALUE, statement -> "");

  private final long digest;
  private final String fingerprint;
  private final boolean truncated;
  private final byte[] statement;
  private final long sampleTimeMicros;
  private final long sampleEndMicros;
  private final SampleWriter writer;

  StatementText(
      long digest,
      String fingerprint,
      boolean truncated,
      byte[] statement,
      long sampleTimeMicros,
      long sampleEndMicros,
      SampleWriter writer) {
    this.digest = digest;
    this.fingerprint = Objects.requireNonNull(fingerprint, "fingerprint");
    this.truncated = truncated;
    this.statement = statement;
    this.sampleTimeMicros = sampleTimeMicros;
    this.sampleEndMicros = sampleEndMicros;
    this.writer = writer;
  }

  /** The 64-bit id of the fingerprint. */
  public long digest() {
    return digest;
  }

  /** The canonical text. */
  public String fingerprint() {
    return fingerprint;
  }

  /** Whether the canonical text was cut. */
  public boolean truncated() {
    return truncated;
  }

  /** The slowest statement seen, as it may be shown. */
  public Optional<String> sample() {
    return statement.length == 0 ? Optional.empty() : Optional.of(writer.write(statement));
  }

  /** How long the sample took, in microseconds; negative without a sample. */
  public long sampleTimeMicros() {
    return sampleTimeMicros;
  }

  /**
   * When the sample ended, in microseconds since 1970-01-01T00:00:00Z; {@code Long.MIN_VALUE} if
   * unknown.
   */
  public long sampleEndMicros() {
    return sampleEndMicros;
  }

  /** Whether this is the text of everything beyond the bound. */
  public boolean lumped() {
    return digest == 0;
  }
}
