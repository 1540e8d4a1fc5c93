package dev.watershed.collector.slowlog;

import java.util.Arrays;

/**
 * What hardly changes from one header line to the next: runs of keys with a value of zero, up to
 * the value of the next key that mostly has another. A run is compared eight bytes at a time with
 * the line on which it was last seen, so that a line of 25 keys takes some ten comparisons.
 *
 * <p>Keys are known by their position in the line. Only keys for which a zero changes nothing may
 * stand inside a run.
 */
final class MetricRuns {

  /** Zeros in a row that let a key into runs, and other values that take it out again. */
  private static final int STEADY = 8;

  private static final int UNSTEADY = 3;

  private final int[] starts;
  private final int[] values;
  private final int[] ends;
  private final int[] lengths;
  private final int[] zeros;
  private final int[] others;
  private final boolean[] quiet;
  private final long[] bits;
  private byte[] line = new byte[Words.PADDING];
  private boolean changed;

  /** Runs of lines of at most {@code keys} keys. */
  MetricRuns(int keys) {
    starts = new int[keys];
    values = new int[keys];
    ends = new int[keys];
    lengths = new int[keys];
    zeros = new int[keys];
    others = new int[keys];
    quiet = new boolean[keys];
    bits = new long[keys];
  }

  /**
   * How much of the run that begins with a key stands at an index.
   *
   * @return the number of bytes that are equal; {@link #length} if all are
   */
  int match(byte[] bytes, int at, int limit, int key) {
    int length = lengths[key];
    if (length == 0 || at + length > limit) {
      return 0;
    }
    int from = starts[key];
    int i = 0;
    while (true) {
      long different = Words.at(bytes, at + i) ^ Words.at(line, from + i);
      int rest = length - i;
      if (rest < Long.BYTES) {
        different &= (1L << 8 * rest) - 1;
      }
      if (different != 0) {
        return i + Words.before(different);
      }
      i += Long.BYTES;
      if (i >= length) {
        return length;
      }
    }
  }

  /** The number of bytes from a key to the value that ends its run; 0 where none is known. */
  int length(int key) {
    return lengths[key];
  }

  /** The key whose value ends the run that begins with a key. */
  int end(int key) {
    return ends[key];
  }

  /** The first key of a run that does not stand whole in its first {@code equal} bytes. */
  int differing(int key, int equal) {
    int at = key;
    while (at < ends[key] && starts[at + 1] - starts[key] <= equal) {
      at++;
    }
    return at;
  }

  /** The distance in bytes between two keys of a run. */
  int distance(int key, int later) {
    return starts[later] - starts[key];
  }

  /** The figures of the keys from one up to before another, as a set of bits. */
  long bits(int key, int before) {
    long set = 0;
    for (int at = key; at < before; at++) {
      set |= bits[at];
    }
    return set;
  }

  /** Notes the value of a key that was not inside a run: whether it is a zero that may be. */
  void saw(int key, boolean zero) {
    if (!zero) {
      zeros[key] = 0;
      if (quiet[key] && ++others[key] == UNSTEADY) {
        quiet[key] = false;
        changed = true;
      }
    } else if (++zeros[key] == STEADY && !quiet[key]) {
      quiet[key] = true;
      others[key] = 0;
      changed = true;
    }
  }

  /** Notes that another key than before stands at a position. */
  void replaced(int key, long bit) {
    bits[key] = bit;
    zeros[key] = 0;
    quiet[key] = false;
    Arrays.fill(lengths, 0);
    changed = true;
  }

  /** Whether the line at hand should be {@link #learn learned}. */
  boolean changed() {
    return changed;
  }

  /**
   * Takes a line as the model of the next ones.
   *
   * @param keyStarts where each of its keys begins in {@code bytes}
   * @param valueStarts where its value does, one blank behind the colon; −1 where none stands there
   * @param keys the number of keys
   */
  void learn(byte[] bytes, int from, int to, int[] keyStarts, int[] valueStarts, int keys) {
    changed = false;
    line = Arrays.copyOf(Arrays.copyOfRange(bytes, from, to), to - from + Words.PADDING);
    Arrays.fill(lengths, 0);
    int count = 0;
    while (count < keys && valueStarts[count] >= 0) {
      starts[count] = keyStarts[count] - from;
      values[count] = valueStarts[count] - from;
      count++;
    }
    for (int key = count - 1; key >= 0; key--) {
      boolean goesOn = quiet[key] && key + 1 < count && zeroAt(key);
      ends[key] = goesOn ? ends[key + 1] : key;
      lengths[key] = values[ends[key]] - starts[key];
    }
  }

  private boolean zeroAt(int key) {
    return line[values[key]] == '0' && line[values[key] + 1] == ' ';
  }
}
