package dev.watershed.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.reports.text.MovesYaml;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovesReaderTest {

  private static final String ALL =
      """
      format: watershed.moves/1
      moves:
        - {moveTables: ['plan.slots'], owner: 'schedule', schema: 'inventory', server: 'booking-1'}
        - {mergeServices: ['availability'], into: 'schedule'}
        - {mergeSchemas: ['plan', 'booking'], into: 'booking'}
        - {moveSchemas: ['it''s'], server: 'content-1'}
        - {mergeTables: ['plan.plans_bk*'], into: 'plan.plans'}
        - {cutTable: 'market.notes', owners: ['booking', 'payment']}
        - {retireTables: ['market.legacy_*']}
      """;

  @Test
  void whatIsWrittenIsWhatIsRead() throws ConfigurationException {
    assertThat(MovesYaml.render(MovesReader.parse("moves.yaml", ALL))).isEqualTo(ALL);
    assertThat(MovesReader.parse("m", MovesYaml.render(List.of()))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{moveTables: [plan.slots]}                  | moves[0]: expected owner, schema or server",
        "{moveTables: [slots], owner: a}             | no table pattern",
        "{mergeServices: [a]}                        | the key into is missing",
        "{mergeServices: [a], into: a}               | expected a service beside a",
        "{mergeServices: [a], retireTables: [b.c]}   | says mergeServices and retireTables",
        "{owner: a}                                  | says nothing to do",
        "{retireTables: [a.b], into: c}              | means nothing beside retireTables",
        "{mergeService: [a], into: b}                | did you mean mergeServices?",
        "{cutTable: a.b, owners: [c]}                | expected at least two services",
        "{cutTable: [a.b, a.c], owners: [c, d]}      | names 2 tables; expected one",
        "{moveSchemas: [a]}                          | the key server is missing",
      })
  void everyProblemIsNamedWithItsPlace(String move, String message) {
    assertThatThrownBy(
            () ->
                MovesReader.parse(
                    "moves.yaml", "format: watershed.moves/1\nmoves:\n  - " + move + "\n"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("moves.yaml:3:")
        .hasMessageContaining(message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "''                          | is empty; expected format and moves",
        "moves: []                   | the key format is missing",
        "format: watershed.moves/2   | expected one of watershed.moves/1",
      })
  void aFileOfAnotherFormIsRefused(String text, String message) {
    assertThatThrownBy(() -> MovesReader.parse("moves.yaml", text))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(message);
  }
}
