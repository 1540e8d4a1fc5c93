package dev.watershed.sql.fingerprint;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The canonical text as it grows: one blank between tokens, none around a point, before a comma or
 * inside parentheses. Keeps the first characters and counts the rest.
 */
final class CanonicalText {
  private static final int MOST_BYTES_PER_CHAR = 3;
  private static final int TOKEN_BYTES = 2;

  private byte[] bytes = new byte[256];
  private int maxChars;
  private int limit;
  private int length;
  private boolean on;

  /** The token at the end, and the one before the last name with all that qualifies it. */
  private int last;

  private int beforeName;

  private int beforeLast;

  /** How many {@code @} stand at the end: two introduce a system variable, one a user's. */
  private int ats;

  /** What the tokens take of a server's buffer for digests. */
  private int digestBytes;

  /** Where the text ends if its literals may begin and end elsewhere; -1 while it has none. */
  private int certainLength;

  private boolean misread;

  private int markedLength;
  private int markedLast;
  private int markedBeforeLast;
  private int markedCertainLength;

  void start(int maxChars) {
    this.maxChars = maxChars;
    limit = (int) Math.min(Integer.MAX_VALUE - 16L, (long) MOST_BYTES_PER_CHAR * maxChars + 3);
    length = 0;
    last = Tokens.NONE;
    beforeLast = Tokens.NONE;
    ats = 0;
    beforeName = Tokens.NONE;
    digestBytes = 0;
    certainLength = -1;
    misread = false;
    on = true;
  }

  void stop() {
    on = false;
  }

  boolean isOn() {
    return on;
  }

  /** Remembers the end of the text, for signs that may turn out to be a part of a literal. */
  void mark() {
    markedLength = length;
    markedLast = last;
    markedBeforeLast = beforeLast;
    markedCertainLength = certainLength;
  }

  void backToMark() {
    length = markedLength;
    last = markedLast;
    ats = 0;
    beforeLast = markedBeforeLast;
    certainLength = markedCertainLength;
  }

  void token(int token) {
    boolean opens = token == '(' || token == Tokens.ROW || token == Tokens.ROW_OF_ONE;
    if (opens) {
      callLast();
    }
    blankBefore(token);
    append(Tokens.TABLE.text(token));
    if (Tokens.isLiteral(token)) {
      endCertain();
    }
    digestBytes += TOKEN_BYTES;
    beforeLast = last;
    last = token;
    ats = token == '@' ? ats + 1 : 0;
  }

  void columnNumber(long number) {
    blankBefore(Tokens.COLUMN_NUMBER);
    append(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
    digestBytes += 3 * TOKEN_BYTES;
    beforeLast = last;
    last = Tokens.COLUMN_NUMBER;
    ats = 0;
  }

  void identifier(byte[] name, int from, int to) {
    if (last != '.') {
      beforeName = last;
    }
    if (!Identifiers.isPlain(name, from, to)) {
      endCertain();
    }
    blankBefore(Tokens.IDENTIFIER);
    digestBytes += 2 * TOKEN_BYTES + to - from;
    boolean userVariable = ats % 2 == 1;
    if (!userVariable && Identifiers.isBare(name, from, to, last)) {
      append(name, from, to);
    } else {
      append((byte) '`');
      for (int at = from; at < to; at++) {
        if (name[at] == '`') {
          append((byte) '`');
        }
        append(name[at]);
      }
      append((byte) '`');
    }
    beforeLast = last;
    last = Tokens.IDENTIFIER;
    ats = 0;
  }

  private void endCertain() {
    certainLength = certainLength < 0 ? length : certainLength;
  }

  /**
   * The statement was not read as its server read it, or is cut: from its first literal on, what
   * seemed to be names may have been literals. Only what stands before is kept, which depends on
   * tokens alone, as the digest does.
   */
  void misread() {
    misread = true;
    if (certainLength >= 0) {
      length = Math.min(length, certainLength);
    }
  }

  /**
   * The bytes that these tokens take of the buffer that {@code max_digest_length} bounds: two for a
   * token, and two and its own for an identifier.
   */
  int digestBytes() {
    return digestBytes;
  }

  String text() {
    String text = decoded();
    return text.length() <= maxChars ? text : text.substring(0, cut(text));
  }

  /** Whether the text is the beginning only. */
  boolean truncated() {
    return misread || length > limit || decoded().length() > maxChars;
  }

  private String decoded() {
    return new String(bytes, 0, Math.min(length, limit), StandardCharsets.UTF_8);
  }

  /** Never between the halves of a surrogate pair. */
  private int cut(String text) {
    boolean splits = maxChars > 0 && Character.isHighSurrogate(text.charAt(maxChars - 1));
    return splits ? maxChars - 1 : maxChars;
  }

  /** Some names can be written in two ways, one of them before a parenthesis only. */
  private void callLast() {
    byte[] alone = Tokens.TABLE.text(last);
    byte[] called = Tokens.TABLE.calledText(last);
    if (!Arrays.equals(alone, called)) {
      length -= alone.length;
      append(called);
    }
  }

  private void blankBefore(int token) {
    if (last == Tokens.NONE || last == '(') {
      return;
    }
    boolean joins =
        switch (token) {
          case ',', ')', ';' -> true;
          case '.' -> isQualifier();
          case '*' -> last == '.';
          // Behind a backslash it is MariaDB's \N, which a blank would make another statement.
          case Tokens.IDENTIFIER -> last == '.' || last == '@' || last == '\\';
          case '@', Tokens.VALUE -> last == '@';
          case '(', Tokens.ROW, Tokens.ROW_OF_ONE -> isCalled();
          default -> ats > 0 && ats % 2 == 0 && Tokens.isWord(token);
        };
    if (!joins) {
      append((byte) ' ');
    }
  }

  /** A point directly behind a word would make a name of it, but for a variable's scope. */
  private boolean isQualifier() {
    return last == Tokens.IDENTIFIER || Tokens.isWord(last) && beforeLast == '@';
  }

  private boolean isCalled() {
    int flags = Tokens.TABLE.flags(last == Tokens.IDENTIFIER ? beforeName : last);
    if (last == Tokens.IDENTIFIER) {
      return beforeName == Tokens.CALL
          || beforeName == Tokens.NONE
          || (flags & Tokens.OPERAND_FOLLOWS) != 0;
    }
    return (flags & Tokens.CALLS) != 0;
  }

  private void append(byte b) {
    if (length < limit) {
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * length);
      }
      bytes[length] = b;
    }
    if (length < Integer.MAX_VALUE) {
      length++;
    }
  }

  private void append(byte[] from) {
    append(from, 0, from.length);
  }

  private void append(byte[] from, int start, int end) {
    for (int at = start; at < end; at++) {
      append(from[at]);
    }
  }
}
