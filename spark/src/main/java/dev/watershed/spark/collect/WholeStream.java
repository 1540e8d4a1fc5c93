package dev.watershed.spark.collect;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a file up to the length that it was listed with. Where the stream ends before, it
 * was cut off on its way: whoever unpacks it would take the file itself for a truncated one.
 */
final class WholeStream extends FilterInputStream {

  private final String address;
  private final long length;
  private long position;

  /**
   * @param stream from the beginning of the file
   * @param length in bytes
   */
  WholeStream(InputStream stream, String address, long length) {
    super(stream);
    this.address = address;
    this.length = length;
  }

  @Override
  public int read() throws IOException {
    return advanced(position < length ? super.read() : -1, 1);
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    int most = (int) Math.min(count, length - position);
    int read = most == 0 ? -1 : super.read(into, offset, most);
    return advanced(read, read);
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(Math.min(count, length - position));
    position += skipped;
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private int advanced(int result, int read) throws IOException {
    if (result >= 0) {
      position += read;
    } else if (position < length) {
      throw new IOException(
          address + ": ended at " + position + " of the " + length + " bytes that were listed");
    }
    return result;
  }
}
