package dev.watershed.sql.fingerprint;

import dev.watershed.sql.SqlMode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Fingerprints of whole statements, where no speed is needed. */
public final class Fingerprints {
  /** How MySQL 5.7 ends a truncated text; a list of literals ends in it too. */
  private static final String ELLIPSIS = "...";

  private static final String LIST = "?, ...";
  private static final int DEFAULT_MAX_DIGEST_LENGTH = 1024;

  /** An identifier of 64 characters, with its token and its length. */
  private static final int LARGEST_TOKEN = 4 + 64;

  private static final int MAX_CHARS = Integer.MAX_VALUE;
  private static final int ID_DIGITS = 16;

  private Fingerprints() {}

  /** The fingerprint of a statement that a server read under this mode. */
  public static Fingerprint of(byte[] statement, SqlMode mode) {
    return of(statement, new Fingerprinter(mode), false);
  }

  /** The fingerprint of a statement that a server read under this mode. */
  public static Fingerprint of(String statement, SqlMode mode) {
    return of(bytes(statement), mode);
  }

  /**
   * The fingerprint of the statements that a server with the default {@code max_digest_length} of
   * 1,024 bytes counts under this text.
   *
   * @see #ofDigestText(String, int)
   */
  public static Fingerprint ofDigestText(String serverDigestText) {
    return ofDigestText(serverDigestText, DEFAULT_MAX_DIGEST_LENGTH);
  }

  /**
   * The fingerprint of the statements that a server counts under this text, a DIGEST_TEXT of
   * performance_schema: identifiers stand in back-ticks, everything else is a token's name. The
   * texts that MySQL keeps for a prepared statement, {@code PREPARE …}, {@code EXECUTE …} and
   * {@code DEALLOCATE …}, come to the statement's own.
   *
   * <p>A server stops at the first token that its buffer has no room for. MySQL 9.7 leaves no mark
   * of that in the text, so that the fingerprint counts as truncated wherever the buffer may have
   * been full.
   *
   * @param maxDigestLength the server's {@code max_digest_length}, in bytes
   */
  public static Fingerprint ofDigestText(String serverDigestText, int maxDigestLength) {
    String text = serverDigestText.stripTrailing();
    boolean marked = text.endsWith(ELLIPSIS) && !text.endsWith(LIST);
    String tokens = marked ? text.substring(0, text.length() - ELLIPSIS.length()) : text;
    Fingerprinter fingerprinter = new Fingerprinter(SqlMode.standard(), true);
    Fingerprint whole = of(bytes(withoutPrepare(tokens)), fingerprinter, marked);
    int room = maxDigestLength - fingerprinter.digestBytes();
    return room < LARGEST_TOKEN ? new Fingerprint(whole.digest(), whole.text(), true) : whole;
  }

  /** MySQL counts the steps of a prepared statement apart, each under a word before its text. */
  private static String withoutPrepare(String text) {
    int blank = text.indexOf(' ');
    String first = blank < 0 ? text : text.substring(0, blank);
    boolean step = first.equals("PREPARE") || first.equals("EXECUTE") || first.equals("DEALLOCATE");
    boolean named = blank < 0 || text.startsWith("`", blank + 1);
    boolean spelledOut = text.startsWith("DEALLOCATE PREPARE `");
    return step && !named && !spelledOut ? text.substring(blank + 1) : text;
  }

  /** The fingerprint of a command that is no statement, such as Quit or Prepare. */
  public static Fingerprint ofAdministratorCommand(String name) {
    String text = "administrator command: " + name;
    return new Fingerprint(hashOf(text), text, false);
  }

  /** The 64-bit hash of a text, the same on every machine. */
  public static long hashOf(String text) {
    return TokenHash.finish(TokenHash.contentOfName(text));
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

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Fingerprint of(byte[] bytes, Fingerprinter fingerprinter, boolean truncated) {
    fingerprinter.beginWithText(MAX_CHARS);
    fingerprinter.feed(bytes, 0, bytes.length, true);
    boolean beginning = truncated || fingerprinter.textTruncated();
    return new Fingerprint(fingerprinter.digest(), fingerprinter.text(), beginning);
  }
}
