package dev.watershed.collector.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.collector.server.catalog.query.ForeignKeyQuery;
import dev.watershed.collector.server.catalog.query.ReferentialActionQuery;
import dev.watershed.collector.server.catalog.query.TableKey;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.ReferentialAction;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignKeysTest {

  private static final TableKey TABLE = new TableKey("s", "t");

  @Test
  void columnsComeInTheirOrder() {
    List<ForeignKeyQuery.Row> rows = List.of(column("k", 2, "b", "s"), column("k", 1, "a", "s"));

    assertThat(of(rows, "CASCADE"))
        .isEqualTo(
            new ForeignKey(
                "k",
                List.of("a", "b"),
                Optional.empty(),
                "parent",
                List.of("to a", "to b"),
                ReferentialAction.CASCADE,
                ReferentialAction.SET_NULL));
  }

  @Test
  void anotherSchemaIsNamed() {
    List<ForeignKeyQuery.Row> rows = List.of(column("k", 1, "a", "other"));

    assertThat(of(rows, "CASCADE").referencedSchema()).contains("other");
  }

  @ParameterizedTest
  @CsvSource({
    "NO ACTION, NO_ACTION",
    "RESTRICT, RESTRICT",
    "CASCADE, CASCADE",
    "SET NULL, SET_NULL",
    "SET DEFAULT, SET_DEFAULT",
  })
  void actionsAreWhatTheServerSays(String rule, ReferentialAction expected) {
    List<ForeignKeyQuery.Row> rows = List.of(column("k", 1, "a", "s"));

    assertThat(of(rows, rule).onUpdate()).isEqualTo(expected);
  }

  @Test
  void aKeyWithoutItsActionsIsNotComplete() {
    List<ForeignKeyQuery.Row> rows = List.of(column("k", 1, "a", "s"));

    assertThatThrownBy(() -> ForeignKeys.of(rows, List.of())).hasMessageContaining("foreign key k");
    assertThatThrownBy(() -> of(rows, "EXPLODE")).hasMessageContaining("unknown action EXPLODE");
  }

  private static ForeignKey of(List<ForeignKeyQuery.Row> rows, String onUpdate) {
    return ForeignKeys.of(
            rows, List.of(new ReferentialActionQuery.Row(TABLE, "k", onUpdate, "SET NULL")))
        .get(0);
  }

  private static ForeignKeyQuery.Row column(
      String key, int position, String column, String schema) {
    return new ForeignKeyQuery.Row(
        TABLE, key, position, column, new TableKey(schema, "parent"), "to " + column);
  }
}
