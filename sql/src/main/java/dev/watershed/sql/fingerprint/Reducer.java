package dev.watershed.sql.fingerprint;

/**
 * Turns tokens into canonical tokens, and those into a hash and a text. A reduction ("two literals
 * between commas are a list") goes back to the state before its first token: the hash, the length
 * of the text and the token before it are all that has to be kept, and only for the places where a
 * reduction may still begin.
 */
final class Reducer {
  private static final Tokens TOKENS = Tokens.TABLE;
  private static final int OPERAND = 0x10000;
  private static final int MAX_TRACKED_DEPTH = 64;
  private static final long MAX_COLUMN_NUMBER = 0xFFFFFFFFL;

  private final CanonicalText text = new CanonicalText();
  private long hash;

  /** The last canonical token, and whether an operand follows it. */
  private int previous;

  /** The token before the last identifier with all that qualifies it. */
  private int beforeName;

  // What the last tokens are, as far as it concerns reductions:
  // [row [,]] [(] [value [,]] [signs]
  private int row;
  private boolean rowComma;
  private boolean parenthesis;
  private int value;
  private boolean valueComma;
  private boolean signs;

  // The states to go back to.
  private long rowHash;
  private int rowText;
  private int rowPrevious;
  private long parenthesisHash;
  private int parenthesisText;
  private int parenthesisPrevious;
  private long valueHash;
  private int valueText;
  private int valuePrevious;
  private long signHash;
  private int signText;
  private int signPrevious;

  /** A number that names a column unless an operator follows; 0 is none. */
  private long columnNumber;

  private int depth;

  /** Bit d: a list of GROUP BY, ORDER BY or PARTITION BY is open at depth d. */
  private long listsAtDepth;

  CanonicalText text() {
    return text;
  }

  void start() {
    hash = TokenHash.SEED;
    previous = Tokens.NONE;
    beforeName = Tokens.NONE;
    columnNumber = 0;
    depth = 0;
    listsAtDepth = 0;
    forget();
    text.stop();
  }

  long finish() {
    settleColumnNumber(Tokens.NONE);
    return TokenHash.finish(hash);
  }

  // A state that the lexer may come back to, when the next token shows that the last one was a
  // function's name.

  long hash() {
    return hash;
  }

  int previous() {
    return previous;
  }

  void goBack(long hash, int textLength, int previous) {
    this.hash = hash;
    text.shrinkTo(textLength);
    this.previous = previous;
  }

  void identifier(byte[] bytes, int from, int to) {
    settleColumnNumber(Tokens.IDENTIFIER);
    forget();
    int before = previous & 0xFFFF;
    if (before != '.') {
      beforeName = before;
    }
    hash = TokenHash.add(hash, TokenHash.content(bytes, from, to), to - from);
    if (text.isOn()) {
      blankBefore(Tokens.IDENTIFIER);
      Identifiers.append(text, bytes, from, to, before);
    }
    previous = Tokens.IDENTIFIER;
  }

  /** A literal that is an integer, which may name a column of the select list. */
  void integer(byte[] bytes, int from, int to) {
    long number = startsListElement() ? columnNumber(bytes, from, to) : 0;
    value(Tokens.VALUE);
    columnNumber = value == Tokens.VALUE && !valueComma ? number : 0;
  }

  void token(int token) {
    if (columnNumber != 0) {
      settleColumnNumber(token);
    }
    switch (token) {
      case '(' -> openParenthesis();
      case ')' -> closeParenthesis();
      case ',' -> comma();
      case '+', '-' -> sign(token);
      case Tokens.VALUE, Tokens.VALUES -> value(token);
      default -> word(token);
    }
  }

  private void word(int token) {
    if (token == Tokens.NULL && (previous & OPERAND) != 0) {
      value(Tokens.VALUE);
      return;
    }
    forget();
    if (token == Tokens.BY) {
      int before = previous & 0xFFFF;
      if (before == Tokens.GROUP || before == Tokens.ORDER || before == Tokens.PARTITION) {
        listsAtDepth |= bit();
      }
    } else if (token == Tokens.LIMIT || token == Tokens.SELECT || token == ';') {
      listsAtDepth &= ~bit();
    }
    boolean transparent = token == Tokens.NOT && (previous & OPERAND) == 0;
    add(token);
    if (transparent) {
      previous = token;
    }
  }

  private void openParenthesis() {
    endSigns();
    if (text.isOn()) {
      nameCalled(previous & 0xFFFF);
    }
    if (!(row != 0 && rowComma && !parenthesis && value == 0)) {
      row = 0;
      rowComma = false;
    }
    value = 0;
    valueComma = false;
    parenthesis = true;
    parenthesisHash = hash;
    parenthesisText = text.length();
    parenthesisPrevious = previous;
    int before = previous & 0xFFFF;
    depth++;
    listsAtDepth &= ~bit();
    if (before == Tokens.ROLLUP || before == Tokens.CUBE) {
      listsAtDepth |= bit();
    }
    add('(');
  }

  private void nameCalled(int token) {
    byte[] alone = TOKENS.text(token);
    byte[] called = TOKENS.calledText(token);
    if (alone.length != called.length) {
      text.shrinkTo(text.length() - alone.length);
      text.append(called, 0, called.length);
    }
  }

  private void closeParenthesis() {
    endSigns();
    if (depth > 0) {
      listsAtDepth &= ~bit();
      depth--;
    }
    if (!parenthesis || value == 0 || valueComma) {
      forget();
      add(')');
      return;
    }
    int kind = value == Tokens.VALUE ? Tokens.ROW_OF_ONE : Tokens.ROW;
    boolean inList = (parenthesisPrevious & 0xFFFF) == Tokens.IN;
    if (inList) {
      goBack(parenthesisHash, parenthesisText, parenthesisPrevious);
      forget();
      add(Tokens.ROW);
      return;
    }
    if (row == kind) {
      goBack(rowHash, rowText, rowPrevious);
    } else {
      goBack(parenthesisHash, parenthesisText, parenthesisPrevious);
      rowHash = hash;
      rowText = text.length();
      rowPrevious = previous;
    }
    forget();
    row = kind;
    add(kind);
  }

  private void comma() {
    endSigns();
    if (value != 0 && !valueComma) {
      valueComma = true;
    } else if (row != 0 && value == 0 && !parenthesis && !rowComma) {
      rowComma = true;
    } else {
      forget();
    }
    add(',');
  }

  private void sign(int token) {
    if (!signs) {
      signs = true;
      if ((TOKENS.flags(previous & 0xFFFF) & Tokens.SIGN_FOLLOWS) != 0) {
        markSign();
        add(token);
      } else {
        forget();
        signs = true;
        add(token);
        markSign();
      }
      return;
    }
    add(token);
  }

  private void markSign() {
    signHash = hash;
    signText = text.length();
    signPrevious = previous;
  }

  private void value(int kind) {
    if (signs) {
      goBack(signHash, signText, signPrevious);
      signs = false;
    }
    if (value != 0 && valueComma) {
      goBack(valueHash, valueText, valuePrevious);
      valueComma = false;
      value = Tokens.VALUES;
      add(Tokens.VALUES);
      return;
    }
    if (value != 0 || !parenthesis) {
      forget();
    }
    valueHash = hash;
    valueText = text.length();
    valuePrevious = previous;
    value = kind;
    add(kind);
  }

  /** Signs that no literal followed stay, and end whatever came before them. */
  private void endSigns() {
    if (signs) {
      forget();
    }
  }

  private void forget() {
    row = 0;
    rowComma = false;
    parenthesis = false;
    value = 0;
    valueComma = false;
    signs = false;
  }

  private void add(int token) {
    hash = TokenHash.add(hash, TOKENS.content(token), TokenHash.WORD);
    if (text.isOn()) {
      blankBefore(token);
      byte[] name = TOKENS.text(token);
      text.append(name, 0, name.length);
    }
    int flags = TOKENS.flags(token);
    previous = (flags & Tokens.OPERAND_FOLLOWS) != 0 ? token | OPERAND : token;
  }

  private boolean startsListElement() {
    int before = previous & 0xFFFF;
    return (listsAtDepth & bit()) != 0
        && !signs
        && (before == Tokens.BY || before == ',' || before == '(');
  }

  private static long columnNumber(byte[] bytes, int from, int to) {
    long number = 0;
    for (int at = from; at < to; at++) {
      number = 10 * number + bytes[at] - '0';
      if (number > MAX_COLUMN_NUMBER) {
        return 0;
      }
    }
    return number;
  }

  private void settleColumnNumber(int next) {
    long number = columnNumber;
    if (number == 0) {
      return;
    }
    columnNumber = 0;
    if ((TOKENS.flags(next) & Tokens.CONTINUES_EXPRESSION) != 0) {
      return;
    }
    goBack(valueHash, valueText, valuePrevious);
    forget();
    hash = TokenHash.add(hash, number, TokenHash.COLUMN_NUMBER);
    if (text.isOn()) {
      blankBefore(Tokens.COLUMN_NUMBER);
      String digits = Long.toString(number);
      for (int at = 0; at < digits.length(); at++) {
        text.append((byte) digits.charAt(at));
      }
    }
    previous = Tokens.COLUMN_NUMBER;
  }

  private long bit() {
    return depth < MAX_TRACKED_DEPTH ? 1L << depth : 0;
  }

  private void blankBefore(int token) {
    int before = previous & 0xFFFF;
    boolean none =
        switch (before) {
          case Tokens.NONE, '(', '.', '@' -> true;
          default -> false;
        };
    if (!none) {
      none =
          switch (token) {
            case ',', ')', '.', ';' -> true;
            case '(', Tokens.ROW, Tokens.ROW_OF_ONE -> calls(before);
            default -> false;
          };
    }
    if (!none) {
      text.append((byte) ' ');
    }
  }

  private boolean calls(int before) {
    if (before == Tokens.IDENTIFIER) {
      return beforeName == Tokens.CALL
          || beforeName == Tokens.NONE
          || (TOKENS.flags(beforeName) & Tokens.OPERAND_FOLLOWS) != 0;
    }
    return (TOKENS.flags(before) & Tokens.CALLS) != 0;
  }
}
