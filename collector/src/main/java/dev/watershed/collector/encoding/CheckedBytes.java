package dev.watershed.collector.encoding;

import java.util.zip.CRC32C;

/** A version, values, and a checksum (CRC-32C) of both: cursors are kept so. */
public final class CheckedBytes {

  private static final int CHECKSUM_BYTES = Long.BYTES;

  private final byte[] bytes;
  private final int length;

  private CheckedBytes(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  /** What was written, and its checksum. */
  public static byte[] of(ByteWriter versionAndValues) {
    byte[] values = versionAndValues.toByteArray();
    return new ByteWriter().bytes(values).fixed(checksum(values, values.length)).toByteArray();
  }

  /**
   * Bytes of which the version may be read, but nothing else before {@link #verify}: another
   * version may have another form.
   *
   * @throws DamagedBytesException if they are too few for that
   */
  public static CheckedBytes read(byte[] bytes) throws DamagedBytesException {
    int length = bytes.length - CHECKSUM_BYTES;
    if (length < 1) {
      throw new DamagedBytesException("a cursor of " + bytes.length + " bytes");
    }
    return new CheckedBytes(bytes, length);
  }

  /** Reads from the version on. */
  public ByteReader values() {
    return new ByteReader(bytes, length);
  }

  /** Makes sure that the checksum is right. */
  public void verify() throws DamagedBytesException {
    ByteReader end = new ByteReader(bytes);
    end.skip(length);
    if (end.fixed() != checksum(bytes, length)) {
      throw new DamagedBytesException("a cursor with a wrong checksum");
    }
  }

  /** Makes sure that a version is the one that is known. */
  public static void requireVersion(long found, long known) throws DamagedBytesException {
    if (found != known) {
      throw new DamagedBytesException(
          "a cursor of version "
              + found
              + "; this Watershed reads version "
              + known
              + ": go on with the one that wrote it");
    }
  }

  private static long checksum(byte[] bytes, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    return checksum.getValue();
  }
}
