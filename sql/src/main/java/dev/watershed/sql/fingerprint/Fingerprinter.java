package dev.watershed.sql.fingerprint;

import dev.watershed.sql.SqlMode;
import java.util.Objects;

/**
 * Reads the bytes of statements and gives each its digest and canonical text. One per thread, used
 * again and again; it allocates nothing per statement unless the text is asked for. It never fails,
 * whatever the bytes, and how they are cut into feeds changes no result.
 *
 * <pre>{@code
 * fingerprinter.begin();
 * int consumed = fingerprinter.feed(bytes, from, to, true);
 * long digest = fingerprinter.digest();
 * }</pre>
 */
public final class Fingerprinter {
  private final Lexer lexer;

  /** A fingerprinter for statements that a server read under this mode. */
  public Fingerprinter(SqlMode mode) {
    this(mode, false);
  }

  Fingerprinter(SqlMode mode, boolean digestText) {
    lexer = new Lexer(Objects.requireNonNull(mode), digestText);
    lexer.begin();
  }

  /** Begins a statement of which only the digest is wanted. */
  public void begin() {
    lexer.begin();
  }

  /**
   * Begins a statement whose canonical text is wanted too.
   *
   * @param maxChars where the text is cut; must not be negative
   */
  public void beginWithText(int maxChars) {
    if (maxChars < 0) {
      throw new IllegalArgumentException("maxChars is negative: " + maxChars);
    }
    lexer.begin();
    lexer.text().start(maxChars);
  }

  /**
   * Reads {@code bytes[from, to)}, the next piece of the statement.
   *
   * @param last whether the statement ends at {@code to}
   * @return the index of the first byte that was not consumed, because its token may go on beyond
   *     {@code to}: the next feed has to begin with it. At most 1,024 bytes stay unconsumed; none
   *     do if this is the last piece or ends in a line feed
   */
  public int feed(byte[] bytes, int from, int to, boolean last) {
    Objects.checkFromToIndex(from, to, bytes.length);
    return lexer.feed(bytes, from, to, last);
  }

  /** Whether the lexer stands inside a string, a quoted identifier or a block comment. */
  public boolean open() {
    return lexer.open();
  }

  /**
   * The digest of the statement, after its last feed.
   *
   * <p>A statement in which a literal, a quoted name or a comment has no end, or a backslash stands
   * outside of them, cannot have been read as its server read it: its digest is another one than
   * that of the same tokens read well.
   */
  public long digest() {
    return lexer.digest();
  }

  /** The canonical text of the statement, after its last feed. */
  public String text() {
    return lexer.text().text();
  }

  /**
   * Whether the canonical text is the beginning only: cut at its bound, or, since what follows may
   * be literals, behind the first literal of a statement that was misread.
   */
  public boolean textTruncated() {
    return lexer.text().truncated();
  }

  /**
   * What the canonical tokens take of a server's buffer for digests, where a text was asked for.
   */
  int digestBytes() {
    return lexer.text().digestBytes();
  }

  /**
   * Where the body of the first block comment begins if nothing but white space stands before that
   * comment, as an index into the array of the feed that saw it; else -1.
   */
  public int leadingCommentFrom() {
    return lexer.comments().leadingFrom();
  }

  /** The end, exclusive, of the leading comment's body; -1 if there is none. */
  public int leadingCommentTo() {
    return lexer.comments().leadingTo();
  }

  /**
   * Where the body of the last block comment begins if nothing but white space and semicolons
   * stands after that comment, as an index into the array of the feed that saw it; else -1.
   */
  public int trailingCommentFrom() {
    return lexer.comments().trailingFrom();
  }

  /** The end, exclusive, of the trailing comment's body; -1 if there is none. */
  public int trailingCommentTo() {
    return lexer.comments().trailingTo();
  }
}
