package dev.watershed.sql.redaction;

import dev.watershed.sql.DollarQuotes;
import dev.watershed.sql.SqlMode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Cuts a statement's bytes into tokens and hands on all but the content of literals. */
final class RedactionLexer {

  private static final Set<String> CONSTANTS = Set.of("NULL", "TRUE", "FALSE", "DEFAULT");

  /** Behind these, {@code /*+} begins optimizer hints (MySQL 9.7 manual, "Optimizer Hints"). */
  private static final Set<String> BEFORE_HINTS =
      Set.of("SELECT", "INSERT", "REPLACE", "UPDATE", "DELETE");

  /** What the last token was, as far as the next one depends on it. */
  private enum Last {
    /** An operator, a comma, an opening parenthesis, nothing: a sign here belongs to its number. */
    OPERATOR,
    NAME,
    /** A dot right behind a name. */
    DOT,
    VALUE
  }

  private final byte[] bytes;
  private final int to;
  private final SqlMode mode;
  private RedactedText text;
  private int at;
  private Last last = Last.OPERATOR;
  private boolean hintsMayFollow;

  /** In optimizer hints or an executable comment. */
  private boolean insideCodeComment;

  private boolean insideHints;
  private boolean secretMayFollow;

  /** Where the first literal stands, or a name that may hold one; -1 while there is none. */
  private int certainTo = -1;

  private boolean misread;

  RedactionLexer(byte[] bytes, int from, int to, SqlMode mode, RedactedText text) {
    this.bytes = bytes;
    this.at = from;
    this.to = to;
    this.mode = mode;
    this.text = text;
  }

  /** Reads all, also behind what fits into the text: only the end tells of a misreading. */
  void run() {
    while (at < to) {
      next();
      if (text.isFull()) {
        text = new RedactedText(1);
      }
    }
  }

  /**
   * Whether the text cannot have been read as the server did: a literal has no end, or a backslash
   * stands outside literals. Then one that seemed to escape a quote did not, or the other way
   * round, and what seemed to be a name may be a literal.
   */
  boolean isMisread() {
    return misread && certainTo >= 0;
  }

  /** Where the first literal begins, up to which nothing can be misread. */
  int certainTo() {
    return certainTo;
  }

  private void next() {
    int c = byteAt(at);
    if (Lexemes.isBlank(c)) {
      at++;
      text.blank();
    } else if (c == '\'' || (c == '"' && !quotesName(c))) {
      literal(endOfString(at));
    } else if (c == '`' || c == '"') {
      quotedName();
    } else if (startsLineComment(c)) {
      skipLine();
    } else if (c == '/' && byteAt(at + 1) == '*') {
      comment();
    } else if (insideCodeComment && c == '*' && byteAt(at + 1) == '/') {
      endCodeComment();
    } else if (c == '@') {
      variable();
    } else if (c == '$' && last != Last.DOT && DollarQuotes.endOfTag(bytes, at, to) > at) {
      literal(closed(Lexemes.endOfDollarString(bytes, at, to)));
    } else if (Lexemes.isDigit(c)) {
      number();
    } else if (Lexemes.isWordByte(c)) {
      word();
    } else if (c == '.') {
      dot();
    } else if (c == '-' || c == '+') {
      sign();
    } else {
      symbol(c);
    }
  }

  /** Where a secret may stand, nobody writes a name in double quotes. */
  private boolean quotesName(int quote) {
    return quote == '`' || (mode.ansiQuotes() && !secretMayFollow);
  }

  private void literal(int end) {
    endCertain();
    at = end;
    text.literal();
    last = Last.VALUE;
    hintsMayFollow = false;
  }

  private int endOfString(int from) {
    return closed(Lexemes.endOfString(bytes, from, to, !mode.noBackslashEscapes()));
  }

  /** An end; where there is none, that of the text, which was misread then. */
  private int closed(int end) {
    misread |= end < 0;
    return end < 0 ? to : end;
  }

  private void quotedName() {
    int end = Lexemes.endOfString(bytes, at, to, false);
    if (end < 0) {
      literal(closed(end));
      return;
    }
    if (Lexemes.endOfWord(bytes, at + 1, end) != end - 1) {
      endCertain();
    }
    name(end);
  }

  private void endCertain() {
    certainTo = certainTo < 0 ? at : certainTo;
  }

  private void name(int end) {
    text.other(string(at, end));
    at = end;
    last = Last.NAME;
    hintsMayFollow = false;
  }

  private String string(int from, int end) {
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  private boolean startsLineComment(int c) {
    if (c == '#') {
      return true;
    }
    boolean dashes = c == '-' && byteAt(at + 1) == '-';
    return dashes && (at + 2 >= to || byteAt(at + 2) <= ' ');
  }

  private void skipLine() {
    while (at < to && bytes[at] != '\n') {
      at++;
    }
    text.blank();
  }

  private void comment() {
    int third = byteAt(at + 2);
    boolean executable = third == '!' || (third == 'M' && byteAt(at + 3) == '!');
    if (executable) {
      at += third == '!' ? 3 : 4;
      at = Lexemes.endOfDigits(bytes, at, to);
      insideCodeComment = true;
    } else if (third == '+' && hintsMayFollow) {
      at += 3;
      text.other("/*+");
      insideCodeComment = true;
      insideHints = true;
    } else {
      at = closed(Lexemes.endOfComment(bytes, at, to));
    }
    text.blank();
  }

  private void endCodeComment() {
    at += 2;
    insideCodeComment = false;
    if (insideHints) {
      text.other("*/");
      insideHints = false;
    }
    text.blank();
  }

  /** The name of a variable may be quoted like a string, and a host stands here too. */
  private void variable() {
    at++;
    text.other("@");
    last = Last.OPERATOR;
    int c = byteAt(at);
    if (c == '\'' || c == '"') {
      literal(endOfString(at));
    }
  }

  private void number() {
    int end = Lexemes.endOfNumber(bytes, at, to);
    if (end > 0) {
      literal(end);
    } else {
      name(Lexemes.endOfWord(bytes, at, to));
    }
  }

  private void word() {
    int end = Lexemes.endOfWord(bytes, at, to);
    if (last == Last.DOT) {
      name(end);
      return;
    }
    int literalAt = Lexemes.prefixedLiteral(bytes, at, end, to, mode.ansiQuotes());
    if (literalAt == end) {
      literal(endOfString(end));
      return;
    }
    if (literalAt > 0) {
      endCertain();
      at = literalAt;
      next();
      return;
    }
    String written = string(at, end);
    String keyword = written.toUpperCase(Locale.ROOT);
    secretMayFollow |= keyword.contains("PASSWORD") || keyword.equals("IDENTIFIED");
    if (CONSTANTS.contains(keyword)) {
      text.constant(written);
    } else if (keyword.equals("VALUES") || keyword.equals("VALUE")) {
      text.rows(written);
    } else if (keyword.equals("ROW")) {
      text.row(written);
    } else {
      text.other(written);
    }
    at = end;
    last = Last.NAME;
    hintsMayFollow = BEFORE_HINTS.contains(keyword);
  }

  private void dot() {
    boolean qualifies = last == Last.NAME && at > 0 && !Lexemes.isBlank(byteAt(at - 1));
    if (!qualifies && Lexemes.isDigit(byteAt(at + 1))) {
      literal(Lexemes.endOfFraction(bytes, at, to));
    } else {
      at++;
      text.other(".");
      last = qualifies ? Last.DOT : Last.OPERATOR;
    }
  }

  /** A sign behind an operator belongs to its number, as in the server's digests. */
  private void sign() {
    int next = at + 1;
    while (next < to && Lexemes.isBlank(byteAt(next))) {
      next++;
    }
    int c = byteAt(next);
    boolean number = Lexemes.isDigit(c) || (c == '.' && Lexemes.isDigit(byteAt(next + 1)));
    if (last == Last.OPERATOR && number) {
      endCertain();
      at = next;
    } else {
      symbol(byteAt(at));
    }
  }

  private void symbol(int c) {
    at++;
    misread |= c == '\\';
    hintsMayFollow = false;
    last = c == ')' || c == '?' ? Last.VALUE : Last.OPERATOR;
    switch (c) {
      case '(' -> text.open();
      case ')' -> text.close();
      case ',' -> text.comma();
      case '?' -> text.literal();
      default -> text.other(String.valueOf((char) c));
    }
    secretMayFollow &= c != ',' && c != ';';
  }

  /** The byte at this place, or -1 behind the end. */
  private int byteAt(int index) {
    return index < to ? bytes[index] & 0xff : -1;
  }
}
