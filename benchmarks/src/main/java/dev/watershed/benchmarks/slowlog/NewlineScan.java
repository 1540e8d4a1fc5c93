package dev.watershed.benchmarks.slowlog;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Counts the newlines of a file: the least that a reader of lines has to do. */
public final class NewlineScan {

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int BUFFER = 1 << 20;
  private static final long NEWLINES = 0x0A0A0A0A0A0A0A0AL;
  private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;

  private NewlineScan() {}

  /** How newlines of an array are counted. */
  interface Counter {
    long count(byte[] bytes, int length);
  }

  /** A byte at a time. */
  public static long plain(Path file) throws IOException {
    return scan(file, NewlineScan::plain);
  }

  /** Eight bytes at a time. */
  public static long wordwise(Path file) throws IOException {
    return scan(file, NewlineScan::wordwise);
  }

  private static long scan(Path file, Counter counter) throws IOException {
    byte[] bytes = new byte[BUFFER];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    long newlines = 0;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long position = 0;
      for (int read = 0; read >= 0; read = channel.read(buffer.clear(), position)) {
        newlines += counter.count(bytes, read);
        position += read;
      }
    }
    return newlines;
  }

  static long plain(byte[] bytes, int length) {
    long newlines = 0;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        newlines++;
      }
    }
    return newlines;
  }

  static long wordwise(byte[] bytes, int length) {
    long newlines = 0;
    int i = 0;
    for (; i <= length - Long.BYTES; i += Long.BYTES) {
      long different = (long) WORD.get(bytes, i) ^ NEWLINES;
      long lowSums = (different & LOW_BITS) + LOW_BITS;
      newlines += Long.bitCount(~(lowSums | different | LOW_BITS));
    }
    for (; i < length; i++) {
      newlines += bytes[i] == '\n' ? 1 : 0;
    }
    return newlines;
  }
}
