package dev.watershed.workload.catalog;

import static dev.watershed.workload.catalog.PlainTables.column;
import static dev.watershed.workload.catalog.PlainTables.schema;
import static dev.watershed.workload.catalog.PlainTables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the nouns refuse, and in which order they keep things. */
class CatalogTest {

  static List<Arguments> whatMakesNoSense() {
    return List.of(
        refused("a table has a name", () -> table("", List.of(column("id")), List.of())),
        refused("table t has no column", () -> table("t", List.of(), List.of())),
        refused(
            "table t has two of column id",
            () -> table("t", List.of(column("id"), column("id")), List.of())),
        refused("index i has no part", () -> index("i", List.of())),
        refused(
            "table t has two of index i",
            () ->
                table(
                    "t",
                    List.of(column("id")),
                    List.of(
                        index("i", List.of(IndexPart.ofColumn("id"))),
                        index("i", List.of(IndexPart.ofColumn("id")))))),
        refused(
            "a part is a column or an expression",
            () -> new IndexPart(Optional.empty(), Optional.empty(), OptionalInt.empty(), false)),
        refused(
            "prefix of 0",
            () -> new IndexPart(Optional.of("a"), Optional.empty(), OptionalInt.of(0), false)),
        refused(
            "foreign key f of [a] to [b, c]",
            () ->
                new ForeignKey(
                    "f",
                    List.of("a"),
                    Optional.empty(),
                    "t",
                    List.of("b", "c"),
                    ReferentialAction.NO_ACTION,
                    ReferentialAction.CASCADE)),
        refused(
            "two of table s.t",
            () ->
                schema(
                    "s",
                    List.of(
                        table("t", List.of(column("a")), List.of()),
                        table("t", List.of(column("b")), List.of())))),
        refused(
            "two schemas called s",
            () ->
                new Catalog(
                    Instant.EPOCH,
                    Optional.empty(),
                    List.of(schema("s", List.of()), schema("s", List.of())),
                    List.of(),
                    List.of(),
                    List.of())),
        refused(
            "two statistics of s.t",
            () ->
                new Catalog(
                    Instant.EPOCH,
                    Optional.empty(),
                    List.of(),
                    List.of(statistics("s", "t", 1), statistics("s", "t", 2)),
                    List.of(),
                    List.of())),
        refused("s.t has a negative figure: -1", () -> statistics("s", "t", -1)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void whatMakesNoSense(String message, ThrowingCallable making) {
    assertThatThrownBy(making)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void objectsOfAnyOrderMakeTheSameSchema() {
    TableDefinition orders = table("orders", List.of(column("id")), List.of());
    TableDefinition members = table("members", List.of(column("id")), List.of());
    ViewDefinition view =
        new ViewDefinition("active", List.of(), "select ?", "UNDEFINED", Security.DEFINER);

    SchemaDefinition one = schema("s", List.of(orders, view, members));

    assertThat(one).isEqualTo(schema("s", List.of(members, orders, view)));
    assertThat(one.tables()).containsExactly(members, orders);
    assertThat(one.views()).containsExactly(view);
    assertThat(one.table("orders")).contains(orders);
    assertThat(one.table("ORDERS")).isEmpty();
  }

  @Test
  void theNameOfAColumnIsFoundInAnyLetterCase() {
    TableDefinition table = table("t", List.of(column("a"), column("Id")), List.of());
    assertThat(table.column("iD")).contains(column("Id"));
    assertThat(table.column("b")).isEmpty();
  }

  @Test
  void schemasAndFiguresAreFoundByTheirSpelling() {
    SchemaDefinition archive = schema("archive", List.of());
    SchemaDefinition shop = schema("shop", List.of(table("t", List.of(column("a")), List.of())));
    TableStatistics figures = statistics("shop", "t", 5);
    Catalog catalog =
        new Catalog(
            Instant.EPOCH,
            Optional.empty(),
            List.of(archive, shop),
            List.of(statistics("archive", "t", 1), statistics("shop", "s", 2), figures),
            List.of(),
            List.of());
    assertThat(catalog.schema("shop")).contains(shop);
    assertThat(catalog.schema("Shop")).isEmpty();
    assertThat(catalog.statistics("shop", "t")).contains(figures);
    assertThat(catalog.statistics("archive", "s")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "NO_ACTION, false",
    "RESTRICT, false",
    "CASCADE, true",
    "SET_NULL, true",
    "SET_DEFAULT, true",
  })
  void someActionsWriteTheReferringTable(ReferentialAction action, boolean writes) {
    assertThat(action.writes()).isEqualTo(writes);
  }

  private static Arguments refused(String message, ThrowingCallable making) {
    return Arguments.of(message, making);
  }

  private static IndexDefinition index(String name, List<IndexPart> parts) {
    return new IndexDefinition(name, false, IndexKind.BTREE, true, false, parts);
  }

  private static TableStatistics statistics(String schema, String table, long rows) {
    return new TableStatistics(
        schema,
        table,
        Instant.EPOCH,
        OptionalLong.of(rows),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
