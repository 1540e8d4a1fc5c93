package dev.watershed.sql.facts.binary;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/** Bytes as they are read, in the order in which {@link FactsOutput} wrote them. */
final class FactsInput {

  private static final int MORE = 0x80;
  private static final int BITS = Integer.numberOfTrailingZeros(MORE);

  private final byte[] bytes;
  private final String[] texts;
  private int at;

  /**
   * @param texts the table
   * @param at the index of the first byte
   */
  FactsInput(byte[] bytes, String[] texts, int at) {
    this.bytes = bytes;
    this.texts = texts;
    this.at = at;
  }

  int at() {
    return at;
  }

  int octet() {
    return bytes[at++];
  }

  long number() {
    long value = 0;
    int shift = 0;
    while (bytes[at] < 0) {
      value |= (long) (bytes[at++] & (MORE - 1)) << shift;
      shift += BITS;
    }
    return value | (long) bytes[at++] << shift;
  }

  int integer() {
    return (int) number();
  }

  boolean flag() {
    return octet() != 0;
  }

  <E extends Enum<E>> E constant(List<E> all) {
    return all.get(octet());
  }

  String characters() {
    int length = integer();
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  String text() {
    return texts[integer()];
  }

  <T> List<T> list(Function<FactsInput, T> reader) {
    int count = integer();
    if (count == 0) {
      return List.of();
    }
    Object[] values = new Object[count];
    for (int i = 0; i < count; i++) {
      values[i] = reader.apply(this);
    }
    @SuppressWarnings("unchecked")
    List<T> list = (List<T>) Arrays.asList(values);
    return list;
  }

  <T> Optional<T> optional(Function<FactsInput, T> reader) {
    return flag() ? Optional.of(reader.apply(this)) : Optional.empty();
  }

  OptionalInt optionalInteger() {
    return flag() ? OptionalInt.of(integer()) : OptionalInt.empty();
  }

  OptionalLong optionalNumber() {
    return flag() ? OptionalLong.of(number()) : OptionalLong.empty();
  }
}
