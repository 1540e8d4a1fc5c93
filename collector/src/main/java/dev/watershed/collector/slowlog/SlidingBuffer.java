package dev.watershed.collector.slowlog;

import java.io.IOException;
import java.util.Arrays;

/**
 * A window of bytes that slides over an input. Indexes are positions in {@link #bytes()}; offsets
 * are positions in the input. Behind the limit stand {@link Words#PADDING} zero bytes.
 */
public final class SlidingBuffer {

  /** Where the bytes come from. */
  public interface Source {
    /**
     * Reads up to {@code length} bytes, at least one; −1 at the end; 0 where the input goes on but
     * has not been written yet.
     */
    int read(byte[] into, int offset, int length) throws IOException;
  }

  private final int normalSize;
  private final Source source;
  private byte[] bytes;
  private int limit;
  private long base;
  private boolean ended;
  private boolean stalled;

  /**
   * @param base the offset of the first byte that the source gives
   * @param normalSize the size to which the window returns after a long event
   */
  public SlidingBuffer(Source source, long base, int normalSize) {
    this.source = source;
    this.base = base;
    this.normalSize = normalSize;
    this.bytes = new byte[normalSize + Words.PADDING];
  }

  public byte[] bytes() {
    return bytes;
  }

  public int limit() {
    return limit;
  }

  /** Whether nothing follows behind the limit. */
  public boolean ended() {
    return ended;
  }

  /** The offset in the input of an index. */
  long offset(int index) {
    return base + index;
  }

  /** How many bytes the window can hold before it has to grow. */
  int capacity() {
    return bytes.length - Words.PADDING;
  }

  /**
   * Drops everything before {@code keepFrom}, which becomes index 0, and fills the window. Grows it
   * when it is full of bytes that have to stay.
   *
   * @throws UncertainEndException if everything written was seen before
   */
  void slide(int keepFrom) throws IOException {
    drop(keepFrom);
    do {
      more();
    } while (!ended && !stalled && limit < capacity());
  }

  /** Drops everything before {@code keepFrom}, which becomes index 0. */
  public void drop(int keepFrom) {
    int kept = limit - keepFrom;
    byte[] target = bytes;
    if (capacity() > normalSize && kept < normalSize / 2) {
      target = new byte[normalSize + Words.PADDING];
    }
    System.arraycopy(bytes, keepFrom, target, 0, kept);
    bytes = target;
    base += keepFrom;
    limit = kept;
    Arrays.fill(bytes, limit, limit + Words.PADDING, (byte) 0);
  }

  /**
   * Reads more behind the limit and leaves all indexes as they are; grows the window if it is full.
   *
   * @throws UncertainEndException if everything written was seen before
   */
  public void more() throws IOException {
    if (ended) {
      return;
    }
    if (stalled) {
      throw new UncertainEndException();
    }
    if (limit >= capacity()) {
      bytes = Arrays.copyOf(bytes, capacity() * 2 + Words.PADDING);
    }
    int read = source.read(bytes, limit, capacity() - limit);
    if (read < 0) {
      ended = true;
    } else {
      limit += read;
      stalled = read == 0;
    }
    Arrays.fill(bytes, limit, limit + Words.PADDING, (byte) 0);
  }
}
