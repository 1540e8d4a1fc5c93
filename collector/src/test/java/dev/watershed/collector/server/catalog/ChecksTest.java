package dev.watershed.collector.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.catalog.query.CheckQuery;
import dev.watershed.collector.server.catalog.query.TableKey;
import dev.watershed.workload.catalog.CheckConstraint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChecksTest {

  private static final TableKey TABLE = new TableKey("s", "t");

  @Test
  void mySqlNamesTheTableElsewhere() {
    List<CheckQuery.Row> rows =
        List.of(
            row(Optional.empty(), "b", "(`a` > 3)", false),
            row(Optional.empty(), "a", "(`a` <> _latin1\\'x\\')", false),
            row(Optional.empty(), "gone", "(`a` > 3)", false));

    assertThat(
            checks(
                rows,
                List.of(
                    new CheckQuery.Place(TABLE, "a", false),
                    new CheckQuery.Place(TABLE, "b", true),
                    new CheckQuery.Place(new TableKey("other", "t"), "gone", true))))
        .containsOnly(
            Map.entry(
                TABLE,
                List.of(
                    new CheckConstraint("a", "(`a` <> ?)", false),
                    new CheckConstraint("b", "(`a` > ?)", true))));
  }

  @Test
  void mariaDbNamesTheTableAndTheColumn() {
    List<CheckQuery.Row> rows =
        List.of(
            row(Optional.of("t"), "c", "`a` > 3", false),
            row(Optional.of("t"), "a", "`a` > 4", true));

    assertThat(checks(rows, List.of()).get(TABLE))
        .containsExactly(
            new CheckConstraint("", "`a` > ?", true), new CheckConstraint("c", "`a` > ?", true));
  }

  private static Map<TableKey, List<CheckConstraint>> checks(
      List<CheckQuery.Row> rows, List<CheckQuery.Place> places) {
    return new Checks(new ServerTexts(false)).of(rows, places);
  }

  private static CheckQuery.Row row(
      Optional<String> table, String name, String expression, boolean ofColumn) {
    return new CheckQuery.Row("s", table, name, expression, ofColumn);
  }
}
