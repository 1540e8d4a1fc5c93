package dev.watershed.collector.encoding;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** Writes values one after the other; small numbers take one byte (LEB128). */
public final class ByteWriter {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** A number that is usually small and not negative. */
  public ByteWriter number(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
    return this;
  }

  /** A number that is usually near zero, of either sign. */
  public ByteWriter signed(long value) {
    return number(value << 1 ^ value >> 63);
  }

  /** A number that may be unknown, else as {@link #signed}. */
  public ByteWriter optional(OptionalLong value) {
    flag(value.isPresent());
    value.ifPresent(this::signed);
    return this;
  }

  /** A number that may be any: eight bytes. */
  public ByteWriter fixed(long value) {
    bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    return this;
  }

  /** Yes or no. */
  public ByteWriter flag(boolean value) {
    return number(value ? 1 : 0);
  }

  /** A text, as UTF-8 behind its length. */
  public ByteWriter text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    bytes.writeBytes(utf8);
    return this;
  }

  /** What another writer wrote. */
  public ByteWriter bytes(byte[] written) {
    bytes.writeBytes(written);
    return this;
  }

  /** How many bytes were written. */
  public int size() {
    return bytes.size();
  }

  /** Begins anew, in the memory that it has. */
  public void clear() {
    bytes.reset();
  }

  /** Everything written. */
  public byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
