package dev.watershed.workload;

import com.github.luben.zstd.Zstd;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Numbers and texts in a row, compressed by Zstandard: what rests in memory for a while, and is
 * read again by whoever wrote it.
 */
final class PackedBytes {

  private static final int LEVEL = 1;

  private final byte[] compressed;
  private final int length;

  private PackedBytes(byte[] compressed, int length) {
    this.compressed = compressed;
    this.length = length;
  }

  /** How many bytes they take. */
  int size() {
    return compressed.length;
  }

  /** Reads from the first one on. */
  Reader read() {
    return new Reader(Zstd.decompress(compressed, length));
  }

  /** Takes numbers and texts. */
  static final class Writer {

    private static final int FIRST_CAPACITY = 1 << 12;
    private static final int MOST_NUMBER_BYTES = 10;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int size;

    /** A number that is usually small and not negative (LEB128). */
    void number(long value) {
      reserve(MOST_NUMBER_BYTES);
      long rest = value;
      while ((rest & ~0x7FL) != 0) {
        bytes[size++] = (byte) (rest & 0x7F | 0x80);
        rest >>>= 7;
      }
      bytes[size++] = (byte) rest;
    }

    /** A number that is usually near zero, of either sign. */
    void signed(long value) {
      number(value << 1 ^ value >> 63);
    }

    void text(String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      number(utf8.length);
      reserve(utf8.length);
      System.arraycopy(utf8, 0, bytes, size, utf8.length);
      size += utf8.length;
    }

    /** What was taken; nothing is to be added afterwards. */
    PackedBytes pack() {
      return new PackedBytes(Zstd.compress(Arrays.copyOf(bytes, size), LEVEL), size);
    }

    private void reserve(int count) {
      if (bytes.length - size < count) {
        bytes = Arrays.copyOf(bytes, Math.addExact(bytes.length, Math.max(bytes.length, count)));
      }
    }
  }

  /** Gives them again, in order. */
  static final class Reader {

    private final byte[] bytes;
    private int at;

    private Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    long number() {
      long value = 0;
      int shift = 0;
      byte next = bytes[at++];
      while (next < 0) {
        value |= (next & 0x7FL) << shift;
        shift += 7;
        next = bytes[at++];
      }
      return value | (long) next << shift;
    }

    long signed() {
      long value = number();
      return value >>> 1 ^ -(value & 1);
    }

    String text() {
      int length = (int) number();
      at += length;
      return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }
  }
}
