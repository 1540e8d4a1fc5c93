package dev.watershed.analyzer.index.statistics;

import java.util.OptionalInt;

/** How much of a long text an index holds. */
final class PrefixLength {

  /**
   * Enough to tell most texts apart, and short enough for many entries in a page and for the limit
   * of any row format.
   */
  private static final int CHARACTERS = 64;

  private PrefixLength() {}

  /** In characters, of binary strings in bytes; empty where the whole column fits. */
  static OptionalInt of(ColumnType type, int maximumBytes) {
    return type.unbounded() || type.keyBytes() > maximumBytes
        ? OptionalInt.of(CHARACTERS)
        : OptionalInt.empty();
  }
}
