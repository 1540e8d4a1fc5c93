package dev.watershed.sql.fingerprint;

import dev.watershed.sql.SqlMode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Fingerprints of whole statements, where no speed is needed. */
public final class Fingerprints {
  private static final String ELLIPSIS = "...";
  private static final int MAX_CHARS = Integer.MAX_VALUE;
  private static final int ID_DIGITS = 16;

  private Fingerprints() {}

  /** The fingerprint of a statement that a server read under this mode. */
  public static Fingerprint of(byte[] statement, SqlMode mode) {
    return of(statement, new Fingerprinter(mode), false);
  }

  /** The fingerprint of a statement that a server read under this mode. */
  public static Fingerprint of(String statement, SqlMode mode) {
    return of(statement.getBytes(StandardCharsets.UTF_8), mode);
  }

  /**
   * The fingerprint of the statements that a server counts under this text, a DIGEST_TEXT of
   * performance_schema: identifiers stand in back-ticks, everything else is a token's name, and a
   * truncated text ends in {@code ...}.
   */
  public static Fingerprint ofDigestText(String serverDigestText) {
    boolean truncated = serverDigestText.endsWith(ELLIPSIS) && !endsInList(serverDigestText);
    String text =
        truncated
            ? serverDigestText.substring(0, serverDigestText.length() - ELLIPSIS.length())
            : serverDigestText;
    Fingerprinter fingerprinter = new Fingerprinter(SqlMode.standard(), true);
    return of(text.getBytes(StandardCharsets.UTF_8), fingerprinter, truncated);
  }

  /** The fingerprint of a command that is no statement, such as Quit or Prepare. */
  public static Fingerprint ofAdministratorCommand(String name) {
    String text = "administrator command: " + name;
    return new Fingerprint(TokenHash.finish(TokenHash.contentOfName(text)), text, false);
  }

  /** A digest as people see it: 16 lower-case hexadecimal digits. */
  public static String idOf(long digest) {
    return HexFormat.of().toHexDigits(digest);
  }

  /**
   * The digest of an id.
   *
   * @throws IllegalArgumentException if the text is not 16 hexadecimal digits
   */
  public static long parseId(String id) {
    if (id.length() != ID_DIGITS) {
      throw new IllegalArgumentException("not a digest of 16 hexadecimal digits: " + id);
    }
    return HexFormat.fromHexDigitsToLong(id);
  }

  private static boolean endsInList(String text) {
    return text.endsWith("?, ...");
  }

  private static Fingerprint of(byte[] bytes, Fingerprinter fingerprinter, boolean truncated) {
    fingerprinter.beginWithText(MAX_CHARS);
    fingerprinter.feed(bytes, 0, bytes.length, true);
    return new Fingerprint(fingerprinter.digest(), fingerprinter.text(), truncated);
  }
}
