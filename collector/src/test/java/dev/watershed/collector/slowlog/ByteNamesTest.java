package dev.watershed.collector.slowlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByteNamesTest {

  private final List<String> read = new ArrayList<>();
  private final ByteNames<String> names =
      new ByteNames<>(
          bytes -> {
            String text = new String(bytes, StandardCharsets.US_ASCII);
            read.add(text);
            return text.strip();
          });

  @Test
  void bytesAreReadOnceAndNamesHaveOneId() {
    assertThat(id("a")).isEqualTo(id("a")).isEqualTo(id(" a")).isNotEqualTo(id("b"));
    assertThat(id("")).isEqualTo(id(" "));
    assertThat(read).containsExactly("a", " a", "b", "", " ");
    assertThat(names.name(id("b"))).isEqualTo("b");
  }

  @Test
  void idsHoldHoweverManyBytesWereSeen() {
    int first = id("a");
    for (int i = 0; i < 70_000; i++) {
      id(" ".repeat(i % 100) + "a" + " ".repeat(i / 100));
    }
    assertThat(id("a")).isEqualTo(first);
    assertThat(names.full()).as("one name").isFalse();
    for (int i = 0; i < 70_000; i++) {
      id("name " + i);
    }
    assertThat(names.full()).isTrue();
    assertThat(names.name(id("name 0"))).isEqualTo("name 0");
  }

  /** Comments of any length come with statements; what is remembered of them has a bound. */
  @Test
  void longBytesAreRememberedUpToABound() {
    for (int i = 0; i < 100; i++) {
      id(" ".repeat(1 << 20) + "name " + i % 3);
      assertThat(names.rememberedBytes()).isLessThanOrEqualTo(8 << 20);
    }
    assertThat(names.name(id("name 2"))).isEqualTo("name 2");
  }

  private int id(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return names.idOf(Arrays.copyOf(bytes, bytes.length + Words.PADDING), 0, bytes.length);
  }
}
