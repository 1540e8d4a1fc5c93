package dev.watershed.collector.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholdersTest {

  private record Told(int line, int column, String message) {}

  @Test
  void manyOfThemTakeNoTime() {
    List<Told> told = new ArrayList<>();
    String text = "a ${b}\n".repeat(50_000) + "${".repeat(200_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            new Placeholders(Map.of(), Optional.empty())
                .filled(
                    text, (line, column, message) -> told.add(new Told(line, column, message))));
    assertThat(told).hasSize(50_000);
    assertThat(told.get(49_999).line()).isEqualTo(50_000);
    assertThat(told.get(49_999).column()).isEqualTo(3);
  }

  /** {@code /} stands for the end of a line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          A ${pre}t;                     | A big_t;              | ``
          A ${pre}${pre};                | A big_big_;           | ``
          A ${money};                    | A $1\\;               | ``
          USE ${flyway:defaultSchema};   | USE shop;             | ``
          A;/B ${other};                 | A;/B ${other};        | 2:3 the placeholder ${other} has no value; give one by placeholders in 'migrations' of the configuration
          A $pre ${} ${a b};             | A $pre ${} ${a b};    | ``
          """)
  void valuesStandInTheirPlace(String text, String filled, String remark) {
    List<String> missing = new ArrayList<>();
    String written =
        new Placeholders(Map.of("pre", "big_", "money", "$1\\"), Optional.of("shop"))
            .filled(
                text.replace('/', '\n'),
                (line, column, message) -> missing.add(line + ":" + column + " " + message));
    assertThat(written).isEqualTo(filled.replace('/', '\n'));
    assertThat(String.join("", missing)).isEqualTo(remark);
  }
}
