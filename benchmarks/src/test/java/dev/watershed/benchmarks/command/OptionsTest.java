package dev.watershed.benchmarks.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

  private static final Set<String> NEEDED = Set.of("--out");
  private static final Set<String> OTHERS = Set.of("--rows", "--raw");

  private static Options parse(String line) {
    return Options.parse(line.split(" ", -1), NEEDED, OTHERS);
  }

  @Test
  void valuesFollowTheirNames() {
    Options options = parse("--rows 10000000000 --out here");
    assertThat(options.text("--out")).isEqualTo("here");
    assertThat(options.longNumber("--rows", 1)).isEqualTo(10_000_000_000L);
    assertThat(options.has("--raw")).isFalse();
    assertThat(options.yes("--raw", true)).isTrue();
    assertThat(options.number("--seed", 3)).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "--out here --bites 3, what is --bites?",
    "--out here --rows, --rows needs a value",
    "--out here --out there, --out is given twice",
    "--rows 3, --out is missing",
    "here, what is here?",
  })
  void whatIsWrongIsRefused(String line, String message) {
    assertThatThrownBy(() -> parse(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void aValueThatIsNoneIsRefused() {
    Options options = parse("--out here --rows many --raw perhaps");
    assertThatThrownBy(() -> options.number("--rows", 1)).hasMessageContaining("not many");
    assertThatThrownBy(() -> options.yes("--raw", true)).hasMessageContaining("not perhaps");
  }
}
