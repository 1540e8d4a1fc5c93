package dev.watershed.sql.facts.binary;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/** Bytes as they are written. Numbers take as few bytes as they need; texts go into a table. */
final class FactsOutput {

  private static final int FIRST_CAPACITY = 1 << 16;
  private static final int MORE = 0x80;

  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private byte[] bytes = new byte[FIRST_CAPACITY];
  private int size;

  int size() {
    return size;
  }

  /** What was written so far. */
  byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }

  /** The texts, in the order of their numbers. */
  List<String> texts() {
    return List.copyOf(texts.keySet());
  }

  void octet(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = (byte) value;
  }

  void raw(byte[] added) {
    while (size + added.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    System.arraycopy(added, 0, bytes, size, added.length);
    size += added.length;
  }

  /** A number in groups of seven bits, the lowest first; small ones that are not negative pay. */
  void number(long value) {
    long rest = value;
    while ((rest & -MORE) != 0) {
      octet((int) (rest & (MORE - 1)) | MORE);
      rest >>>= Integer.numberOfTrailingZeros(MORE);
    }
    octet((int) rest);
  }

  void integer(int value) {
    number(value);
  }

  void flag(boolean value) {
    octet(value ? 1 : 0);
  }

  void constant(Enum<?> value) {
    octet(value.ordinal());
  }

  /** A text itself, in UTF-8. */
  void characters(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    number(encoded.length);
    raw(encoded);
  }

  /** The number of a text in the table. */
  void text(String text) {
    Integer known = texts.putIfAbsent(text, texts.size());
    number(known == null ? texts.size() - 1 : known);
  }

  <T> void list(Iterable<T> values, int count, BiConsumer<FactsOutput, T> writer) {
    number(count);
    values.forEach(value -> writer.accept(this, value));
  }

  <T> void list(List<T> values, BiConsumer<FactsOutput, T> writer) {
    list(values, values.size(), writer);
  }

  <T> void optional(Optional<T> value, BiConsumer<FactsOutput, T> writer) {
    flag(value.isPresent());
    value.ifPresent(present -> writer.accept(this, present));
  }

  void optional(OptionalInt value) {
    flag(value.isPresent());
    value.ifPresent(this::number);
  }

  void optional(OptionalLong value) {
    flag(value.isPresent());
    value.ifPresent(this::number);
  }
}
