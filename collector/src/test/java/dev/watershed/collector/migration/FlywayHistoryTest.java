package dev.watershed.collector.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.catalog.Migration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlywayHistoryTest {

  /** Steps are {@code version/type}, or {@code version/type!} where they failed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1/SQL 2/JDBC 3/SCRIPT 4/CUSTOM            | 1 2 3 4 | -
          5/BASELINE                                | 5       | 5
          5/BASELINE 7/BASELINE 6/SQL               | 5 6 7   | 7
          5/SQL_BASELINE 6/SCRIPT_BASELINE          | 5 6     | 6
          1/SQL 2/SQL 2/UNDO_SQL                    | 1       | -
          1/SQL 2/SQL 2/UNDO_JDBC 2/SQL             | 1 2     | -
          2/UNDO_SCRIPT 2/SQL                       | ''      | -
          2/UNDO_SQL 2/SQL 2.0/SQL                  | 2       | -
          1/SQL 1/DELETE 2/SQL                      | 2       | -
          1/SQL 1/DELETE 1/SQL                      | 1       | -
          1/SQL 1/UNDO_SQL!                         | 1       | -
          1/SCHEMA 2/SQL                            | 2       | -
          1/SQL 2/SQL!                              | 1       | -
          /SQL x/SQL 1/                             | 1       | -
          """)
  void aStepCountsByItsType(String steps, String applied, String baseline) {
    FlywayHistory history = FlywayHistory.of(history(steps));
    assertThat(
            history.applied().stream()
                .map(FlywayVersion::toString)
                .collect(Collectors.joining(" ")))
        .isEqualTo(applied);
    assertThat(history.baseline().map(FlywayVersion::toString).orElse("-")).isEqualTo(baseline);
    assertThat(history.newest().map(FlywayVersion::toString).orElse(""))
        .isEqualTo(applied.substring(applied.lastIndexOf(' ') + 1));
  }

  /** Steps of one second come in any order. */
  @Test
  void theOrderOfStepsDoesNotCount() {
    List<Migration> steps =
        new ArrayList<>(history("1/SQL 2/SQL 2/UNDO_SQL 2/SQL 3/SQL 3/UNDO_SQL 2/UNDO_SQL"));
    FlywayHistory expected = FlywayHistory.of(steps);
    assertThat(expected.applied()).containsExactly(FlywayVersion.parse("1"));
    for (int turn = 0; turn < steps.size(); turn++) {
      Collections.rotate(steps, 1);
      assertThat(FlywayHistory.of(steps)).isEqualTo(expected);
    }
  }

  @Test
  void whereTheTypeIsUnknownFlywaysOwnWordsTellABaseline() {
    assertThat(FlywayHistory.of(List.of(step("5", "<< Flyway Baseline >>", ""))).baseline())
        .contains(FlywayVersion.parse("5"));
    assertThat(FlywayHistory.of(List.of(step("5", "<< Flyway Baseline >>", "SQL"))).baseline())
        .isEmpty();
    assertThat(FlywayHistory.of(List.of(step("5", "all before the move", "BASELINE"))).baseline())
        .contains(FlywayVersion.parse("5"));
  }

  private static List<Migration> history(String steps) {
    List<Migration> history = new ArrayList<>();
    for (String step : steps.split(" ", -1)) {
      String[] words = step.split("/", -1);
      history.add(
          new Migration(
              "shop",
              "flyway",
              words[0],
              "words",
              Optional.empty(),
              !words[1].endsWith("!"),
              words[1].replace("!", "")));
    }
    return history;
  }

  private static Migration step(String version, String description, String kind) {
    return new Migration("shop", "flyway", version, description, Optional.empty(), true, kind);
  }
}
