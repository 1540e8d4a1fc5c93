package dev.watershed.collector.encoding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;

/** Reads what a {@link ByteWriter} wrote, in the same order. */
public final class ByteReader {

  private static final int MOST_SHIFT = 63;

  private final byte[] bytes;
  private final int end;
  private int at;

  /** Reads the bytes from the first one on. */
  public ByteReader(byte[] bytes) {
    this(bytes, bytes.length);
  }

  /** Reads the first {@code end} bytes. */
  public ByteReader(byte[] bytes, int end) {
    this.bytes = bytes;
    this.end = end;
  }

  /** See {@link ByteWriter#number}. */
  public long number() throws DamagedBytesException {
    long value = 0;
    for (int shift = 0; shift <= MOST_SHIFT; shift += 7) {
      need(1);
      byte next = bytes[at++];
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new DamagedBytesException("a number of more than 64 bits before byte " + at);
  }

  /** A number of things of which each takes at least {@code size} bytes: never more than fit. */
  public int count(int size) throws DamagedBytesException {
    long count = number();
    if (count < 0 || count > (end - at) / size) {
      throw new DamagedBytesException("a count of " + count + " before byte " + at);
    }
    return (int) count;
  }

  /** See {@link ByteWriter#signed}. */
  public long signed() throws DamagedBytesException {
    long value = number();
    return value >>> 1 ^ -(value & 1);
  }

  /** See {@link ByteWriter#optional}. */
  public OptionalLong optional() throws DamagedBytesException {
    return flag() ? OptionalLong.of(signed()) : OptionalLong.empty();
  }

  /** See {@link ByteWriter#fixed}. */
  public long fixed() throws DamagedBytesException {
    need(Long.BYTES);
    long value = ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN).getLong(at);
    at += Long.BYTES;
    return value;
  }

  /** See {@link ByteWriter#flag}. */
  public boolean flag() throws DamagedBytesException {
    long value = number();
    if (value < 0 || value > 1) {
      throw new DamagedBytesException("yes or no, but " + value + " before byte " + at);
    }
    return value == 1;
  }

  /** See {@link ByteWriter#text}. */
  public String text() throws DamagedBytesException {
    int length = count(1);
    ByteBuffer utf8 = ByteBuffer.wrap(bytes, at, length);
    at += length;
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
    } catch (CharacterCodingException e) {
      throw new DamagedBytesException("a text that is no UTF-8 before byte " + at);
    }
  }

  /** Some bytes as they are. */
  public byte[] bytes(int count) throws DamagedBytesException {
    need(count);
    at += count;
    return Arrays.copyOfRange(bytes, at - count, at);
  }

  /** All bytes that are left. */
  public byte[] rest() throws DamagedBytesException {
    return bytes(end - at);
  }

  /** Passes over some bytes. */
  public void skip(int count) throws DamagedBytesException {
    need(count);
    at += count;
  }

  /** How many bytes are left. */
  public int left() {
    return end - at;
  }

  /** Makes sure that nothing follows. */
  public void end() throws DamagedBytesException {
    if (at != end) {
      throw new DamagedBytesException(end - at + " bytes more than expected");
    }
  }

  private void need(int count) throws DamagedBytesException {
    if (end - at < count) {
      throw new DamagedBytesException("the bytes end early, at " + end);
    }
  }
}
