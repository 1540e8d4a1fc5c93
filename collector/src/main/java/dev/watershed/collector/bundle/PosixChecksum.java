package dev.watershed.collector.bundle;

/**
 * The checksum that every POSIX system's {@code cksum} prints: a CRC of 32 bits over the bytes and
 * their number (POSIX.1-2017, Shell and Utilities, "cksum").
 */
final class PosixChecksum {

  private static final int POLYNOMIAL = 0x04C11DB7;
  private static final int BITS = 8;
  private static final int BYTE = 0xff;
  private static final int TOP = Integer.SIZE - BITS;
  private static final int[] TABLE = table();

  private PosixChecksum() {}

  /** The checksum of some bytes, as an unsigned number. */
  static long of(byte[] bytes) {
    int sum = 0;
    for (byte value : bytes) {
      sum = next(sum, value & BYTE);
    }
    for (long left = bytes.length; left != 0; left >>>= BITS) {
      sum = next(sum, (int) (left & BYTE));
    }
    return Integer.toUnsignedLong(~sum);
  }

  private static int next(int sum, int value) {
    return (sum << BITS) ^ TABLE[(sum >>> TOP) ^ value];
  }

  private static int[] table() {
    int[] table = new int[BYTE + 1];
    for (int i = 0; i < table.length; i++) {
      int sum = i << TOP;
      for (int bit = 0; bit < BITS; bit++) {
        sum = (sum << 1) ^ (sum < 0 ? POLYNOMIAL : 0);
      }
      table[i] = sum;
    }
    return table;
  }
}
