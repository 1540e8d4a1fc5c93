package dev.watershed.workload;

/**
 * The latency buckets of MySQL's {@code events_statements_histogram_by_digest}: 450 buckets whose
 * upper bounds grow by a factor of 10^(1/50) from 10 µs, so that one bucket is 4.7 % wide.
 *
 * <p>Source: MySQL Reference Manual, "Statement Histogram Summary Tables"; the bounds are compared
 * with a real server in the tests. A bucket holds the times {@code lower <= t < upper}; the last
 * one holds everything above.
 */
public final class LatencyBuckets {

  /** The number of buckets. */
  public static final int COUNT = 450;

  private static final int MANTISSA_BITS = 5;

  /**
   * 10^(1/50), multiplied up as the server does it, so that the bounds are equal to the last digit.
   */
  private static final double GROWTH = 1.0471285480508996;

  private static final double FIRST_UPPER_PICOS = 10_000_000.0;
  private static final long PICOS_PER_MICRO = 1_000_000L;

  private static final long[] UPPER_PICOS = upperPicos();
  private static final long[] FIRST_MICROS_ABOVE = firstMicrosAbove();
  private static final short[] GUESS = guesses();

  private LatencyBuckets() {}

  /** The bucket of a time in whole microseconds; negative times count as zero. */
  public static int indexOfMicros(long micros) {
    if (micros < 10) {
      return 0;
    }
    int bucket = GUESS[guessIndex(micros)];
    while (bucket < COUNT - 1 && micros >= FIRST_MICROS_ABOVE[bucket]) {
      bucket++;
    }
    return bucket;
  }

  /** The exclusive upper bound of a bucket in picoseconds, the unit of the server's timers. */
  public static long upperPicos(int bucket) {
    return UPPER_PICOS[bucket];
  }

  /** The exclusive upper bound of a bucket in microseconds. */
  public static double upperMicros(int bucket) {
    return UPPER_PICOS[bucket] / (double) PICOS_PER_MICRO;
  }

  /** The inclusive lower bound of a bucket in microseconds. */
  public static double lowerMicros(int bucket) {
    return bucket == 0 ? 0.0 : upperMicros(bucket - 1);
  }

  private static int guessIndex(long micros) {
    int exponent = 63 - Long.numberOfLeadingZeros(micros);
    int mantissa =
        exponent >= MANTISSA_BITS
            ? (int) (micros >>> (exponent - MANTISSA_BITS))
            : (int) (micros << (MANTISSA_BITS - exponent));
    return exponent << MANTISSA_BITS | mantissa & (1 << MANTISSA_BITS) - 1;
  }

  private static long[] upperPicos() {
    long[] bounds = new long[COUNT];
    double upper = FIRST_UPPER_PICOS;
    for (int bucket = 0; bucket < COUNT; bucket++) {
      bounds[bucket] = (long) upper;
      upper *= GROWTH;
    }
    return bounds;
  }

  private static long[] firstMicrosAbove() {
    long[] micros = new long[COUNT];
    for (int bucket = 0; bucket < COUNT; bucket++) {
      micros[bucket] = (UPPER_PICOS[bucket] + PICOS_PER_MICRO - 1) / PICOS_PER_MICRO;
    }
    return micros;
  }

  private static short[] guesses() {
    short[] guesses = new short[64 << MANTISSA_BITS];
    for (int exponent = 0; exponent < 63; exponent++) {
      for (int mantissa = 0; mantissa < 1 << MANTISSA_BITS; mantissa++) {
        long significand = (1L << MANTISSA_BITS) | mantissa;
        long smallest =
            exponent >= MANTISSA_BITS
                ? significand << (exponent - MANTISSA_BITS)
                : significand >>> (MANTISSA_BITS - exponent);
        guesses[exponent << MANTISSA_BITS | mantissa] = (short) search(smallest);
      }
    }
    return guesses;
  }

  private static int search(long micros) {
    int low = 0;
    int high = COUNT - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (micros < FIRST_MICROS_ABOVE[middle]) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
