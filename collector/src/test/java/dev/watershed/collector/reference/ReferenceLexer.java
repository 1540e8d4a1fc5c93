package dev.watershed.collector.reference;

/**
 * Whether a place of a statement's text is inside a literal. A character at a time, with the rules
 * of the MySQL manual, sections "String Literals", "Schema Object Names" and "Comments".
 */
final class ReferenceLexer {

  private enum State {
    CODE,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    BACK_TICKED,
    LINE_COMMENT,
    BLOCK_COMMENT
  }

  private final byte[] log;
  private final ReferenceOptions options;
  private State state = State.CODE;

  ReferenceLexer(byte[] log, ReferenceOptions options) {
    this.log = log;
    this.options = options;
  }

  ReferenceLexer copy() {
    ReferenceLexer copy = new ReferenceLexer(log, options);
    copy.state = state;
    return copy;
  }

  /** Whether no string, quoted identifier or block comment is open. */
  boolean outside() {
    return state == State.CODE || state == State.LINE_COMMENT;
  }

  /** Reads one line, or the rest of one: no token but these states goes on in the next line. */
  void line(int from, int to) {
    int i = from;
    while (i < to) {
      i = next(i, to);
    }
  }

  private int next(int i, int to) {
    char c = (char) (log[i] & 0xFF);
    switch (state) {
      case CODE:
        return code(i, c);
      case SINGLE_QUOTED:
        return quoted(i, to, c, '\'', !options.noBackslashEscapes());
      case DOUBLE_QUOTED:
        return quoted(i, to, c, '"', !options.noBackslashEscapes() && !options.ansiQuotes());
      case BACK_TICKED:
        return quoted(i, to, c, '`', false);
      case LINE_COMMENT:
        state = c == '\n' ? State.CODE : State.LINE_COMMENT;
        return i + 1;
      case BLOCK_COMMENT:
        if (c == '*' && at(i + 1) == '/') {
          state = State.CODE;
          return i + 2;
        }
        return i + 1;
      default:
        throw new IllegalStateException(state.toString());
    }
  }

  private int code(int i, char c) {
    if (c == '\'') {
      state = State.SINGLE_QUOTED;
    } else if (c == '"') {
      state = State.DOUBLE_QUOTED;
    } else if (c == '`') {
      state = State.BACK_TICKED;
    } else if (c == '#' || c == '-' && at(i + 1) == '-' && endsDashes(at(i + 2))) {
      state = State.LINE_COMMENT;
    } else if (c == '/' && at(i + 1) == '*') {
      state = State.BLOCK_COMMENT;
      return i + 2;
    }
    return i + 1;
  }

  /** A doubled quote closes and opens again, which comes to the same. */
  private int quoted(int i, int to, char c, char quote, boolean escapes) {
    if (escapes && c == '\\') {
      return Math.min(i + 2, to);
    }
    if (c == quote) {
      state = State.CODE;
    }
    return i + 1;
  }

  /** Two dashes are a comment before white space, a control character or the end. */
  private static boolean endsDashes(int c) {
    return c <= ' ' || c == 0x7F;
  }

  /** The byte at an index, or −1 beyond the end of the log. */
  private int at(int index) {
    return index < log.length ? log[index] & 0xFF : -1;
  }
}
