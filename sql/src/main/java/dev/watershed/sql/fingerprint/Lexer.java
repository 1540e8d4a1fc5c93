package dev.watershed.sql.fingerprint;

import dev.watershed.sql.DollarQuotes;
import dev.watershed.sql.SqlMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Cuts bytes into tokens as the server's lexer does. What may span feeds (strings, quoted
 * identifiers, comments, long hexadecimal numbers) is a state; every other token is left unconsumed
 * until it is whole. Plain code is handed to a {@link FastLexer} first, which stops at whatever it
 * does not know.
 */
final class Lexer {
  /** A word or number that goes on longer than this is cut, and goes on as another one. */
  static final int MAX_WORD = 1024;

  /** A token may go on beyond the bytes at hand. */
  private static final int MORE = -1;

  private enum State {
    CODE,
    STRING,
    QUOTED_NAME,
    LINE_COMMENT,
    BLOCK_COMMENT,
    HEXADECIMAL,
    DOLLAR_QUOTED
  }

  // How a server names two tokens in its digest texts.
  private static final byte[] CHARACTER_SET_NAME = ascii("(_charset)");
  private static final byte[] UNKNOWN_NAME = ascii("(unknown)");

  private final SqlMode mode;
  private final boolean digestText;
  private final Reducer reducer = new Reducer();
  private final FastLexer fast;
  private final SecretPlaces secrets;
  private final Comments comments = new Comments();
  private final DollarQuotes dollarQuotes = new DollarQuotes(MAX_WORD);
  private final IdentifierBuffer name = new IdentifierBuffer(MAX_WORD);

  private State state;
  private byte quote;
  private boolean escapes;

  // What the last token says about the next one.
  private boolean pointFollows;
  private boolean nameFollows;
  private boolean hostFollows;
  private boolean systemVariable;
  private boolean hintMayFollow;

  private boolean hint;
  private boolean hintIsOpen;
  private boolean executableComment;
  private int semicolons;

  /** A function's name with a blank behind it, under IGNORE_SPACE: a keyword if "(" follows. */
  private int function;

  private final IdentifierBuffer functionName = new IdentifierBuffer(MAX_WORD);

  /** A backslash stood outside strings: one that seemed to escape a quote did not. */
  private boolean strayBackslash;

  private long digest;

  Lexer(SqlMode mode, boolean digestText) {
    this.mode = mode;
    this.digestText = digestText;
    fast = new FastLexer(mode, reducer);
    secrets = new SecretPlaces(mode.ansiQuotes());
  }

  void begin() {
    reducer.start();
    secrets.start();
    comments.clear();
    state = State.CODE;
    nothingFollows();
    hint = false;
    executableComment = false;
    semicolons = 0;
    function = Keywords.NONE;
    strayBackslash = false;
  }

  CanonicalText text() {
    return reducer.text();
  }

  Comments comments() {
    return comments;
  }

  long digest() {
    return digest;
  }

  boolean open() {
    return switch (state) {
      case STRING, QUOTED_NAME, BLOCK_COMMENT, DOLLAR_QUOTED -> true;
      case CODE, LINE_COMMENT, HEXADECIMAL -> false;
    };
  }

  int feed(byte[] b, int from, int to, boolean last) {
    comments.nextFeed();
    int at = from;
    while (at < to) {
      if (state == State.CODE && isPlain()) {
        int reached = fast.run(b, at, to);
        if (reached != at) {
          at = reached;
          fastTokens(fast.sawToken());
          continue;
        }
      }
      int next = step(b, at, to, last);
      if (next == MORE) {
        return at;
      }
      at = next;
    }
    if (last) {
      finish();
    }
    return at;
  }

  private boolean isPlain() {
    return !(hint
        || pointFollows
        || nameFollows
        || hostFollows
        || systemVariable
        || executableComment
        || semicolons > 0
        || function != Keywords.NONE
        || digestText
        || reducer.text().isOn()
        || secrets.watches()
        || (reducer.stage & Stage.UNDECIDED) != 0);
  }

  private void fastTokens(boolean any) {
    if (any) {
      comments.token();
      int previous = reducer.previous & Reducer.TOKEN;
      hintMayFollow = (Tokens.TABLE.flags(previous) & Tokens.HINTABLE) != 0;
      nameFollows = fast.nameFollows();
    }
  }

  private void finish() {
    boolean misread = !digestText && (strayBackslash || open());
    if (state == State.QUOTED_NAME) {
      endQuotedName();
    }
    releaseFunction();
    state = State.CODE;
    digest = reducer.finish(misread);
  }

  /** One token, or one state's bytes; returns where the next begins. */
  private int step(byte[] b, int at, int to, boolean last) {
    return switch (state) {
      case CODE -> code(b, at, to, last);
      case STRING -> string(b, at, to, last);
      case QUOTED_NAME -> quotedName(b, at, to, last);
      case LINE_COMMENT -> lineComment(b, at, to);
      case BLOCK_COMMENT -> blockComment(b, at, to, last);
      case HEXADECIMAL -> hexadecimal(b, at, to);
      case DOLLAR_QUOTED -> dollarQuoted(b, at, to);
    };
  }

  private int code(byte[] b, int at, int to, boolean last) {
    byte c = b[at];
    if (Bytes.isSpace(c)) {
      return at + 1;
    }
    boolean ansi = c == '"' && mode.ansiQuotes() && !digestText;
    if (c == '`' || ansi && !secretMayFollow()) {
      openQuotedName(c);
      return at + 1;
    }
    if (c == '\'' || c == '"') {
      openString(c, !ansi && !mode.noBackslashEscapes());
      return at + 1;
    }
    if (hostFollows) {
      return host(b, at, to, last);
    }
    if (Bytes.isWord(c)) {
      return word(b, at, to, last);
    }
    boolean needsMore = at + 2 >= to && !last && "-/*<>=!:|&.@\\".indexOf(c) >= 0;
    if (needsMore && !(at + 1 < to && b[at + 1] == '\n')) {
      return MORE;
    }
    return symbol(b, at, to, last);
  }

  /** What still waits would stand between. */
  private boolean secretMayFollow() {
    return semicolons == 0 && function == Keywords.NONE && secrets.mayFollow();
  }

  private int symbol(byte[] b, int at, int to, boolean last) {
    byte c = b[at];
    int second = at + 1 < to ? b[at + 1] : 0;
    int third = at + 2 < to ? b[at + 2] : 0;
    if (lineCommentOpens(c, second, third)) {
      openComment(State.LINE_COMMENT);
      return at + 1;
    }
    if (c == '/' && second == '*' && !hint) {
      return blockOpens(b, at, to, last);
    }
    if (c == '*' && second == '/' && (hint || executableComment)) {
      blockCloses();
      return at + 2;
    }
    openHint();
    int operator = Operators.of(c, second, third);
    if (operator != 0) {
      token(operator & 0xFFFF);
      return at + (operator >>> 16);
    }
    switch (c) {
      case '.':
        if (!pointFollows && Bytes.isDigit((byte) second)) {
          return number(b, at, to, last);
        }
        token('.');
        nameFollows = Bytes.isWord((byte) second);
        return at + 1;
      case '?':
        token(Tokens.VALUE);
        return at + 1;
      case ';':
        releaseFunction();
        semicolons++;
        return at + 1;
      case '@':
        return at(second, at);
      default:
        break;
    }
    if (c == '(' && digestText) {
      int end = serversName(b, at, to, CHARACTER_SET_NAME, Tokens.CHARACTER_SET);
      end = end > at ? end : serversName(b, at, to, UNKNOWN_NAME, Tokens.DOLLAR_QUOTED);
      if (end > at) {
        return end;
      }
    }
    strayBackslash |= c == '\\' && !isNull(second, third);
    token(c & 0xFF);
    return at + 1;
  }

  /** MariaDB reads {@code \N} as NULL; {@code N'…'} is a literal. */
  private static boolean isNull(int second, int third) {
    return second == 'N' && third != '\'' && !Bytes.isWord((byte) third);
  }

  /** Neither a hint nor a digest text holds such comments. */
  private boolean lineCommentOpens(byte c, int second, int third) {
    boolean blank = third == ' ' || Bytes.isControl((byte) third);
    return !hint && !digestText && (c == '#' || c == '-' && second == '-' && blank);
  }

  private int at(int second, int at) {
    token('@');
    if (second == '@') {
      token('@');
      systemVariable = true;
      return at + 2;
    }
    hostFollows = !hint && (second == '.' || Bytes.isWord((byte) second));
    return at + 1;
  }

  /** After one {@code @}: a host, or a variable's name. The server counts both as a literal. */
  private int host(byte[] b, int at, int to, boolean last) {
    int limit = Math.min(to, at + MAX_WORD);
    int end = at;
    while (end < limit && (Bytes.isWord(b[end]) || b[end] == '.')) {
      end++;
    }
    if (end == to && !last && end - at < MAX_WORD) {
      return MORE;
    }
    hostFollows = false;
    if (end > at) {
      token(Tokens.VALUE);
    }
    return end;
  }

  private int word(byte[] b, int at, int to, boolean last) {
    boolean named = nameFollows;
    if (Bytes.isDigit(b[at]) && !named && !systemVariable) {
      int end = hint ? hintNumber(b, at, to, last) : number(b, at, to, last);
      if (end != at) {
        return end;
      }
    }
    int limit = Math.min(to, at + MAX_WORD);
    int end = at;
    while (end < limit && Bytes.isWord(b[end])) {
      end++;
    }
    boolean cut = end - at == MAX_WORD;
    if (!cut && !last && (end == to || b[end] == '.' && end + 1 == to)) {
      return MORE;
    }
    byte after = end < to ? b[end] : 0;
    boolean qualifies = after == '.' && end + 1 < to && Bytes.isWord(b[end + 1]);
    if (hint) {
      hintWord(b, at, end);
      return end;
    }
    if (!named && !systemVariable && (b[at] == '$' || after == '\'')) {
      int opened = prefixed(b, at, end, after);
      if (opened > at) {
        return opened;
      }
    }
    int token = named || qualifies && !systemVariable ? Keywords.NONE : Keywords.of(b, at, end);
    if (token != Keywords.NONE && isKeyword(token, after)) {
      keyword(token & Reducer.TOKEN);
    } else if (token != Keywords.NONE && mode.ignoreSpace() && Bytes.isSpace(after)) {
      releaseFunction();
      set(functionName, b, at, end);
      function = token & Reducer.TOKEN;
    } else {
      set(name, b, at, end);
      identifier(name);
    }
    pointFollows = qualifies;
    return end;
  }

  private boolean isKeyword(int token, byte after) {
    return (token & Keywords.FUNCTION) == 0 || after == '(' || digestText;
  }

  private void keyword(int token) {
    token(token == Tokens.NOT && mode.highNotPrecedence() ? '!' : token);
    hintMayFollow = (Tokens.TABLE.flags(token) & Tokens.HINTABLE) != 0;
  }

  /** What a quote or a dollar makes of a word: a literal. Returns {@code at} if it makes none. */
  private int prefixed(byte[] b, int at, int end, byte after) {
    if (b[at] == '$') {
      int body = dollarQuotes.open(b, at, end);
      if (body == at) {
        return at;
      }
      token(Tokens.DOLLAR_QUOTED);
      state = State.DOLLAR_QUOTED;
      return body;
    }
    int prefix = end - at == 1 ? b[at] | 0x20 : 0;
    if (after != '\'' || prefix != 'n' && prefix != 'x' && prefix != 'b') {
      return at;
    }
    openString((byte) '\'', prefix == 'n' && !mode.noBackslashEscapes());
    return end + 1;
  }

  private int number(byte[] b, int at, int to, boolean last) {
    int limit = Math.min(to, at + MAX_WORD);
    int measure = Numbers.measure(b, at, limit, last || to - at >= MAX_WORD);
    if (measure == Numbers.MORE) {
      return MORE;
    }
    if (measure == Numbers.NAME) {
      return at;
    }
    int end = at + (measure & Numbers.LENGTH);
    if ((measure & Numbers.INTEGER) != 0) {
      before(Tokens.VALUE);
      secrets.token(Tokens.VALUE);
      reducer.integer(b, at, end);
      nothingFollows();
    } else {
      token(Tokens.VALUE);
      boolean hexadecimal = end - at == MAX_WORD && b[at + 1] == 'x';
      state = hexadecimal ? State.HEXADECIMAL : state;
    }
    return end;
  }

  // ---- optimizer hints

  /** Digits with a fraction or a scale: {@code 1.5}, {@code 16M}. */
  private int hintNumber(byte[] b, int at, int to, boolean last) {
    int limit = Math.min(to, at + MAX_WORD);
    int end = at;
    while (end < limit && (Bytes.isDigit(b[end]) || b[end] == '.')) {
      end++;
    }
    if (end < limit && "KMG".indexOf(b[end]) >= 0) {
      end++;
    }
    if (end == to && !last && end - at < MAX_WORD) {
      return MORE;
    }
    if (end < to && Bytes.isWord(b[end])) {
      return at;
    }
    openHint();
    token(Tokens.VALUE);
    return end;
  }

  private void hintWord(byte[] b, int from, int to) {
    boolean block = (reducer.previous & Reducer.TOKEN) == '@';
    Optional<Integer> token = block ? Optional.empty() : Tokens.TABLE.hint(upper(b, from, to));
    openHint();
    if (token.isPresent()) {
      token(token.get());
    } else {
      set(name, b, from, to);
      identifier(name);
    }
  }

  private void openHint() {
    if (hint && !hintIsOpen) {
      hintIsOpen = true;
      token(Tokens.HINT_OPEN);
    }
  }

  private static String upper(byte[] b, int from, int to) {
    return new String(b, from, to - from, StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
  }

  // ---- what may span feeds

  private void openString(byte quote, boolean escapes) {
    openHint();
    token(Tokens.VALUE);
    state = State.STRING;
    this.quote = quote;
    this.escapes = escapes;
  }

  private int string(byte[] b, int from, int to, boolean last) {
    byte escape = escapes ? (byte) '\\' : quote;
    int at = Spans.find(b, from, to, quote, escape);
    while (at + 1 < to) {
      if (b[at] == quote && b[at + 1] != quote) {
        state = State.CODE;
        return at + 1;
      }
      at = Spans.find(b, at + 2, to, quote, escape);
    }
    if (last && at < to && b[at] == quote) {
      state = State.CODE;
      return to;
    }
    return at >= to || last ? to : leave(from, at);
  }

  /** Consumes up to a byte whose meaning the next one decides. */
  private static int leave(int from, int at) {
    return from == at ? MORE : at;
  }

  private void openQuotedName(byte quote) {
    releaseFunction();
    state = State.QUOTED_NAME;
    this.quote = quote;
    name.clear();
  }

  private int quotedName(byte[] b, int from, int to, boolean last) {
    for (int at = from; at < to; at++) {
      if (b[at] == quote) {
        if (at + 1 == to && !last) {
          return leave(from, at);
        }
        boolean goesOn = at + 1 < to && (digestText ? !endsName(b[at + 1]) : b[at + 1] == quote);
        if (!goesOn) {
          endQuotedName();
          return at + 1;
        }
        at += digestText ? 0 : 1;
      }
      name.append(b[at]);
    }
    return to;
  }

  /** A digest text doubles no quote inside a name: only what follows tells that it closes. */
  private static boolean endsName(byte after) {
    return after == ' ' || after == '@';
  }

  private void endQuotedName() {
    state = State.CODE;
    name.finish();
    openHint();
    identifier(name);
  }

  private void openComment(State kind) {
    releaseFunction();
    hintMayFollow = false;
    state = kind;
  }

  private int lineComment(byte[] b, int from, int to) {
    int at = Spans.find(b, from, to, (byte) '\n', (byte) '\n');
    if (at == to) {
      return to;
    }
    state = State.CODE;
    return at + 1;
  }

  private int blockOpens(byte[] b, int at, int to, boolean last) {
    byte third = at + 2 < to ? b[at + 2] : 0;
    if (third == '+' && hintMayFollow) {
      hint = true;
      hintIsOpen = false;
      hintMayFollow = false;
      return at + 3;
    }
    int version = third == '!' ? Comments.version(b, at + 3, to, last) : -1;
    if (version == Comments.MORE) {
      return MORE;
    }
    int body = at + 2;
    if (version >= 0) {
      body = at + 3 + Comments.versionDigits(version);
      if (Comments.versionNumber(version) <= KeywordTable.VERSION) {
        releaseFunction();
        hintMayFollow = false;
        executableComment = true;
        return body;
      }
    }
    openComment(State.BLOCK_COMMENT);
    comments.open(body, version >= 0);
    return body;
  }

  private void blockCloses() {
    if (hint && hintIsOpen) {
      token(Tokens.HINT_CLOSE);
    }
    executableComment &= hint;
    hint = false;
  }

  private int blockComment(byte[] b, int from, int to, boolean last) {
    int at = comments.close(b, from, to);
    if (at < 0) {
      state = State.CODE;
      return ~at;
    }
    return at >= to || last ? to : leave(from, at);
  }

  private int hexadecimal(byte[] b, int from, int to) {
    for (int at = from; at < to; at++) {
      if (!Bytes.isHexDigit(b[at])) {
        state = State.CODE;
        return at;
      }
    }
    return to;
  }

  private int dollarQuoted(byte[] b, int from, int to) {
    int at = dollarQuotes.close(b, from, to);
    state = dollarQuotes.closed() ? State.CODE : state;
    return at;
  }

  // ---- tokens to the reducer

  private void token(int token) {
    before(token);
    secrets.token(token);
    reducer.token(token);
    nothingFollows();
  }

  private void identifier(IdentifierBuffer name) {
    before(Tokens.IDENTIFIER);
    secrets.identifier(name.bytes(), name.length());
    reducer.identifier(name.bytes(), 0, name.length());
    nothingFollows();
  }

  private void before(int token) {
    comments.token();
    for (; semicolons > 0; semicolons--) {
      secrets.token(';');
      reducer.token(';');
    }
    if (function != Keywords.NONE && token == '(') {
      secrets.token(function);
      reducer.token(function);
      function = Keywords.NONE;
    }
    releaseFunction();
  }

  private void releaseFunction() {
    if (function != Keywords.NONE) {
      function = Keywords.NONE;
      identifier(functionName);
    }
  }

  private void nothingFollows() {
    pointFollows = false;
    nameFollows = false;
    hostFollows = false;
    systemVariable = false;
    hintMayFollow = false;
  }

  private static void set(IdentifierBuffer name, byte[] b, int from, int to) {
    name.clear();
    for (int at = from; at < to; at++) {
      name.append(b[at]);
    }
    name.finish();
  }

  private int serversName(byte[] b, int at, int to, byte[] name, int token) {
    int end = at + name.length;
    if (end > to || !Arrays.equals(b, at, end, name, 0, name.length)) {
      return at;
    }
    token(token);
    return end;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
