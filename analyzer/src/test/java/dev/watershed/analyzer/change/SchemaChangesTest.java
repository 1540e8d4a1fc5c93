package dev.watershed.analyzer.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.change.SchemaChange.ColumnAdded;
import dev.watershed.analyzer.change.SchemaChange.ColumnDropped;
import dev.watershed.analyzer.change.SchemaChange.ColumnRenamed;
import dev.watershed.analyzer.change.SchemaChange.ColumnRetyped;
import dev.watershed.analyzer.change.SchemaChange.DataChanged;
import dev.watershed.analyzer.change.SchemaChange.ForeignKeyAdded;
import dev.watershed.analyzer.change.SchemaChange.IndexDropped;
import dev.watershed.analyzer.change.SchemaChange.Narrowing;
import dev.watershed.analyzer.change.SchemaChange.TableDropped;
import dev.watershed.analyzer.change.SchemaChange.TableRenamed;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.DefinitionReader;
import dev.watershed.sql.definition.LiteralPolicy;
import dev.watershed.sql.definition.LocatedDefinition;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import dev.watershed.workload.catalog.ReferentialAction;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All kinds of changes, from their texts: {@code ChangedCatalogTest} of cli. */
class SchemaChangesTest {

  @Test
  void columnsAreFollowedByTheClausesThatNameThem() {
    List<SchemaChange> changes =
        of(
            "ALTER TABLE t CHANGE a b bigint,\n DROP c, ADD c int",
            catalog(table(column("a", "int"), column("c", "date"))),
            catalog(table(column("b", "bigint"), column("c", "int"))));
    assertThat(changes)
        .containsExactly(
            new ColumnRenamed(at(1, 15), "a", "b"),
            new ColumnRetyped(at(1, 15), column("a", "int"), column("b", "bigint"), Narrowing.NONE),
            new ColumnDropped(at(2, 2), column("c", "date")),
            new ColumnAdded(at(2, 2), column("c", "int"), true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"now()", "LOCALTIME", "LOCALTIMESTAMP", "localtimestamp()"})
  void theNamesOfNowAreOneDefault(String now) {
    List<SchemaChange> changes =
        of(
            "ALTER TABLE t MODIFY a timestamp DEFAULT CURRENT_TIMESTAMP",
            catalog(table(defaulting("a", now))),
            catalog(table(defaulting("a", "CURRENT_TIMESTAMP"))));
    assertThat(changes).isEmpty();
  }

  @Test
  void aColumnBetweenOthersIsNotTheLast() {
    List<SchemaChange> changes =
        of(
            "ALTER TABLE t ADD b int FIRST",
            catalog(table(column("a", "int"))),
            catalog(table(column("b", "int"), column("a", "int"))));
    assertThat(changes).containsExactly(new ColumnAdded(at(1, 15), column("b", "int"), false));
  }

  @Test
  void aSecondForeignKeyOfTheSameColumnsIsAdded() {
    ForeignKey first = foreignKey("f", "p");
    ForeignKey second = foreignKey("g", "q");
    List<SchemaChange> changes =
        of(
            "ALTER TABLE t ADD CONSTRAINT g FOREIGN KEY (a) REFERENCES q (id)",
            catalog(referring("t", first)),
            catalog(referring("t", first, second)));
    assertThat(changes).containsExactly(new ForeignKeyAdded(at(1, 15), second));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ALTER TABLE t DROP INDEX f", "DROP INDEX f ON t"})
  void anIndexThatIsCalledLikeItsForeignKeyGoesWithoutIt(String sql) {
    ForeignKey key = foreignKey("f", "p");
    List<SchemaChange> changes =
        of(sql, catalog(indexed(List.of(key), "f", "i")), catalog(indexed(List.of(key), "i")));
    assertThat(changes).hasSize(1);
    assertThat(changes.get(0)).isInstanceOf(IndexDropped.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FOREIGN KEY", "CONSTRAINT"})
  void aForeignKeyThatIsDroppedAndAddedIsBoth(String kind) {
    Catalog same = catalog(referring("t", foreignKey("f", "p")));
    List<SchemaChange> changes =
        of(
            "ALTER TABLE t DROP " + kind + " f, ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id)",
            same,
            same);
    assertThat(changes)
        .extracting(change -> change.getClass().getSimpleName())
        .containsExactly("ForeignKeyDropped", "ForeignKeyAdded");
  }

  @Test
  void aForeignKeyToItsOwnTableStaysWhenThatIsRenamed() {
    List<SchemaChange> changes =
        of(
            "ALTER TABLE t RENAME TO u",
            catalog(referring("t", foreignKey("t_ibfk_1", "t"))),
            catalog(referring("u", foreignKey("u_ibfk_1", "u"))));
    assertThat(changes).containsExactly(new TableRenamed(at(1, 15), "shop", "u"));
  }

  /** Without a schema a new name is one of the schema in use. */
  @ParameterizedTest
  @ValueSource(strings = {"ALTER TABLE old.t RENAME TO shop.u", "ALTER TABLE old.t RENAME TO u"})
  void aTableThatMovesToAnotherSchemaKeepsItsForeignKeys(String sql) {
    Catalog before = catalog("old", referring("t", foreignKey("t_ibfk_1", "p")));
    ForeignKey key = foreignKey("u_ibfk_1", "p");
    Catalog after =
        catalog(
            "shop",
            referring(
                "u",
                new ForeignKey(
                    key.name(),
                    key.columns(),
                    Optional.of("old"),
                    key.referencedTable(),
                    key.referencedColumns(),
                    key.onUpdate(),
                    key.onDelete())));
    ChangedTable moved = new ChangedTable(new ChangePlace("a.sql", 1, 19), "old", "t");
    assertThat(of(sql, before, after)).containsExactly(new TableRenamed(moved, "shop", "u"));
  }

  @Test
  void aForeignKeyToATableOfTheSameNameInAnotherSchemaIsAnotherOne() {
    Catalog before = catalog("shop", referring("t", foreignKey("t_ibfk_1", "p")));
    Catalog after = catalog("old", referring("u", foreignKey("u_ibfk_1", "p")));
    assertThat(of("ALTER TABLE t RENAME TO old.u", before, after))
        .extracting(change -> change.getClass().getSimpleName())
        .containsExactly("ForeignKeyDropped", "ForeignKeyAdded", "TableRenamed");
  }

  @Test
  void theSameCatalogMeansNoChangeButOfRows() {
    Catalog catalog = catalog(table(column("a", "int")));
    assertThat(of("DROP TABLE IF EXISTS x", catalog, catalog)).isEmpty();
    assertThat(of("ALTER TABLE t MODIFY a int", catalog, catalog)).isEmpty();
    assertThat(of("DELETE FROM t", catalog, catalog))
        .containsExactly(new DataChanged(at(1, 1), "DELETE", "DELETE FROM t"));
  }

  @Test
  void aSchemaTakesItsTablesAlong() {
    Catalog before = catalog(table(column("a", "int")));
    Catalog after =
        new Catalog(Instant.EPOCH, Optional.empty(), List.of(), List.of(), List.of(), List.of());
    assertThat(of("DROP DATABASE shop", before, after))
        .hasSize(2)
        .contains(new TableDropped(at(1, 1), table(column("a", "int"))));
  }

  private static List<SchemaChange> of(String sql, Catalog before, Catalog after) {
    LocatedDefinition statement =
        DefinitionReader.readMigration(
                sql, SqlMode.standard(), LiteralPolicy.REDACT, Optional.of("shop"))
            .definitions()
            .get(0);
    return SchemaChanges.of(statement, before, after, "a.sql");
  }

  private static ChangedTable at(int line, int column) {
    return new ChangedTable(new ChangePlace("a.sql", line, column), "shop", "t");
  }

  private static Catalog catalog(TableDefinition table) {
    return catalog("shop", table);
  }

  private static Catalog catalog(String schema, TableDefinition table) {
    return new Catalog(
        Instant.EPOCH,
        Optional.empty(),
        List.of(new SchemaDefinition(schema, Optional.empty(), Optional.empty(), List.of(table))),
        List.of(),
        List.of(),
        List.of());
  }

  private static ForeignKey foreignKey(String name, String table) {
    return new ForeignKey(
        name,
        List.of("a"),
        Optional.empty(),
        table,
        List.of("id"),
        ReferentialAction.RESTRICT,
        ReferentialAction.RESTRICT);
  }

  private static TableDefinition referring(String name, ForeignKey... keys) {
    return table(name, List.of(column("a", "int")), List.of(keys));
  }

  private static TableDefinition indexed(List<ForeignKey> keys, String... indexes) {
    TableDefinition plain = table("t", List.of(column("a", "int")), keys);
    return new TableDefinition(
        plain.name(),
        plain.tableKind(),
        plain.engine(),
        plain.rowFormat(),
        plain.collation(),
        plain.commented(),
        plain.partitioning(),
        plain.columns(),
        Arrays.stream(indexes)
            .map(
                name ->
                    new IndexDefinition(
                        name,
                        false,
                        IndexKind.BTREE,
                        true,
                        false,
                        List.of(IndexPart.ofColumn("a"))))
            .toList(),
        plain.foreignKeys(),
        plain.checks());
  }

  private static TableDefinition table(ColumnDefinition... columns) {
    return table("t", Arrays.asList(columns), List.of());
  }

  private static TableDefinition table(
      String name, List<ColumnDefinition> columns, List<ForeignKey> keys) {
    return new TableDefinition(
        name,
        TableKind.BASE,
        Optional.of("InnoDB"),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        columns,
        List.of(),
        keys,
        List.of());
  }

  private static ColumnDefinition column(String name, String type) {
    return column(name, type, Optional.empty());
  }

  private static ColumnDefinition defaulting(String name, String value) {
    return column(name, "timestamp", Optional.of(value));
  }

  private static ColumnDefinition column(String name, String type, Optional<String> value) {
    return new ColumnDefinition(
        name,
        type,
        true,
        Optional.empty(),
        Optional.empty(),
        value,
        false,
        false,
        Optional.empty(),
        true,
        false);
  }
}
