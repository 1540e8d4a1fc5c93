package dev.watershed.sql.fingerprint;

import dev.watershed.sql.SqlMode;

/**
 * The loop that reads most of the bytes: ASCII words, quoted names, strings, plain numbers, blanks
 * and the commonest signs, into the digest alone. It stops, before a token, at everything else; the
 * {@link Lexer} then reads that one token. Both lead to the same digest.
 *
 * <p>Words are read eight bytes at once: one test finds their end, and the bytes before it are what
 * the hash and the keyword table want.
 */
final class FastLexer {
  private static final byte OTHER = 0;
  private static final byte WORD = 1;
  private static final byte BLANK = 2;
  private static final byte COMMA = 3;
  private static final byte OPEN = 4;
  private static final byte CLOSE = 5;
  private static final byte DIGIT = 6;
  private static final byte QUOTE = 7;
  private static final byte BACK_TICK = 8;
  private static final byte OPERATOR = 9;
  private static final byte POINT = 10;
  private static final byte PLACEHOLDER = 11;
  private static final byte LONG_OPERATOR = 12;
  private static final byte SIGN = 13;
  private static final byte OTHER_WORD = 14;

  private static final int AFTER_COMMA = Tokens.AS_PREVIOUS[','];
  private static final int AFTER_OPEN = Tokens.AS_PREVIOUS['('];
  private static final int ONE_VALUE = Stage.AFTER_VALUE[Stage.EMPTY];

  /** As many bytes behind the first of a token can be loaded without a test. */
  private static final int MARGIN = 2 * Words.BYTES;

  private static final int NOT_HERE = -1;

  private static final byte[] KINDS = kinds();
  private static final boolean[] WORD_BYTES = wordBytes();

  /** What a byte behind an ASCII word means: a blank, a point, the rest of another kind of word. */
  private static final byte[] FOLLOWS = follows();

  private final boolean ansiQuotes;
  private final boolean escapes;
  private final boolean ignoreSpace;
  private final Reducer reducer;

  private boolean sawToken;
  private boolean nameFollows;

  // The word that longWord or quotedName read.
  private long first;
  private long second;

  FastLexer(SqlMode mode, Reducer reducer) {
    this.reducer = reducer;
    escapes = !mode.noBackslashEscapes();
    ignoreSpace = mode.ignoreSpace();
    ansiQuotes = mode.ansiQuotes();
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[256];
    for (int c = 0; c < 256; c++) {
      byte b = (byte) c;
      if (Bytes.isLetter(b) || b == '_') {
        kinds[c] = WORD;
      } else if (Bytes.isDigit(b)) {
        kinds[c] = DIGIT;
      } else if (Bytes.isSpace(b)) {
        kinds[c] = BLANK;
      } else {
        kinds[c] = OTHER;
      }
    }
    kinds[','] = COMMA;
    kinds['('] = OPEN;
    kinds[')'] = CLOSE;
    kinds['\''] = QUOTE;
    kinds['"'] = QUOTE;
    kinds['`'] = BACK_TICK;
    kinds['='] = OPERATOR;
    kinds['*'] = OPERATOR;
    kinds['.'] = POINT;
    kinds['?'] = PLACEHOLDER;
    kinds['+'] = SIGN;
    kinds['-'] = SIGN;
    for (char c : new char[] {'<', '>', '!', '|', '&', ':'}) {
      kinds[c] = LONG_OPERATOR;
    }
    return kinds;
  }

  private static byte[] follows() {
    byte[] follows = new byte[256];
    for (int c = 0; c < 256; c++) {
      boolean other = WORD_BYTES[c] || c == '\'';
      follows[c] = other ? OTHER_WORD : c == '.' ? POINT : KINDS[c] == BLANK ? BLANK : OTHER;
    }
    return follows;
  }

  private static boolean[] wordBytes() {
    boolean[] words = new boolean[256];
    for (int c = 0; c < 256; c++) {
      words[c] = Bytes.isWord((byte) c);
    }
    return words;
  }

  /** Whether the last run read a token, not blanks alone. */
  boolean sawToken() {
    return sawToken;
  }

  /** Whether the last run ended behind a point with a name behind it. */
  boolean nameFollows() {
    return nameFollows;
  }

  /** Reads {@code b[from, to)} as far as it can; returns where it stopped, before a token. */
  int run(byte[] b, int from, int to) {
    int at = from;
    while (at < to && KINDS[b[at] & 0xFF] == BLANK) {
      at++;
    }
    int first = at;
    at = tokens(b, at, Math.min(to, b.length - MARGIN));
    sawToken = at > first;
    return at;
  }

  private int tokens(byte[] b, int from, int to) {
    final boolean lists = reducer.lists != 0;
    long hash = reducer.hash;
    int stage = reducer.stage;
    int previous = reducer.previous;
    boolean name = false;
    int at = from;

    tokens:
    while (at < to) {
      switch (KINDS[b[at] & 0xFF]) {
        case BLANK:
          at++;
          continue;

        case WORD:
          {
            long first = Words.load(b, at);
            long ends = Words.endsOfWord(first);
            long second = 0;
            int end;
            int token = Keywords.NONE;
            if (ends != 0) {
              end = at + Words.before(ends);
              first &= Words.maskBefore(ends);
              if (!name) {
                token = Keywords.of(Words.upper(first), 0);
              }
            } else {
              second = Words.load(b, at + Words.BYTES);
              ends = Words.endsOfWord(second);
              if (ends != 0) {
                end = at + Words.BYTES + Words.before(ends);
                second &= Words.maskBefore(ends);
                if (!name) {
                  token = Keywords.of(Words.upper(first), Words.upper(second));
                }
              } else {
                end = longWord(b, at, to);
                if (end < 0) {
                  break tokens;
                }
                if (!name) {
                  token = Keywords.of(b, at, end);
                }
              }
            }
            if (end >= to) {
              break tokens;
            }
            if (ends == 0) {
              first = this.first;
              second = this.second;
            }
            byte follows = FOLLOWS[b[end] & 0xFF];
            boolean qualifies = false;
            if (follows >= POINT) {
              qualifies = follows == POINT && WORD_BYTES[b[end + 1] & 0xFF];
              if (follows == OTHER_WORD || qualifies && end + 1 >= to) {
                break tokens;
              }
              token = qualifies ? Keywords.NONE : token;
            }
            if (token >= 0) {
              if (token >= Keywords.FUNCTION) {
                if (ignoreSpace) {
                  break tokens;
                }
                token = b[end] == '(' ? token & Reducer.TOKEN : Keywords.NONE;
              } else if ((Tokens.FLAGS[token] & Tokens.SPECIAL) != 0) {
                if (token != Tokens.NULL) {
                  if (lists || token == Tokens.BY || token == Tokens.NOT) {
                    break tokens;
                  }
                } else if ((previous & Reducer.OPERAND) != 0) {
                  at = end;
                  break;
                }
              }
            }
            if (stage != 0) {
              hash = Stage.flush(hash, stage);
              stage = 0;
            }
            if (token >= 0) {
              hash = TokenHash.add(hash, Tokens.CONTENT[token]);
              previous = Tokens.AS_PREVIOUS[token];
            } else {
              hash = TokenHash.addName(hash, first, second, end - at);
              previous = Tokens.IDENTIFIER;
            }
            at = end;
            name = qualifies;
            if (qualifies) {
              hash = TokenHash.add(hash, Tokens.CONTENT['.']);
              previous = '.';
              at++;
              if (KINDS[b[at] & 0xFF] != WORD) {
                break tokens;
              }
            } else if (follows == BLANK) {
              at++;
            }
            continue;
          }

        case COMMA:
          {
            int after = Stage.AFTER_COMMA[stage];
            if (after < 0) {
              if (stage != 0) {
                hash = Stage.flush(hash, stage);
                after = 0;
              }
              hash = TokenHash.add(hash, Tokens.CONTENT[',']);
              after = 0;
            }
            stage = after;
            previous = AFTER_COMMA;
            at++;
            if (b[at] == ' ') {
              at++;
            }
            continue;
          }

        case BACK_TICK:
          {
            int end = quotedName(b, at + 1, to);
            if (end < 0) {
              break tokens;
            }
            if (stage != 0) {
              hash = Stage.flush(hash, stage);
              stage = 0;
            }
            hash = TokenHash.addName(hash, this.first, this.second, end - at - 1);
            previous = Tokens.IDENTIFIER;
            at = end + 1;
            continue;
          }

        case POINT:
          {
            byte next = b[at + 1];
            if (at + 1 >= to || next == '.' || WORD_BYTES[next & 0xFF]) {
              if (at + 1 >= to || KINDS[next & 0xFF] != WORD) {
                break tokens;
              }
              name = true;
            }
            if (stage != 0) {
              hash = Stage.flush(hash, stage);
              stage = 0;
            }
            hash = TokenHash.add(hash, Tokens.CONTENT['.']);
            previous = '.';
            at++;
            continue;
          }

        case DIGIT:
          {
            int end = lists ? NOT_HERE : number(b, at, to);
            if (end < 0) {
              break tokens;
            }
            at = end;
            break;
          }

        case QUOTE:
          {
            byte quote = b[at];
            if (quote == '"' && ansiQuotes) {
              break tokens;
            }
            int end = Spans.closingQuote(b, at + 1, to, quote, escapes);
            if (end >= to) {
              break tokens;
            }
            at = end + 1;
            break;
          }

        case PLACEHOLDER:
          at++;
          break;

        case OPEN:
          {
            if (lists) {
              break tokens;
            }
            int after = Stage.AFTER_OPEN[stage];
            if (after < 0) {
              hash = Stage.flush(hash, stage);
              after = Stage.AFTER_OPEN[Stage.EMPTY];
            }
            stage = (previous & Reducer.TOKEN) == Tokens.IN ? after | Stage.IN : after;
            previous = AFTER_OPEN;
            at++;
            continue;
          }

        case CLOSE:
          {
            if (lists) {
              break tokens;
            }
            int after = Stage.AFTER_CLOSE[stage];
            if (after < 0) {
              int token = ')';
              if (Stage.closesRow(stage)) {
                if ((stage & Stage.IN) == 0) {
                  break tokens;
                }
                token = Tokens.ROW;
              } else if (stage != 0) {
                hash = Stage.flush(hash, stage);
              }
              hash = TokenHash.add(hash, Tokens.CONTENT[token]);
              after = 0;
            }
            stage = after;
            previous = ')';
            at++;
            continue;
          }

        case OPERATOR:
          {
            byte operator = b[at];
            if (stage != 0) {
              hash = Stage.flush(hash, stage);
              stage = 0;
            }
            hash = TokenHash.add(hash, Tokens.CONTENT[operator]);
            previous = Tokens.AS_PREVIOUS[operator];
            at++;
            continue;
          }

        case LONG_OPERATOR:
          {
            if (at + 2 >= to) {
              break tokens;
            }
            int operator = Operators.of(b[at], b[at + 1], b[at + 2]);
            int token = operator == 0 ? b[at] : operator & Reducer.TOKEN;
            if (stage != 0) {
              hash = Stage.flush(hash, stage);
              stage = 0;
            }
            hash = TokenHash.add(hash, Tokens.CONTENT[token]);
            previous = Tokens.AS_PREVIOUS[token];
            at += operator == 0 ? 1 : operator >>> 16;
            continue;
          }

        case SIGN:
          {
            byte sign = b[at];
            int operand = b[at + 1] == ' ' ? at + 2 : at + 1;
            byte next = operand < to ? KINDS[b[operand] & 0xFF] : OTHER;
            if ((Tokens.FLAGS[previous & Reducer.TOKEN] & Tokens.SIGN_FOLLOWS) != 0) {
              // The sign of a number is a part of it.
              int end = lists || next != DIGIT ? NOT_HERE : number(b, operand, to);
              if (end < 0) {
                break tokens;
              }
              at = end;
              break;
            }
            if (next != DIGIT && next != WORD && next != OPEN && next != BACK_TICK) {
              break tokens;
            }
            if (stage != 0) {
              hash = Stage.flush(hash, stage);
              stage = 0;
            }
            hash = TokenHash.add(hash, Tokens.CONTENT[sign]);
            previous = Tokens.AS_PREVIOUS[sign];
            at = operand;
            continue;
          }

        default:
          break tokens;
      }

      // A literal, which ends before at.
      int after = Stage.AFTER_VALUE[stage];
      if (after < 0) {
        hash = Stage.flush(hash, stage);
        after = ONE_VALUE;
      }
      stage = after;
      previous = Tokens.VALUE;
    }
    reducer.hash = hash;
    reducer.stage = stage;
    reducer.previous = previous;
    nameFollows = name;
    return at;
  }

  /** Digits, with a point among them or not: where they end, if no name goes on from them. */
  private static int number(byte[] b, int from, int to) {
    int end = digits(b, from, to);
    if (end < to && b[end] == '.') {
      end = digits(b, end + 1, to);
    }
    return end < to && !WORD_BYTES[b[end] & 0xFF] ? end : NOT_HERE;
  }

  private static int digits(byte[] b, int from, int to) {
    int at = from;
    while (at < to) {
      long ends = Words.endsOfDigits(Words.load(b, at));
      if (ends != 0) {
        return at + Words.before(ends);
      }
      at += Words.BYTES;
    }
    return to;
  }

  /** A word of 16 bytes or more: where it ends, if that is before {@code to}. */
  private int longWord(byte[] b, int from, int to) {
    first = Words.load(b, from);
    second = Words.load(b, from + Words.BYTES);
    int at = from + 2 * Words.BYTES;
    while (at < to) {
      long word = Words.load(b, at);
      long ends = Words.endsOfWord(word);
      int length = Words.before(ends);
      if (length > 0) {
        long folded = TokenHash.fold(first, word & Words.maskBefore(ends));
        first = second;
        second = folded;
      }
      at += length;
      if (ends != 0) {
        return at - from < Lexer.MAX_WORD ? at : NOT_HERE;
      }
    }
    return NOT_HERE;
  }

  /** A name in back-ticks: where it ends, if it is ASCII and ends before {@code to}. */
  private int quotedName(byte[] b, int from, int to) {
    first = 0;
    second = 0;
    long bytes = 0;
    int at = from;
    while (at < to) {
      long word = Words.load(b, at);
      long ends = Words.equal(word, (byte) '`');
      word &= Words.maskBefore(ends);
      bytes |= word;
      int length = Words.before(ends);
      if (at == from) {
        first = word;
      } else if (at == from + Words.BYTES) {
        second = word;
      } else if (length > 0) {
        long folded = TokenHash.fold(first, word);
        first = second;
        second = folded;
      }
      at += length;
      if (ends != 0) {
        boolean whole = at + 1 < to && b[at + 1] != '`' && at - from <= Lexer.MAX_WORD;
        return whole && (bytes & Words.TOPS) == 0 ? at : NOT_HERE;
      }
    }
    return NOT_HERE;
  }
}
