package dev.watershed.sql.fingerprint;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Finds the token of a word, in any letter case, by its bytes eight at a time: one table for words
 * of up to 8 bytes, one for up to 16, one for the few longer ones. Open addressing with empty slots
 * for more than half of the table: what is no keyword mostly meets an empty slot at once.
 */
final class Keywords {
  static final int NONE = -1;

  /** Bit of an answer: a token only where an opening parenthesis follows. */
  static final int FUNCTION = 0x10000;

  private static final long MULTIPLIER = 0x9FB21C651E98DF25L;
  private static final int SHORT_BITS = 11;
  private static final int MEDIUM_BITS = 10;
  private static final int LONG_BITS = 8;

  private static final Keywords TABLE = new Keywords();
  private static final long[] SHORT = TABLE.shortWords;
  private static final int[] SHORT_TOKENS = TABLE.shortTokens;
  private static final long[] MEDIUM = TABLE.mediumWords;
  private static final int[] MEDIUM_TOKENS = TABLE.mediumTokens;

  private final long[] shortWords = new long[1 << SHORT_BITS];
  private final int[] shortTokens = new int[1 << SHORT_BITS];
  private final long[] mediumWords = new long[2 << MEDIUM_BITS];
  private final int[] mediumTokens = new int[1 << MEDIUM_BITS];
  private final byte[][] longWords = new byte[1 << LONG_BITS][];
  private final int[] longTokens = new int[1 << LONG_BITS];

  private Keywords() {
    put(Tokens.TABLE.functions(), FUNCTION);
    put(Tokens.TABLE.words(), 0);
  }

  /** The token of a word of 1 to 8 bytes, letters in upper case, zeros beyond the last byte. */
  static int ofShort(long word) {
    int slot = (int) (word * MULTIPLIER >>> Long.SIZE - SHORT_BITS);
    while (SHORT[slot] != word) {
      if (SHORT[slot] == 0) {
        return NONE;
      }
      slot = slot + 1 & (1 << SHORT_BITS) - 1;
    }
    return SHORT_TOKENS[slot];
  }

  /** The token of a word of 9 to 16 bytes. */
  static int ofMedium(long first, long second) {
    int slot = mediumSlot(first, second);
    while (MEDIUM[2 * slot] != first || MEDIUM[2 * slot + 1] != second) {
      if (MEDIUM[2 * slot] == 0) {
        return NONE;
      }
      slot = slot + 1 & (1 << MEDIUM_BITS) - 1;
    }
    return MEDIUM_TOKENS[slot];
  }

  /** The token of any word. */
  static int of(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length == 0) {
      return NONE;
    }
    if (length <= Words.BYTES) {
      return ofShort(Words.upper(Words.load(bytes, from, to)));
    }
    if (length <= 2 * Words.BYTES) {
      int middle = from + Words.BYTES;
      return ofMedium(
          Words.upper(Words.load(bytes, from)), Words.upper(Words.load(bytes, middle, to)));
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
    if (length <= Words.BYTES) {
      long key = Words.load(word, 0, length);
      int slot = (int) (key * MULTIPLIER >>> Long.SIZE - SHORT_BITS);
      while (shortWords[slot] != 0 && shortWords[slot] != key) {
        slot = slot + 1 & (1 << SHORT_BITS) - 1;
      }
      shortWords[slot] = key;
      shortTokens[slot] = token;
    } else if (length <= 2 * Words.BYTES) {
      long first = Words.load(word, 0);
      long second = Words.load(word, Words.BYTES, length);
      int slot = mediumSlot(first, second);
      while (mediumWords[2 * slot] != 0
          && (mediumWords[2 * slot] != first || mediumWords[2 * slot + 1] != second)) {
        slot = slot + 1 & (1 << MEDIUM_BITS) - 1;
      }
      mediumWords[2 * slot] = first;
      mediumWords[2 * slot + 1] = second;
      mediumTokens[slot] = token;
    } else {
      int slot = longSlot(word, 0, length);
      while (longWords[slot] != null) {
        slot = slot + 1 & (1 << LONG_BITS) - 1;
      }
      longWords[slot] = word;
      longTokens[slot] = token;
    }
  }

  private static int mediumSlot(long first, long second) {
    return (int) ((first ^ Long.rotateLeft(second, 29)) * MULTIPLIER >>> Long.SIZE - MEDIUM_BITS);
  }

  private static int longSlot(byte[] bytes, int from, int to) {
    long sum = to - from;
    for (int at = from; at < to; at++) {
      sum = sum * 31 + upper(bytes[at]);
    }
    return (int) (sum * MULTIPLIER >>> Long.SIZE - LONG_BITS);
  }

  private static byte upper(byte b) {
    return Bytes.isLetter(b) ? (byte) (b & ~0x20) : b;
  }
}
