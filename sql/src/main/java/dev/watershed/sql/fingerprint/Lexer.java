package dev.watershed.sql.fingerprint;

import dev.watershed.sql.SqlMode;
import java.util.Locale;
import java.util.Optional;

/**
 * Cuts bytes into tokens as the server's lexer does. What may span feeds (strings, quoted
 * identifiers, comments, long hexadecimal numbers) is a mode; every other token is left unconsumed
 * until it is whole.
 */
final class Lexer {
  private static final Tokens TOKENS = Tokens.TABLE;

  /** A word or number that goes on longer than this is cut, and goes on as another one. */
  private static final int MAX_WORD = 1024;

  private static final int CODE = 0;
  private static final int STRING = 1;
  private static final int QUOTED = 2;
  private static final int LINE_COMMENT = 3;
  private static final int BLOCK_COMMENT = 4;
  private static final int HEX = 5;
  private static final int DOLLAR = 6;

  private final SqlMode mode;
  private final boolean digestText;
  private final Reducer reducer = new Reducer();
  private final IdentifierBuffer name = new IdentifierBuffer(MAX_WORD);

  private int state;
  private byte quote;
  private boolean escapes;

  /** Comments that may still open inside this one. */
  private int nestable;

  private boolean nested;
  private int commentFrom;

  private boolean pointFollows;
  private boolean nameFollows;
  private boolean variable;
  private boolean systemVariable;
  private boolean hintable;
  private boolean hint;
  private boolean hintHasTokens;
  private boolean executableComment;
  private int semicolons;
  private boolean anyToken;

  private int functionToken;
  private long functionHash;
  private int functionText;
  private int functionPrevious;

  private final byte[] dollarTag = new byte[MAX_WORD + 1];
  private int dollarTagLength;
  private int dollarMatched;

  int leadingFrom;
  int leadingTo;
  int trailingFrom;
  int trailingTo;

  private long digest;

  Lexer(SqlMode mode, boolean digestText) {
    this.mode = mode;
    this.digestText = digestText;
  }

  Reducer reducer() {
    return reducer;
  }

  long digest() {
    return digest;
  }

  void begin() {
    reducer.start();
    state = CODE;
    commentFrom = -1;
    pointFollows = false;
    nameFollows = false;
    variable = false;
    systemVariable = false;
    hintable = false;
    hint = false;
    hintHasTokens = false;
    executableComment = false;
    semicolons = 0;
    anyToken = false;
    functionToken = -1;
    leadingFrom = -1;
    leadingTo = -1;
    trailingFrom = -1;
    trailingTo = -1;
  }

  boolean open() {
    return state == STRING || state == QUOTED || state == BLOCK_COMMENT || state == DOLLAR;
  }

  int feed(byte[] b, int from, int to, boolean last) {
    commentFrom = -1;
    int at = from;
    while (at < to) {
      int next =
          switch (state) {
            case STRING -> string(b, at, to, last);
            case QUOTED -> quoted(b, at, to, last);
            case LINE_COMMENT -> lineComment(b, at, to);
            case BLOCK_COMMENT -> blockComment(b, at, to, last);
            case HEX -> hex(b, at, to);
            case DOLLAR -> dollar(b, at, to);
            default -> code(b, at, to, last);
          };
      if (next < 0) {
        return at;
      }
      at = next;
    }
    if (last) {
      if (state == QUOTED) {
        name.finish();
        identifier(name.bytes(), 0, name.length());
      }
      state = CODE;
      digest = reducer.finish();
    }
    return at;
  }

  // ---- one token; returns where the next begins, or -1 if more bytes are needed

  private int code(byte[] b, int at, int to, boolean last) {
    byte c = b[at];
    if (Bytes.isSpace(c)) {
      return at + 1;
    }
    if (c == '`' || c == '"' && mode.ansiQuotes() && !digestText) {
      state = QUOTED;
      quote = c;
      name.clear();
      return at + 1;
    }
    if (c == '\'' || c == '"') {
      openString(c, !mode.noBackslashEscapes());
      return at + 1;
    }
    if (variable) {
      return host(b, at, to, last);
    }
    if (Bytes.isWord(c)) {
      return word(b, at, to, last);
    }
    int second = at + 1 < to ? b[at + 1] : -1;
    int third = at + 2 < to ? b[at + 2] : -1;
    if (at + 2 >= to && !last && "-/*<>=!:|&.@".indexOf(c) >= 0 && !(second == '\n')) {
      return -1;
    }
    switch (c) {
      case '#':
        state = LINE_COMMENT;
        return at + 1;
      case '-':
        if (second == '-' && (third < 0 && at + 2 >= to || isBlankOrControl(third))) {
          state = LINE_COMMENT;
          return at + 2;
        }
        if (second == '>') {
          if (third == '>') {
            token(Tokens.JSON_EXTRACT_UNQUOTED);
            return at + 3;
          }
          token(Tokens.JSON_EXTRACT);
          return at + 2;
        }
        break;
      case '/':
        if (second == '*') {
          return openComment(b, at, to, last);
        }
        break;
      case '*':
        if (second == '/' && (hint || executableComment)) {
          if (hint) {
            hint = false;
            if (hintHasTokens) {
              token(Tokens.HINT_CLOSE);
            }
          }
          executableComment = false;
          return at + 2;
        }
        break;
      case '<':
        if (second == '=') {
          token(third == '>' ? Tokens.NULL_SAFE_EQUAL : Tokens.LESS_OR_EQUAL);
          return third == '>' ? at + 3 : at + 2;
        }
        if (second == '>' || second == '<') {
          token(second == '>' ? Tokens.NOT_EQUAL : Tokens.SHIFT_LEFT);
          return at + 2;
        }
        break;
      case '>':
        if (second == '=' || second == '>') {
          token(second == '=' ? Tokens.GREATER_OR_EQUAL : Tokens.SHIFT_RIGHT);
          return at + 2;
        }
        break;
      case '!':
        if (second == '=') {
          token(Tokens.NOT_EQUAL);
          return at + 2;
        }
        break;
      case ':':
        if (second == '=') {
          token(Tokens.ASSIGN);
          return at + 2;
        }
        break;
      case '|':
        if (second == '|') {
          token(Tokens.OR_OR);
          return at + 2;
        }
        break;
      case '&':
        if (second == '&') {
          token(Tokens.AND_AND);
          return at + 2;
        }
        break;
      case '.':
        if (second == '.' && third == '.') {
          token(Tokens.VALUES);
          return at + 3;
        }
        if (!pointFollows && second >= '0' && second <= '9') {
          return number(b, at, to, last);
        }
        token('.');
        nameFollows = Bytes.isWord((byte) second) && at + 1 < to;
        return at + 1;
      case '?':
        token(Tokens.VALUE);
        return at + 1;
      case ';':
        functionToken = -1;
        semicolons++;
        return at + 1;
      case '@':
        token('@');
        if (second == '@') {
          token('@');
          systemVariable = true;
          return at + 2;
        }
        variable = !hint && second != '\'' && second != '"' && second != '?' && second != '`';
        return at + 1;
      case '(':
        if (digestText && startsWith(b, at, to, "(_charset)")) {
          token(Tokens.CHARACTER_SET);
          return at + 10;
        }
        break;
      default:
        break;
    }
    token(c & 0xFF);
    return at + 1;
  }

  private static boolean startsWith(byte[] b, int at, int to, String prefix) {
    if (to - at < prefix.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (b[at + i] != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBlankOrControl(int c) {
    return c >= 0 && c <= ' ' || c == 0x7F;
  }

  /**
   * After a single {@code @}: a host, or the name of a variable; the server counts both as data.
   */
  private int host(byte[] b, int at, int to, boolean last) {
    int end = at;
    int limit = Math.min(to, at + MAX_WORD);
    while (end < limit && (Bytes.isWord(b[end]) || b[end] == '.')) {
      end++;
    }
    if (end == to && !last && end - at < MAX_WORD) {
      return -1;
    }
    variable = false;
    if (end > at) {
      token(Tokens.VALUE);
      return end;
    }
    return at;
  }

  private int word(byte[] b, int at, int to, boolean last) {
    int limit = Math.min(to, at + MAX_WORD);
    if (Bytes.isDigit(b[at]) && !nameFollows && !systemVariable && !hint) {
      int end = number(b, at, to, last);
      if (end != at) {
        return end;
      }
    }
    int end = at;
    while (end < limit && Bytes.isWord(b[end])) {
      end++;
    }
    boolean cut = end - at == MAX_WORD;
    if (!cut && !last && (end == to || b[end] == '.' && end + 1 == to)) {
      return -1;
    }
    int after = end < to ? b[end] : ' ';
    if (!nameFollows && b[at] == '$' && !systemVariable) {
      int second = at + 1;
      while (second < end && b[second] != '$') {
        second++;
      }
      if (second < end) {
        dollarTagLength = second + 1 - at;
        System.arraycopy(b, at, dollarTag, 0, dollarTagLength);
        dollarMatched = 0;
        token(Tokens.DOLLAR_QUOTED);
        state = DOLLAR;
        return second + 1;
      }
    }
    if (!nameFollows && end - at == 1 && after == '\'') {
      int prefix = b[at] | 0x20;
      if (prefix == 'n' || prefix == 'x' || prefix == 'b') {
        openString((byte) '\'', prefix == 'n' && !mode.noBackslashEscapes());
        return end + 1;
      }
    }
    boolean named = nameFollows;
    boolean qualifies = after == '.' && end + 1 < to && Bytes.isWord(b[end + 1]);
    if (hint) {
      hintWord(b, at, end);
      return end;
    }
    if (!named && (!qualifies || systemVariable)) {
      int token = keyword(b, at, end, after);
      if (token >= 0) {
        pointFollows = qualifies;
        wordToken(token);
        pointFollows = qualifies;
        return end;
      }
    }
    int function = -1;
    if (mode.ignoreSpace() && !named && !qualifies && Bytes.isSpace((byte) after)) {
      function = TOKENS.function(upper(b, at, end)).orElse(-1);
      flushSemicolons();
      functionHash = reducer.hash();
      functionText = reducer.text().length();
      functionPrevious = reducer.previous();
    }
    name.clear();
    name.append(b, at, end);
    name.finish();
    identifier(name.bytes(), 0, name.length());
    functionToken = function;
    pointFollows = qualifies;
    return end;
  }

  private void wordToken(int token) {
    if (token == Tokens.NOT && mode.highNotPrecedence()) {
      token('!');
      return;
    }
    boolean hints = (TOKENS.flags(token) & Tokens.HINTABLE) != 0;
    token(token);
    hintable = hints;
  }

  private void hintWord(byte[] b, int at, int end) {
    boolean number = true;
    for (int i = at; i < end; i++) {
      boolean scale = i == end - 1 && i > at && "KMG".indexOf(b[i]) >= 0;
      number &= Bytes.isDigit(b[i]) || scale;
    }
    if (number) {
      hintToken(Tokens.VALUE);
      return;
    }
    Optional<Integer> token = TOKENS.hint(upper(b, at, end));
    boolean block = variable || systemVariable;
    if (token.isPresent() && !block) {
      hintToken(token.get());
      return;
    }
    openHint();
    name.clear();
    name.append(b, at, end);
    name.finish();
    identifier(name.bytes(), 0, name.length());
  }

  private void openHint() {
    if (!hintHasTokens) {
      hintHasTokens = true;
      token(Tokens.HINT_OPEN);
    }
  }

  private void hintToken(int token) {
    openHint();
    token(token);
  }

  private int keyword(byte[] b, int at, int end, int after) {
    String word = upper(b, at, end);
    if (word.isEmpty()) {
      return -1;
    }
    Optional<Integer> token = TOKENS.word(word);
    if (token.isEmpty() && (after == '(' || digestText)) {
      token = TOKENS.function(word);
    }
    return token.orElse(-1);
  }

  private static String upper(byte[] b, int at, int end) {
    StringBuilder word = new StringBuilder();
    for (int i = at; i < end; i++) {
      if (b[i] < 0) {
        return "";
      }
      word.append((char) b[i]);
    }
    return word.toString().toUpperCase(Locale.ROOT);
  }

  /** Returns {@code at} if what stands there is no number but a name that begins with digits. */
  private int number(byte[] b, int at, int to, boolean last) {
    int limit = Math.min(to, at + MAX_WORD);
    boolean whole = last || to - at >= MAX_WORD;
    int i = at;
    if (b[at] == '0' && at + 1 < limit && (b[at + 1] == 'x' || b[at + 1] == 'b')) {
      boolean hexadecimal = b[at + 1] == 'x';
      i = at + 2;
      while (i < limit && (hexadecimal ? Bytes.isHexDigit(b[i]) : b[i] == '0' || b[i] == '1')) {
        i++;
      }
      if (i == limit && !whole) {
        return -1;
      }
      if (i - at >= 3 && (i == limit || !Bytes.isWord(b[i]))) {
        if (i - at == MAX_WORD && hexadecimal) {
          state = HEX;
        }
        token(Tokens.VALUE);
        return i;
      }
      return at;
    }
    while (i < limit && Bytes.isDigit(b[i])) {
      i++;
    }
    if (i == limit && !whole) {
      return -1;
    }
    if (i < limit && (b[i] | 0x20) == 'e') {
      int exponent = i + 1;
      if (exponent < limit && (b[exponent] == '+' || b[exponent] == '-')) {
        exponent++;
      }
      if (exponent >= limit && !whole) {
        return -1;
      }
      if (exponent < limit && Bytes.isDigit(b[exponent])) {
        return exponentDigits(b, exponent, limit, whole);
      }
    }
    if (i < limit && Bytes.isWord(b[i])) {
      return at;
    }
    if (i >= limit || b[i] != '.') {
      flushSemicolons();
      before(Tokens.VALUE);
      reducer.integer(b, at, i);
      anyToken = true;
      after();
      return i;
    }
    i++;
    while (i < limit && Bytes.isDigit(b[i])) {
      i++;
    }
    if (i == limit && !whole) {
      return -1;
    }
    if (i < limit && (b[i] | 0x20) == 'e') {
      int exponent = i + 1;
      if (exponent < limit && (b[exponent] == '+' || b[exponent] == '-')) {
        exponent++;
      }
      if (exponent >= limit && !whole) {
        return -1;
      }
      if (exponent < limit && Bytes.isDigit(b[exponent])) {
        return exponentDigits(b, exponent, limit, whole);
      }
    }
    token(Tokens.VALUE);
    return i;
  }

  private int exponentDigits(byte[] b, int from, int limit, boolean whole) {
    int i = from;
    while (i < limit && Bytes.isDigit(b[i])) {
      i++;
    }
    if (i == limit && !whole) {
      return -1;
    }
    token(Tokens.VALUE);
    return i;
  }

  // ---- what may span feeds

  private void openString(byte quote, boolean escapes) {
    state = STRING;
    this.quote = quote;
    this.escapes = escapes;
    if (hint) {
      openHint();
    }
    token(Tokens.VALUE);
  }

  private int string(byte[] b, int at, int to, boolean last) {
    for (int i = at; i < to; i++) {
      byte c = b[i];
      if (c == '\\' && escapes) {
        if (i + 1 == to) {
          return last ? to : partial(at, i);
        }
        i++;
      } else if (c == quote) {
        if (i + 1 == to && !last) {
          return partial(at, i);
        }
        if (i + 1 < to && b[i + 1] == quote) {
          i++;
        } else {
          state = CODE;
          return i + 1;
        }
      }
    }
    return to;
  }

  /** Consumes up to {@code i}, whose meaning the next byte decides. */
  private static int partial(int at, int i) {
    return i == at ? -1 : i;
  }

  private int quoted(byte[] b, int at, int to, boolean last) {
    for (int i = at; i < to; i++) {
      byte c = b[i];
      if (c == quote) {
        if (i + 1 == to && !last) {
          return partial(at, i);
        }
        boolean doubled =
            digestText
                ? i + 1 < to && b[i + 1] != ' ' && b[i + 1] != '@'
                : i + 1 < to && b[i + 1] == quote;
        if (!doubled) {
          state = CODE;
          name.finish();
          if (hint) {
            openHint();
          }
          identifier(name.bytes(), 0, name.length());
          return i + 1;
        }
        if (!digestText) {
          i++;
        }
      }
      name.append(c);
    }
    return to;
  }

  private int lineComment(byte[] b, int at, int to) {
    functionToken = -1;
    for (int i = at; i < to; i++) {
      if (b[i] == '\n') {
        state = CODE;
        return i + 1;
      }
    }
    return to;
  }

  private int openComment(byte[] b, int at, int to, boolean last) {
    functionToken = -1;
    int third = at + 2 < to ? b[at + 2] : -1;
    if (third == '+' && hintable && !hint) {
      hint = true;
      hintHasTokens = false;
      hintable = false;
      return at + 3;
    }
    if (third == '!' && !hint) {
      int limit = Math.min(to, at + 10);
      int digits = at + 3;
      while (digits < limit && digits < at + 9 && Bytes.isDigit(b[digits])) {
        digits++;
      }
      if (limit < at + 10 && digits == limit && !last) {
        return -1;
      }
      int length = digits - at - 3;
      if (length < 5) {
        executableComment = true;
        return at + 3;
      }
      boolean six = length == 6 && digits < to && Bytes.isSpace(b[digits]);
      if (!six) {
        digits = at + 8;
      }
      int version = 0;
      for (int i = at + 3; i < digits; i++) {
        version = 10 * version + b[i] - '0';
      }
      if (version <= KeywordTable.VERSION) {
        executableComment = true;
        return digits;
      }
      nestable = 1;
      nested = false;
      commentFrom = -1;
      state = BLOCK_COMMENT;
      return digits;
    }
    nestable = 0;
    nested = false;
    commentFrom = at + 2;
    state = BLOCK_COMMENT;
    return at + 2;
  }

  private int blockComment(byte[] b, int at, int to, boolean last) {
    for (int i = at; i < to; i++) {
      byte c = b[i];
      if (c == '*' || c == '/' && nestable == 1 && !nested) {
        if (i + 1 == to) {
          return last ? to : partial(at, i);
        }
        if (c == '/' && b[i + 1] == '*') {
          nested = true;
          i++;
        } else if (c == '*' && b[i + 1] == '/') {
          if (nested) {
            nested = false;
            i++;
          } else {
            if (commentFrom >= 0) {
              comment(commentFrom, i);
            }
            state = CODE;
            return i + 2;
          }
        }
      }
    }
    return to;
  }

  private void comment(int from, int to) {
    if (!anyToken) {
      if (leadingFrom < 0) {
        leadingFrom = from;
        leadingTo = to;
      }
      return;
    }
    trailingFrom = from;
    trailingTo = to;
  }

  private int hex(byte[] b, int at, int to) {
    for (int i = at; i < to; i++) {
      if (!Bytes.isHexDigit(b[i])) {
        state = CODE;
        return i;
      }
    }
    return to;
  }

  private int dollar(byte[] b, int at, int to) {
    for (int i = at; i < to; i++) {
      if (dollarMatched == 0) {
        dollarMatched = b[i] == '$' ? 1 : 0;
      } else if (b[i] == dollarTag[dollarMatched]) {
        if (++dollarMatched == dollarTagLength) {
          state = CODE;
          return i + 1;
        }
      } else {
        dollarMatched = 0;
      }
    }
    return to;
  }

  // ---- tokens to the reducer

  private void token(int token) {
    flushSemicolons();
    before(token);
    reducer.token(token);
    anyToken = true;
    after();
  }

  private void identifier(byte[] bytes, int from, int to) {
    flushSemicolons();
    reducer.identifier(bytes, from, to);
    anyToken = true;
    after();
  }

  private void before(int token) {
    if (functionToken >= 0) {
      if (token == '(') {
        reducer.goBack(functionHash, functionText, functionPrevious);
        int function = functionToken;
        functionToken = -1;
        reducer.token(function);
      }
      functionToken = -1;
    }
  }

  private void after() {
    functionToken = -1;
    pointFollows = false;
    nameFollows = false;
    variable = false;
    systemVariable = false;
    hintable = false;
    trailingFrom = -1;
    trailingTo = -1;
  }

  private void flushSemicolons() {
    while (semicolons > 0) {
      semicolons--;
      reducer.token(';');
    }
  }
}
