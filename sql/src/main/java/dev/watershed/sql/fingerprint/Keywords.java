package dev.watershed.sql.fingerprint;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Finds the token of a word, in any letter case, by its bytes eight at a time: one table for words
 * of up to 16 bytes, one for the few longer ones. A small filter of bits turns away nearly every
 * word that is no keyword.
 */
final class Keywords {
  static final int NONE = -1;

  /** Bit of an answer: a token only where an opening parenthesis follows. */
  static final int FUNCTION = 0x10000;

  private static final long MULTIPLIER = 0x9FB21C651E98DF25L;
  private static final int BITS = 11;
  private static final int LONG_BITS = 8;

  /** The filter has a bit for each of so many upper bits of a word's hash. */
  private static final int FILTER_BITS = 15;

  private static final Keywords TABLE = new Keywords();
  private static final long[] WORDS = TABLE.words;
  private static final int[] TOKENS = TABLE.tokens;
  private static final long[] FILTER = TABLE.filter;

  /** Two longs to a slot. */
  private final long[] words = new long[2 << BITS];

  private final int[] tokens = new int[1 << BITS];
  private final long[] filter = new long[1 << FILTER_BITS - 6];
  private final byte[][] longWords = new byte[1 << LONG_BITS][];
  private final int[] longTokens = new int[1 << LONG_BITS];

  private Keywords() {
    put(Tokens.TABLE.functions(), FUNCTION);
    put(Tokens.TABLE.words(), 0);
  }

  /** The token of a word of 1 to 16 bytes: letters in upper case, zeros beyond the last byte. */
  static int of(long first, long second) {
    long hash = hash(first, second);
    int bit = (int) (hash >>> Long.SIZE - FILTER_BITS);
    return (FILTER[bit >>> 6] >>> bit & 1) == 0 ? NONE : find(first, second, hash);
  }

  private static int find(long first, long second, long hash) {
    int slot = slot(hash);
    while (WORDS[2 * slot] != first || WORDS[2 * slot + 1] != second) {
      if (WORDS[2 * slot] == 0) {
        return NONE;
      }
      slot = slot + 1 & (1 << BITS) - 1;
    }
    return TOKENS[slot];
  }

  /** The token of any word. */
  static int of(byte[] bytes, int from, int to) {
    if (from == to) {
      return NONE;
    }
    if (to - from <= 2 * Words.BYTES) {
      int middle = Math.min(to, from + Words.BYTES);
      return of(
          Words.upper(Words.load(bytes, from, to)), Words.upper(Words.load(bytes, middle, to)));
    }
    return TABLE.ofLong(bytes, from, to);
  }

  private int ofLong(byte[] bytes, int from, int to) {
    int slot = longSlot(bytes, from, to);
    while (longWords[slot] != null) {
      if (equal(longWords[slot], bytes, from, to)) {
        return longTokens[slot];
      }
      slot = slot + 1 & (1 << LONG_BITS) - 1;
    }
    return NONE;
  }

  private static boolean equal(byte[] word, byte[] bytes, int from, int to) {
    if (word.length != to - from) {
      return false;
    }
    for (int at = 0; at < word.length; at++) {
      if (word[at] != upper(bytes[from + at])) {
        return false;
      }
    }
    return true;
  }

  private void put(Map<String, Integer> tokens, int flag) {
    tokens.forEach((word, token) -> put(word.getBytes(StandardCharsets.US_ASCII), token | flag));
  }

  /** A word that is there already gives way: a keyword is one whatever follows it. */
  private void put(byte[] word, int token) {
    int length = word.length;
    if (length <= 2 * Words.BYTES) {
      long first = Words.load(word, 0, length);
      long second = Words.load(word, Math.min(length, Words.BYTES), length);
      long hash = hash(first, second);
      int bit = (int) (hash >>> Long.SIZE - FILTER_BITS);
      filter[bit >>> 6] |= 1L << bit;
      int slot = slot(hash);
      while (words[2 * slot] != 0 && (words[2 * slot] != first || words[2 * slot + 1] != second)) {
        slot = slot + 1 & (1 << BITS) - 1;
      }
      words[2 * slot] = first;
      words[2 * slot + 1] = second;
      tokens[slot] = token;
    } else {
      int slot = longSlot(word, 0, length);
      while (longWords[slot] != null) {
        slot = slot + 1 & (1 << LONG_BITS) - 1;
      }
      longWords[slot] = word;
      longTokens[slot] = token;
    }
  }

  private static long hash(long first, long second) {
    return (first ^ Long.rotateLeft(second, 29)) * MULTIPLIER;
  }

  private static int slot(long hash) {
    return (int) (hash >>> Long.SIZE - BITS);
  }

  private static int longSlot(byte[] bytes, int from, int to) {
    long sum = (long) to - from;
    for (int at = from; at < to; at++) {
      sum = sum * 31 + upper(bytes[at]);
    }
    return (int) (sum * MULTIPLIER >>> Long.SIZE - LONG_BITS);
  }

  private static byte upper(byte b) {
    return Bytes.isLetter(b) ? (byte) (b & ~0x20) : b;
  }
}
