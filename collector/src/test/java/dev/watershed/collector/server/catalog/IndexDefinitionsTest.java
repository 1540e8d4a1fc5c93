package dev.watershed.collector.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.collector.server.catalog.query.IndexQuery;
import dev.watershed.collector.server.catalog.query.TableKey;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class IndexDefinitionsTest {

  private final IndexDefinitions definitions = new IndexDefinitions(new ServerTexts(false));

  @Test
  void theOrderIsOfImportanceAndThenOfNames() {
    List<IndexDefinition> indexes =
        definitions.of(
            List.of(
                column("b", 1, false, "x"),
                column("a", 1, false, "x"),
                column("u", 2, true, "y"),
                column("u", 1, true, "x"),
                column("PRIMARY", 1, true, "x")));

    assertThat(indexes).extracting(IndexDefinition::name).containsExactly("PRIMARY", "u", "a", "b");
    assertThat(indexes.get(1).parts())
        .containsExactly(IndexPart.ofColumn("x"), IndexPart.ofColumn("y"));
  }

  @Test
  void anExpressionComesWithoutLiterals() {
    IndexQuery.Row row = row(Optional.empty(), Optional.of("concat(`a`,_utf8mb4\\'x\\')"), "BTREE");

    assertThat(definitions.of(List.of(row)).get(0).parts().get(0).expression())
        .contains("concat(`a`,?)");
  }

  @Test
  void thePrefixOfABoxIsNone() {
    IndexQuery.Row box = row(Optional.of("g"), Optional.empty(), "SPATIAL");
    IndexQuery.Row text = row(Optional.of("g"), Optional.empty(), "BTREE");

    assertThat(definitions.of(List.of(box)).get(0).kind()).isEqualTo(IndexKind.SPATIAL);
    assertThat(definitions.of(List.of(box)).get(0).parts().get(0).prefixLength()).isEmpty();
    assertThat(definitions.of(List.of(text)).get(0).parts().get(0).prefixLength()).hasValue(32);
  }

  @Test
  void whatIsNotUnderstoodIsSaid() {
    assertThatThrownBy(
            () -> definitions.of(List.of(row(Optional.of("a"), Optional.empty(), "LSM"))))
        .hasMessageContaining("unknown kind LSM");
    assertThatThrownBy(
            () -> definitions.of(List.of(row(Optional.empty(), Optional.empty(), "HASH"))))
        .hasMessageContaining("a column or an expression");
  }

  private static IndexQuery.Row column(String index, int position, boolean unique, String column) {
    return new IndexQuery.Row(
        new TableKey("s", "t"),
        index,
        position,
        unique,
        Optional.of(column),
        Optional.empty(),
        OptionalInt.empty(),
        false,
        "BTREE",
        true,
        false);
  }

  private static IndexQuery.Row row(
      Optional<String> column, Optional<String> expression, String type) {
    return new IndexQuery.Row(
        new TableKey("s", "t"),
        "i",
        1,
        false,
        column,
        expression,
        OptionalInt.of(32),
        false,
        type,
        true,
        false);
  }
}
