package dev.watershed.reports.review.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts cut at their numbers. */
class NumberedTextTest {

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  @ParameterizedTest
  @CsvSource({
    "'', '', ''",
    "'a', 'a', ''",
    "'007', '0', '007'",
    "'a1_.x2', 'a0_.x0', '1 2'",
    "'12 34', '0 0', '12 34'",
    "'１ x', '１ x', ''"
  })
  void numbersAreDigitsOfAscii(String text, String without, String numbers) {
    NumberedText numbered = NumberedText.of(text);
    assertThat(numbered.withoutNumbers()).isEqualTo(without);
    assertThat(String.join(" ", numbered.numbers())).isEqualTo(numbers);
  }

  @Test
  void everyTextIsCutAsAnExpressionCutsIt() {
    Random random = new Random(1);
    for (int round = 0; round < 2_000; round++) {
      String text =
          random
              .ints(random.nextInt(12), 0, 6)
              .mapToObj(at -> "09a\\$\uD83D".substring(at, at + 1))
              .collect(Collectors.joining());
      NumberedText numbered = NumberedText.of(text);
      assertThat(numbered.numbers())
          .isEqualTo(DIGITS.matcher(text).results().map(MatchResult::group).toList());
      assertThat(numbered.withoutNumbers()).isEqualTo(DIGITS.matcher(text).replaceAll("0"));
      assertThat(numbered.with(numbered.numbers())).isEqualTo(text);
    }
  }

  @Test
  void thereIsOnePieceMoreThanNumbers() {
    assertThatThrownBy(() -> new NumberedText(List.of("a"), List.of("1")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
