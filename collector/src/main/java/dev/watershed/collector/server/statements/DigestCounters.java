package dev.watershed.collector.server.statements;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;

/**
 * What a row of the digest table showed. Times in picoseconds, as the server counts them; instants
 * in microseconds since 1970 by the server's clock.
 */
final class DigestCounters {

  /** How they are written and read. */
  static final DigestMap.Codec<DigestCounters> CODEC =
      new DigestMap.Codec<>() {
        @Override
        public void write(DigestCounters value, ByteWriter bytes) {
          value.encode(bytes);
        }

        @Override
        public DigestCounters read(ByteReader bytes) throws DamagedBytesException {
          return decode(bytes);
        }
      };

  /** A row that has counted nothing. */
  static final DigestCounters NOTHING =
      new DigestCounters(new long[DigestCounter.values().length], 0, 0, 0, 0);

  private final long[] values;
  private final long minPicos;
  private final long maxPicos;
  private final long firstSeenMicros;
  private final long lastSeenMicros;

  /**
   * @param values by the order of {@link DigestCounter}; not to be changed any more
   * @param minPicos the shortest time since the last reset
   * @param maxPicos the longest time since then
   */
  DigestCounters(
      long[] values, long minPicos, long maxPicos, long firstSeenMicros, long lastSeenMicros) {
    this.values = values;
    this.minPicos = minPicos;
    this.maxPicos = maxPicos;
    this.firstSeenMicros = firstSeenMicros;
    this.lastSeenMicros = lastSeenMicros;
  }

  long value(DigestCounter counter) {
    return values[counter.ordinal()];
  }

  long calls() {
    return value(DigestCounter.CALLS);
  }

  long minPicos() {
    return minPicos;
  }

  long maxPicos() {
    return maxPicos;
  }

  long firstSeenMicros() {
    return firstSeenMicros;
  }

  long lastSeenMicros() {
    return lastSeenMicros;
  }

  /** Whether anything was counted since an earlier look at the same row. */
  boolean moved(DigestCounters before) {
    return !java.util.Arrays.equals(values, before.values)
        || firstSeenMicros != before.firstSeenMicros;
  }

  /**
   * Whether the row began anew since an earlier look: it says so itself, or a counter shrank. Where
   * the server keeps whole seconds (MariaDB), a row that began anew in the second of its first
   * execution, and has counted as much as before, does not show it.
   */
  boolean resetSince(DigestCounters before) {
    if (firstSeenMicros > before.firstSeenMicros && before.calls() > 0) {
      return true;
    }
    for (DigestCounter counter : DigestCounter.values()) {
      long now = value(counter);
      long then = before.value(counter);
      // A time that wrapped around is small now and was huge before.
      boolean wrapped = counter.time() && then < 0;
      if (Long.compareUnsigned(now, then) < 0 && !wrapped) {
        return true;
      }
    }
    return false;
  }

  void encode(ByteWriter bytes) {
    for (long value : values) {
      bytes.number(value);
    }
    bytes.number(minPicos).number(maxPicos).signed(firstSeenMicros);
    bytes.signed(lastSeenMicros - firstSeenMicros);
  }

  static DigestCounters decode(ByteReader bytes) throws DamagedBytesException {
    long[] values = new long[DigestCounter.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = bytes.number();
    }
    long min = bytes.number();
    long max = bytes.number();
    long first = bytes.signed();
    return new DigestCounters(values, min, max, first, first + bytes.signed());
  }
}
