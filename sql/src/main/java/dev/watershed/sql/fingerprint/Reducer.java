package dev.watershed.sql.fingerprint;

/**
 * Turns tokens into canonical tokens, and those into a hash and, on request, a text. What may still
 * be reduced waits as a {@link Stage}; every other token goes on at once.
 *
 * <p>The fields are open to the lexer's fast loop, which keeps them in local variables and writes
 * them back.
 */
final class Reducer {
  /** Bit of {@link #previous}: an operand follows, so that NULL is a literal. */
  static final int OPERAND = 0x10000;

  static final int TOKEN = 0xFFFF;

  /** No token of any statement: stands behind those that were misread. */
  static final long MISREAD = TokenHash.contentOfName("(misread)");

  private static final Tokens TOKENS = Tokens.TABLE;
  private static final int MAX_TRACKED_DEPTH = 64;
  private static final long MAX_COLUMN_NUMBER = 0xFFFFFFFFL;

  /** The hash of all tokens but the waiting ones. */
  long hash;

  int stage;

  /** The last token, waiting or not, and whether an operand follows it. */
  int previous;

  /** Bit d: a list of GROUP BY, ORDER BY or PARTITION BY is open at depth d. */
  long lists;

  /** Parentheses open since the first such list began. */
  private int depth;

  private long columnNumber;

  // Where a literal after signs goes on from.
  private long signHash;
  private int signStage;
  private int signPrevious;

  private final CanonicalText text = new CanonicalText();

  CanonicalText text() {
    return text;
  }

  void start() {
    hash = TokenHash.SEED;
    stage = Stage.EMPTY;
    previous = Tokens.NONE;
    lists = 0;
    depth = 0;
    text.stop();
  }

  /**
   * The digest.
   *
   * @param misread whether the tokens cannot be those of the server: such a statement is none with
   *     the same tokens that was read well
   */
  long finish(boolean misread) {
    flush(Tokens.NONE);
    if (misread) {
      hash = TokenHash.add(hash, MISREAD);
      text.misread();
    }
    return TokenHash.finish(hash);
  }

  void token(int token) {
    switch (token) {
      case '(' -> open();
      case ')' -> close();
      case ',' -> comma();
      case '+', '-' -> sign(token);
      case Tokens.VALUE, Tokens.VALUES -> value(token);
      default -> word(token);
    }
  }

  void identifier(byte[] name, int from, int to) {
    flush(Tokens.IDENTIFIER);
    hash = TokenHash.addName(hash, name, from, to);
    if (text.isOn()) {
      text.identifier(name, from, to);
    }
    previous = Tokens.IDENTIFIER;
  }

  /** A literal that is an integer, which may name a column of the select list. */
  void integer(byte[] digits, int from, int to) {
    boolean begins = lists != 0 && (stage & Stage.SIGNS) == 0 && beginsListElement();
    value(Tokens.VALUE);
    if (begins && Stage.isSingleValue(stage)) {
      columnNumber = columnNumber(digits, from, to);
      stage |= columnNumber == 0 ? 0 : Stage.COLUMN;
    }
  }

  private void word(int token) {
    if (token == Tokens.NULL && (previous & OPERAND) != 0) {
      value(Tokens.VALUE);
      return;
    }
    flush(token);
    int before = previous;
    add(token);
    if ((TOKENS.flags(token) & Tokens.SPECIAL) != 0) {
      special(token, before);
    }
  }

  /** Words with a meaning for what follows, beyond their flags. */
  private void special(int token, int before) {
    if (token == Tokens.NOT) {
      boolean negatesOperand = (before & OPERAND) != 0;
      previous = negatesOperand ? previous : token;
    } else if (token == Tokens.BY) {
      int kind = before & TOKEN;
      if (kind == Tokens.GROUP || kind == Tokens.ORDER || kind == Tokens.PARTITION) {
        depth = lists == 0 ? 0 : depth;
        lists |= bit();
      }
    } else if (token != Tokens.NULL) {
      lists &= ~bit();
    }
  }

  private void open() {
    settle('(');
    int next = stage < Stage.SIGNS ? Stage.AFTER_OPEN[stage] : Stage.FLUSH;
    if (next == Stage.FLUSH) {
      flush('(');
      next = Stage.AFTER_OPEN[Stage.EMPTY];
    }
    int before = previous & TOKEN;
    stage = before == Tokens.IN ? next | Stage.IN : next;
    previous = '(' | OPERAND;
    if (lists != 0) {
      depth++;
      boolean columns = before == Tokens.ROLLUP || before == Tokens.CUBE;
      lists = columns ? lists | bit() : lists & ~bit();
    }
  }

  private void close() {
    settle(')');
    if (lists != 0) {
      closeList();
    }
    int next = stage < Stage.SIGNS ? Stage.AFTER_CLOSE[stage] : Stage.FLUSH;
    if (next != Stage.FLUSH) {
      stage = next;
    } else if (stage < Stage.SIGNS && Stage.closesRow(stage)) {
      boolean in = (stage & Stage.IN) != 0;
      int row = Stage.closedRow(stage);
      stage = Stage.beforeRow(stage);
      flush(')');
      if (in) {
        add(Tokens.ROW);
      } else {
        stage = row;
      }
    } else {
      flush(')');
      add(')');
    }
    previous = ')';
  }

  private void closeList() {
    lists &= ~bit();
    depth--;
    if (depth < 0) {
      lists = 0;
    }
  }

  private void comma() {
    settle(',');
    int next = stage < Stage.SIGNS ? Stage.AFTER_COMMA[stage] : Stage.FLUSH;
    if (next == Stage.FLUSH) {
      flush(',');
      add(',');
    } else {
      stage = next;
    }
    previous = ',' | OPERAND;
  }

  private void sign(int token) {
    if ((stage & Stage.SIGNS) != 0) {
      add(token);
      return;
    }
    settle(token);
    boolean belongs = (TOKENS.flags(previous & TOKEN) & Tokens.SIGN_FOLLOWS) != 0;
    if (belongs) {
      markSigns();
    }
    flush(token);
    add(token);
    if (!belongs) {
      markSigns();
    }
    stage = Stage.SIGNS;
  }

  private void markSigns() {
    signHash = hash;
    signStage = stage;
    signPrevious = previous;
    text.mark();
  }

  private void value(int kind) {
    if ((stage & Stage.SIGNS) != 0) {
      hash = signHash;
      stage = signStage;
      previous = signPrevious;
      text.backToMark();
    }
    settle(Tokens.VALUE);
    int next = Stage.AFTER_VALUE[stage];
    if (next == Stage.FLUSH) {
      flush(Tokens.VALUE);
      next = Stage.AFTER_VALUE[Stage.EMPTY];
    }
    stage = kind == Tokens.VALUES ? Stage.asList(next) : next;
    previous = Tokens.VALUE;
  }

  /** Decides about a number that may name a column, once the next token is known. */
  private void settle(int next) {
    if ((stage & Stage.COLUMN) == 0) {
      return;
    }
    stage &= ~Stage.COLUMN;
    if ((TOKENS.flags(next) & Tokens.CONTINUES_EXPRESSION) != 0) {
      return;
    }
    stage = Stage.withoutValue(stage);
    flush(next);
    hash = TokenHash.addColumnNumber(hash, columnNumber);
    if (text.isOn()) {
      text.columnNumber(columnNumber);
    }
    previous = Tokens.COLUMN_NUMBER;
  }

  private void flush(int next) {
    if (stage == Stage.EMPTY) {
      return;
    }
    settle(next);
    if ((stage & Stage.SIGNS) == 0) {
      hash = Stage.flush(hash, stage);
      if (text.isOn()) {
        Stage.flush(text, stage);
      }
    }
    stage = Stage.EMPTY;
  }

  private void add(int token) {
    hash = TokenHash.add(hash, Tokens.CONTENT[token]);
    if (text.isOn()) {
      text.token(token);
    }
    previous = Tokens.AS_PREVIOUS[token];
  }

  private boolean beginsListElement() {
    int before = previous & TOKEN;
    return (lists & bit()) != 0 && (before == Tokens.BY || before == ',' || before == '(');
  }

  private static long columnNumber(byte[] digits, int from, int to) {
    long number = 0;
    for (int at = from; at < to; at++) {
      number = 10 * number + digits[at] - '0';
      if (number > MAX_COLUMN_NUMBER) {
        return 0;
      }
    }
    return number;
  }

  private long bit() {
    return depth < MAX_TRACKED_DEPTH ? 1L << depth : 0;
  }
}
