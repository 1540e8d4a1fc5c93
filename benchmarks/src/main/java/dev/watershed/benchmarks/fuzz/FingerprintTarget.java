package dev.watershed.benchmarks.fuzz;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.SqlModes;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprinter;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.sql.fingerprint.ReferenceFingerprinter;
import dev.watershed.sql.redaction.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Fingerprints and redacted texts. However the bytes are cut, the digest is that of the slow
 * reference; a canonical text is its own; what stands in a string is in neither text.
 *
 * <p>Input: a byte of {@code sql_mode}, one that says how the statement is cut, then the statement.
 */
public final class FingerprintTarget {

  private static final int HEAD = 2;
  private static final int LONGEST_FOR_REFERENCE = 340;
  private static final int LONGEST_TEXT = 1 << 20;

  private FingerprintTarget() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length < HEAD) {
      return;
    }
    SqlMode mode = SqlModes.of(input[0]);
    byte[] statement = Arrays.copyOfRange(input, HEAD, input.length);
    Fingerprint whole = Fingerprints.of(statement, mode);
    if (isKnownToReference(statement)) {
      Agreement.same(
          "by the reference", ReferenceFingerprinter.digest(statement, mode), whole.digest());
    }
    Agreement.same("in pieces", whole.digest(), inPieces(statement, mode, 1 + (input[1] & 0x3f)));
    if (!whole.truncated()) {
      Agreement.same(
          "the canonical text", whole, Fingerprints.of(whole.text(), SqlMode.standard()));
    }
    Fingerprints.ofDigestText(new String(statement, StandardCharsets.UTF_8));
    redact(statement, mode, 1 + (input[1] & 0xff));
    plant(statement, mode);
  }

  /**
   * The reference knows no literals between dollars, no empty names, only hints that end, and no
   * bound of 1,024 bytes for a name, each of whose bytes may become three.
   */
  private static boolean isKnownToReference(byte[] statement) {
    String text = new String(statement, StandardCharsets.ISO_8859_1);
    return statement.length <= LONGEST_FOR_REFERENCE
        && text.indexOf('$') < 0
        && !text.contains("``")
        && !text.contains("/*+");
  }

  private static long inPieces(byte[] statement, SqlMode mode, int longest) {
    Fingerprinter fingerprinter = new Fingerprinter(mode);
    int from = 0;
    int to = 0;
    do {
      to = Math.min(statement.length, to + longest);
      from = fingerprinter.feed(statement, from, to, to == statement.length);
    } while (to < statement.length);
    return fingerprinter.digest();
  }

  private static void redact(byte[] statement, SqlMode mode, int shortest) {
    String cut = Redactor.redact(statement, 0, statement.length, mode, shortest);
    Agreement.holds(cut.length() <= shortest, "at most " + shortest + " characters", cut);
  }

  /** The bytes as the content of a string, as a client writes it. */
  private static void plant(byte[] secret, SqlMode mode) {
    byte[] planted = new byte[2 * secret.length + 64];
    int length = 0;
    for (byte unit : "SELECT a FROM t WHERE b = '".getBytes(StandardCharsets.US_ASCII)) {
      planted[length++] = unit;
    }
    for (byte unit : secret) {
      boolean escaped = unit == '\'' || unit == '\\' && !mode.noBackslashEscapes();
      if (escaped) {
        planted[length++] = unit;
      }
      planted[length++] = unit;
    }
    planted[length++] = '\'';
    byte[] statement = Arrays.copyOf(planted, length);
    Agreement.same(
        "the fingerprint of a planted string",
        "SELECT a FROM t WHERE b = ?",
        Fingerprints.of(statement, mode).text());
    Agreement.same(
        "the redaction of a planted string",
        "SELECT a FROM t WHERE b = ?",
        Redactor.redact(statement, 0, length, mode, LONGEST_TEXT));
  }
}
