package dev.watershed.collector.slowlog;

/** A log of which a part has been written so far. */
final class GrowingLog {

  private final byte[] whole;
  private int written;
  private boolean ended;

  GrowingLog(byte[] whole) {
    this.whole = whole;
  }

  /** Writes up to so many bytes more. */
  void grow(int bytes) {
    written = Math.min(whole.length, written + bytes);
  }

  boolean complete() {
    return written == whole.length;
  }

  /** Nothing will be written any more. */
  void end() {
    ended = true;
  }

  /** The bytes from an offset on. */
  LogBytes from(long start) {
    return new LogBytes() {
      private int position = (int) start;

      @Override
      public int read(byte[] into, int offset, int length) {
        int count = Math.min(length, written - position);
        if (count == 0 && ended) {
          return -1;
        }
        System.arraycopy(whole, position, into, offset, count);
        position += count;
        return count;
      }
    };
  }
}
