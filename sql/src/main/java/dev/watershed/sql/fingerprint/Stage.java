package dev.watershed.sql.fingerprint;

/**
 * What waits to be reduced: a small number that says which of the tokens
 *
 * <pre>  [row [,]] [(] [value [,]]</pre>
 *
 * were the last ones. They are in no hash and no text yet. The four tables give the number after
 * one more token, or {@link #FLUSH} where the waiting tokens have to be let go first.
 */
final class Stage {
  static final int EMPTY = 0;
  static final int FLUSH = -1;

  private static final int VALUE = 1;
  private static final int VALUES = 2;
  private static final int ANY_VALUE = 3;
  private static final int COMMA = 4;
  private static final int PARENTHESIS = 8;
  private static final int ROW_OF_ONE = 16;
  private static final int ROW = 32;
  private static final int ANY_ROW = 48;
  private static final int ROW_COMMA = 64;

  /** The parenthesis stands directly after IN. */
  static final int IN = 128;

  /** Signs that belong to a literal, should one follow: nothing else waits. */
  static final int SIGNS = 256;

  /** The value is a number that names a column, unless an operator follows. */
  static final int COLUMN = 512;

  /** Either needs a closer look at the next token. */
  static final int UNDECIDED = SIGNS | COLUMN;

  private static final int COUNT = 256;

  static final short[] AFTER_VALUE = table(Stage::afterValue);
  static final short[] AFTER_COMMA = table(Stage::afterComma);
  static final short[] AFTER_OPEN = table(Stage::afterOpen);
  static final short[] AFTER_CLOSE = table(Stage::afterClose);

  private Stage() {}

  static boolean isSingleValue(int stage) {
    return (stage & (ANY_VALUE | COMMA)) == VALUE;
  }

  /** Lets the waiting tokens go, into the hash alone. */
  static long flush(long hash, int stage) {
    long h = hash;
    if ((stage & ANY_ROW) != 0) {
      h = add(h, (stage & ROW) != 0 ? Tokens.ROW : Tokens.ROW_OF_ONE);
      if ((stage & ROW_COMMA) != 0) {
        h = add(h, ',');
      }
    }
    if ((stage & PARENTHESIS) != 0) {
      h = add(h, '(');
    }
    if ((stage & ANY_VALUE) != 0) {
      h = add(h, (stage & VALUES) != 0 ? Tokens.VALUES : Tokens.VALUE);
      if ((stage & COMMA) != 0) {
        h = add(h, ',');
      }
    }
    return h;
  }

  private static long add(long hash, int token) {
    return TokenHash.add(hash, Tokens.CONTENT[token]);
  }

  /** Lets the waiting tokens go, into the text alone. */
  static void flush(CanonicalText text, int stage) {
    if ((stage & ANY_ROW) != 0) {
      text.token((stage & ROW) != 0 ? Tokens.ROW : Tokens.ROW_OF_ONE);
      if ((stage & ROW_COMMA) != 0) {
        text.token(',');
      }
    }
    if ((stage & PARENTHESIS) != 0) {
      text.token('(');
    }
    if ((stage & ANY_VALUE) != 0) {
      text.token((stage & VALUES) != 0 ? Tokens.VALUES : Tokens.VALUE);
      if ((stage & COMMA) != 0) {
        text.token(',');
      }
    }
  }

  private interface Transition {
    int after(int stage);
  }

  private static short[] table(Transition transition) {
    short[] table = new short[COUNT];
    for (int stage = 0; stage < COUNT; stage++) {
      table[stage] = (short) transition.after(stage);
    }
    return table;
  }

  private static int afterValue(int stage) {
    if ((stage & ANY_VALUE) == 0) {
      boolean rowEnds = (stage & ANY_ROW) != 0 && (stage & PARENTHESIS) == 0;
      return rowEnds ? FLUSH : stage | VALUE;
    }
    return (stage & COMMA) != 0 ? stage & ~(COMMA | VALUE) | VALUES : FLUSH;
  }

  private static int afterComma(int stage) {
    if ((stage & ANY_VALUE) != 0) {
      return (stage & COMMA) == 0 ? stage | COMMA : FLUSH;
    }
    boolean afterRow = (stage & ANY_ROW) != 0 && (stage & (PARENTHESIS | ROW_COMMA)) == 0;
    return afterRow ? stage | ROW_COMMA : FLUSH;
  }

  private static int afterOpen(int stage) {
    boolean afterRowComma = (stage & ROW_COMMA) != 0 && (stage & (PARENTHESIS | ANY_VALUE)) == 0;
    return stage == EMPTY || afterRowComma ? stage | PARENTHESIS : FLUSH;
  }

  /** After a row of IN or of another kind than its predecessor the caller decides. */
  private static int afterClose(int stage) {
    boolean closes =
        (stage & PARENTHESIS) != 0 && (stage & ANY_VALUE) != 0 && (stage & (COMMA | IN)) == 0;
    int row = (stage & VALUES) != 0 ? ROW : ROW_OF_ONE;
    boolean joins = (stage & ANY_ROW) == 0 || (stage & ANY_ROW) == row;
    return closes && joins ? row : FLUSH;
  }

  /** Whether a closing parenthesis makes a row, as it does not in {@code (?, )}. */
  static boolean closesRow(int stage) {
    return (stage & PARENTHESIS) != 0 && (stage & ANY_VALUE) != 0 && (stage & COMMA) == 0;
  }

  /** The row that is whole, from a stage that ends in an open one. */
  static int closedRow(int stage) {
    return (stage & VALUES) != 0 ? ROW : ROW_OF_ONE;
  }

  /** The stage as if the last value were a list of values. */
  static int asList(int stage) {
    return stage & ~VALUE | VALUES;
  }

  static int withoutValue(int stage) {
    return stage & ~(ANY_VALUE | COMMA);
  }

  /** What waits before the open row. */
  static int beforeRow(int stage) {
    return stage & (ANY_ROW | ROW_COMMA);
  }
}
