package dev.watershed.collector.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholdersTest {

  @Test
  void manyOfThemTakeNoTime() {
    Remarks remarks = new Remarks();
    String text = "a ${b}\n".repeat(50_000) + "${".repeat(200_000);
    Part part = Part.of(new MigrationFile("a.sql", text), Optional.empty());
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> new Placeholders(Map.of(), Optional.empty()).filled(part, remarks));
    assertThat(remarks.issues()).hasSize(50_000);
    assertThat(remarks.issues().get(49_999).line()).isEqualTo(50_000);
    assertThat(remarks.issues().get(49_999).column()).isEqualTo(3);
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
          A;/B ${other};                 | A;/B ${other};        | issue a.sql:2:3 the placeholder ${other} has no value; give one by placeholders in 'migrations' of the configuration
          A $pre ${} ${a b};             | A $pre ${} ${a b};    | ``
          """)
  void valuesStandInTheirPlace(String text, String filled, String remark) {
    Remarks remarks = new Remarks();
    Part part =
        new Placeholders(Map.of("pre", "big_", "money", "$1\\"), Optional.of("shop"))
            .filled(
                Part.of(new MigrationFile("a.sql", text.replace('/', '\n')), Optional.of("1")),
                remarks);
    assertThat(part.text()).isEqualTo(filled.replace('/', '\n'));
    assertThat(part.version()).contains("1");
    assertThat(String.join("", PendingRun.lines(remarks))).isEqualTo(remark);
  }
}
