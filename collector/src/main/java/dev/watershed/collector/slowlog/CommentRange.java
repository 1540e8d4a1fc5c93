package dev.watershed.collector.slowlog;

/**
 * Splits a statement into its text and a comment at one of its ends, where tags stand. Optimizer
 * hints and executable comments are not comments.
 */
final class CommentRange {

  private int textFrom;
  private int textTo;
  private int from;
  private int to;

  /** Looks at the statement in {@code [statement, end)}. */
  void split(byte[] bytes, int statement, int end) {
    textFrom = statement;
    textTo = end;
    from = 0;
    to = 0;
    if (end - statement < 4) {
      return;
    }
    if (bytes[statement] == '/' && bytes[statement + 1] == '*') {
      leading(bytes, statement, end);
    } else if (bytes[end - 1] == '/' && bytes[end - 2] == '*') {
      trailing(bytes, statement, end);
    }
  }

  private void leading(byte[] bytes, int statement, int end) {
    int i = statement + 2;
    if (special(bytes[i])) {
      return;
    }
    while (i + 1 < end && !(bytes[i] == '*' && bytes[i + 1] == '/')) {
      i++;
    }
    if (i + 1 < end) {
      from = statement + 2;
      to = i;
      textFrom = i + 2;
      while (textFrom < end && Texts.white(bytes[textFrom])) {
        textFrom++;
      }
    }
  }

  /** The comment must not hold an end of its own: then it would not be one comment. */
  private void trailing(byte[] bytes, int statement, int end) {
    int i = end - 4;
    while (i > statement && !(bytes[i] == '/' && bytes[i + 1] == '*')) {
      if (bytes[i] == '*' && bytes[i + 1] == '/') {
        return;
      }
      i--;
    }
    if (i > statement && !special(bytes[i + 2])) {
      from = i + 2;
      to = end - 2;
      textTo = Texts.trimmedEnd(bytes, statement, i);
    }
  }

  private static boolean special(byte b) {
    return b == '!' || b == '+';
  }

  int textFrom() {
    return textFrom;
  }

  int textTo() {
    return textTo;
  }

  /** Where the comment's body begins; an empty range without a comment. */
  int from() {
    return from;
  }

  int to() {
    return to;
  }
}
