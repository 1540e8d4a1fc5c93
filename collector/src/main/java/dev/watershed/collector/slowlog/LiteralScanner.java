package dev.watershed.collector.slowlog;

import dev.watershed.sql.SqlMode;

/**
 * Follows a statement's text byte by byte and knows whether it stands inside a string, a quoted
 * identifier or a block comment. The plain twin of the fingerprinter's lexer, used where an event
 * has to be decided; can be copied, so that a decision can look ahead.
 */
public final class LiteralScanner {

  private enum State {
    OUTSIDE,
    MINUS,
    MINUS_MINUS,
    SLASH,
    LINE_COMMENT,
    BLOCK_COMMENT,
    BLOCK_STAR,
    QUOTED,
    ESCAPED
  }

  private final boolean backslashEscapes;
  private final boolean ansiQuotes;
  private State state = State.OUTSIDE;
  private byte quote;
  private byte lastVisible;
  private boolean commentJustOpened;

  /** A scanner for statements that a server read under this mode. */
  public LiteralScanner(SqlMode mode) {
    this(!mode.noBackslashEscapes(), mode.ansiQuotes());
  }

  private LiteralScanner(boolean backslashEscapes, boolean ansiQuotes) {
    this.backslashEscapes = backslashEscapes;
    this.ansiQuotes = ansiQuotes;
  }

  /** Starts a new statement. */
  public void reset() {
    state = State.OUTSIDE;
    lastVisible = 0;
  }

  /** A scanner in the same state. */
  public LiteralScanner copy() {
    LiteralScanner copy = new LiteralScanner(backslashEscapes, ansiQuotes);
    copy.state = state;
    copy.quote = quote;
    copy.lastVisible = lastVisible;
    copy.commentJustOpened = commentJustOpened;
    return copy;
  }

  /** Whether the text goes on inside a string, a quoted identifier or a block comment. */
  public boolean open() {
    return switch (state) {
      case QUOTED, ESCAPED, BLOCK_COMMENT, BLOCK_STAR -> true;
      default -> false;
    };
  }

  /** Whether the text so far ends with a semicolon, white space aside. */
  boolean complete() {
    return lastVisible == ';';
  }

  /** Follows {@code [from, to)}. */
  public void scan(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      step(bytes[i]);
    }
    int end = Texts.trimmedEnd(bytes, from, to);
    if (end > from) {
      lastVisible = bytes[end - 1];
    }
  }

  private void step(byte b) {
    switch (state) {
      case QUOTED -> quoted(b);
      case ESCAPED -> state = State.QUOTED;
      case LINE_COMMENT -> {
        if (b == '\n') {
          state = State.OUTSIDE;
        }
      }
      case BLOCK_COMMENT -> {
        if (commentJustOpened && b == '!') {
          state = State.OUTSIDE;
        } else if (b == '*') {
          state = State.BLOCK_STAR;
        }
        commentJustOpened = false;
      }
      case BLOCK_STAR -> {
        if (b == '/') {
          state = State.OUTSIDE;
        } else if (b != '*') {
          state = State.BLOCK_COMMENT;
        }
      }
      case SLASH -> {
        if (b == '*') {
          state = State.BLOCK_COMMENT;
          commentJustOpened = true;
        } else {
          outside(b);
        }
      }
      case MINUS -> {
        if (b == '-') {
          state = State.MINUS_MINUS;
        } else {
          outside(b);
        }
      }
      case MINUS_MINUS -> {
        if (b == '\n') {
          state = State.OUTSIDE;
        } else if (b >= 0 && b <= ' ' || b == 127) {
          state = State.LINE_COMMENT;
        } else if (b != '-') {
          outside(b);
        }
      }
      case OUTSIDE -> outside(b);
    }
  }

  private void quoted(byte b) {
    if (b == quote) {
      state = State.OUTSIDE;
    } else if (b == '\\' && escapes()) {
      state = State.ESCAPED;
    }
  }

  private boolean escapes() {
    return backslashEscapes && quote != '`' && !(ansiQuotes && quote == '"');
  }

  private void outside(byte b) {
    state = State.OUTSIDE;
    switch (b) {
      case '\'', '"', '`' -> {
        quote = b;
        state = State.QUOTED;
      }
      case '-' -> state = State.MINUS;
      case '/' -> state = State.SLASH;
      case '#' -> state = State.LINE_COMMENT;
      default -> {}
    }
  }
}
