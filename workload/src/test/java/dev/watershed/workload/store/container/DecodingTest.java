package dev.watershed.workload.store.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingTest {

  @Test
  void aValueIsItself() throws UnreadableFileException {
    assertThat(Decoding.of(() -> "value")).isEqualTo("value");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MAX_VALUE, Integer.MAX_VALUE + 1L})
  void whatAValueRefusesIsDamage(long number) {
    assertThatThrownBy(() -> Decoding.of(() -> value(number)))
        .isInstanceOfSatisfying(
            UnreadableFileException.class,
            damaged -> assertThat(damaged.problem()).isEqualTo(FileProblem.CORRUPTED))
        .hasCauseInstanceOf(RuntimeException.class);
  }

  @Test
  void aFileThatCannotBeReadStaysWhatItIs() {
    assertThatThrownBy(
            () ->
                Decoding.of(
                    () -> {
                      throw new UnreadableFileException(FileProblem.NEWER, "version 9");
                    }))
        .isInstanceOfSatisfying(
            UnreadableFileException.class,
            newer -> assertThat(newer.problem()).isEqualTo(FileProblem.NEWER));
  }

  private static String value(long number) {
    if (number < 0) {
      throw new IllegalArgumentException("negative");
    }
    return Instant.ofEpochSecond(number).toString() + Math.toIntExact(number);
  }
}
