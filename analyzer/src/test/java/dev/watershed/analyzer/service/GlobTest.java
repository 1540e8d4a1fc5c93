package dev.watershed.analyzer.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "svc_*,     svc_market,  true",
    "svc_*,     svc_,        true",
    "svc_*,     xsvc_market, false",
    "svc_market,svc_market,  true",
    "svc_market,SVC_MARKET,  false",
    "*,         '',          true",
    "*_ro,      booking_ro,  true",
    "*_ro,      booking_rw,  false",
    "a*b*c,     aXbXbXc,     true",
    "a*b*c,     aXbXbX,      false",
    "a?c,       abc,         true",
    "a?c,       ac,          false",
    "coupon/*,  coupon/list, true",
    "a.c,       abc,         false",
  })
  void matches(String pattern, String text, boolean expected) {
    assertThat(new Glob(pattern).matches(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"svc_market, 10, true", "svc_*, 4, false", "a?c*, 2, false", "**, 0, false"})
  void theMoreCharactersStandForThemselvesTheMoreSpecificItIs(
      String pattern, int literals, boolean exact) {
    assertThat(new Glob(pattern).literalCharacters()).isEqualTo(literals);
    assertThat(new Glob(pattern).exact()).isEqualTo(exact);
  }

  @Test
  void agreesWithARegularExpression() {
    Random random = new Random(42);
    for (int i = 0; i < 20_000; i++) {
      String pattern = text(random, "ab*?", 1 + random.nextInt(6));
      String text = text(random, "ab", random.nextInt(8));
      String regex = pattern.replace("*", ".*").replace('?', '.');
      assertThat(new Glob(pattern).matches(text))
          .as("%s on %s", pattern, text)
          .isEqualTo(Pattern.matches(regex, text));
    }
  }

  @Test
  void aHostilePatternTakesNoLongTime() {
    assertThat(new Glob("*a".repeat(50) + "b").matches("a".repeat(5_000))).isFalse();
  }

  @Test
  void anEmptyPatternIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Glob(""));
  }

  private static String text(Random random, String alphabet, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
