package dev.watershed.benchmarks.corpus;

import java.io.IOException;
import java.io.OutputStream;

/** Writes bytes and numbers through a buffer. */
final class ByteWriter {

  private static final int CAPACITY = 1 << 20;
  private static final int MARGIN = 64;

  private final OutputStream out;
  private final byte[] buffer = new byte[CAPACITY];
  private int size;
  private long flushed;

  ByteWriter(OutputStream out) {
    this.out = out;
  }

  /** How many bytes were written. */
  long written() {
    return flushed + size;
  }

  void bytes(byte[] bytes) throws IOException {
    if (size + bytes.length > CAPACITY) {
      flush();
      if (bytes.length > CAPACITY) {
        out.write(bytes);
        flushed += bytes.length;
        return;
      }
    }
    System.arraycopy(bytes, 0, buffer, size, bytes.length);
    size += bytes.length;
  }

  void character(char c) throws IOException {
    room();
    buffer[size++] = (byte) c;
  }

  void number(long value) throws IOException {
    int digits = 1;
    for (long rest = value / 10; rest > 0; rest /= 10) {
      digits++;
    }
    padded(value, digits);
  }

  /** A number with leading zeros. */
  void padded(long value, int digits) throws IOException {
    room();
    long rest = value;
    for (int i = size + digits - 1; i >= size; i--) {
      buffer[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += digits;
  }

  private void room() throws IOException {
    if (size > CAPACITY - MARGIN) {
      flush();
    }
  }

  void flush() throws IOException {
    out.write(buffer, 0, size);
    flushed += size;
    size = 0;
  }
}
