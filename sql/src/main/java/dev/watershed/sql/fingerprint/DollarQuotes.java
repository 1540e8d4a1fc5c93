package dev.watershed.sql.fingerprint;

/** Literals between two equal tags, {@code $tag$ … $tag$}. */
final class DollarQuotes {
  private final byte[] tag = new byte[Lexer.MAX_WORD];
  private int length;
  private int matched;

  /** Whether the word begins a literal; returns where its body begins, or {@code from} if not. */
  int open(byte[] b, int from, int to) {
    int at = from + 1;
    while (at < to && b[at] != '$') {
      at++;
    }
    if (at == to) {
      return from;
    }
    length = at + 1 - from;
    System.arraycopy(b, from, tag, 0, length);
    matched = 0;
    return at + 1;
  }

  /** Reads on to the end of the closing tag, or to {@code to}. */
  int close(byte[] b, int from, int to) {
    for (int at = from; at < to; at++) {
      if (matched == 0) {
        matched = b[at] == '$' ? 1 : 0;
      } else if (b[at] == tag[matched]) {
        matched++;
        if (matched == length) {
          return at + 1;
        }
      } else {
        matched = 0;
      }
    }
    return to;
  }

  boolean closed() {
    return matched == length;
  }
}
