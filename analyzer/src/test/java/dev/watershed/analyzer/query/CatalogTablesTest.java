package dev.watershed.analyzer.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.GeneratedValue;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableKind;
import dev.watershed.workload.catalog.TableStatistics;
import dev.watershed.workload.store.StoreWriter;
import dev.watershed.workload.store.file.LocalStoreFiles;
import dev.watershed.workload.store.window.Seal;
import dev.watershed.workload.store.window.WindowHeader;
import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import dev.watershed.workload.store.window.WindowSource;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.eclipse.collections.impl.factory.primitive.ByteLists;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What queries see of the catalog. */
class CatalogTablesTest {

  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

  @TempDir private Path folder;
  private QueriedStore store;

  @BeforeEach
  void write() throws IOException {
    store = new QueriedStore(folder);
    store.write();
    WindowName name = new WindowName("db", WindowSource.CATALOG, WindowLevel.SLOT, START, 1);
    Seal seal = new Seal(1, 0, 1, ByteLists.immutable.empty());
    try (StoreWriter writer = StoreWriter.open(new LocalStoreFiles(folder), "test")) {
      writer.put(
          new WindowHeader(name, START, START, "test", seal, List.of()),
          new Catalog(
              START,
              Optional.of("9.7.4"),
              List.of(
                  new SchemaDefinition(
                      "shop", Optional.empty(), Optional.empty(), List.of(orders(), plain()))),
              List.of(statistics()),
              List.of(),
              List.of()));
    }
  }

  @Test
  void aTableHasItsFiguresWhereTheyAreKnown() throws Exception {
    assertThat(
            rows(
                "select server, schema, table_name, kind, engine, column_count, index_count,"
                    + " row_count, data_bytes is null, auto_increment_limit from tables"
                    + " order by table_name"))
        .containsExactly(
            "db shop orders base InnoDB 3 2 500 true 9223372036854775807",
            "db shop plain base NULL 1 0 NULL true NULL");
  }

  @Test
  void columnsAreInTheirOrder() throws Exception {
    assertThat(
            rows(
                "select ordinal, column_name, type, nullable, coalesce(generated_as, '-')"
                    + " from columns where table_name = 'orders' order by ordinal"))
        .containsExactly(
            "1 id bigint unsigned false -", "2 note text true -", "3 short text true left(?)");
  }

  @Test
  void indexesAreTakenApart() throws Exception {
    assertThat(
            rows(
                "select index_name, is_unique, ordinal, coalesce(column_name, expression),"
                    + " coalesce(prefix_length, 0), descending from indexes order by all"))
        .containsExactly(
            "PRIMARY true 1 id 0 false",
            "both false 1 note 20 true",
            "both false 2 lower(note) 0 false");
  }

  @Test
  void aColumnHasItsSortAndDefault() throws Exception {
    assertThat(
            rows(
                "select server, schema, column_name, charset, collation_name, default_value,"
                    + " auto_increment, visible from columns where table_name = 'orders'"
                    + " order by ordinal"))
        .containsExactly(
            "db shop id NULL NULL NULL true true",
            "db shop note utf8mb4 utf8mb4_bin ? false false",
            "db shop short NULL NULL NULL false true");
  }

  @Test
  void anIndexHasItsTableKindAndVisibility() throws Exception {
    assertThat(
            rows(
                "select distinct server, schema, table_name, index_name, kind, visible,"
                    + " expression is null from indexes order by all"))
        .containsExactly(
            "db shop orders PRIMARY btree true true",
            "db shop orders both btree false false",
            "db shop orders both btree false true");
  }

  /** The example of docs/query.md. */
  @Test
  void tablesWithoutAPrimaryKeyAreFound() throws Exception {
    assertThat(
            rows(
                "select server, schema, table_name from tables anti join"
                    + " (from indexes where index_name = 'PRIMARY')"
                    + " using (server, schema, table_name)"))
        .containsExactly("db shop plain");
  }

  @Test
  void loadIsNotMixedWithTheCatalog() throws Exception {
    assertThat(rows("select distinct source from windows")).containsExactly("slowlog");
  }

  private List<String> rows(String sql) throws IOException, QueryException {
    return store.answer(sql).rows();
  }

  private static TableDefinition orders() {
    return new TableDefinition(
        "orders",
        TableKind.BASE,
        Optional.of("InnoDB"),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        List.of(
            new ColumnDefinition(
                "id",
                "bigint unsigned",
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                true,
                Optional.empty(),
                true,
                false),
            new ColumnDefinition(
                "note",
                "text",
                true,
                Optional.of("utf8mb4"),
                Optional.of("utf8mb4_bin"),
                Optional.of("?"),
                false,
                false,
                Optional.empty(),
                false,
                false),
            column("short", "text", true, Optional.of(new GeneratedValue("left(?)", true)))),
        List.of(
            new IndexDefinition(
                IndexDefinition.PRIMARY,
                true,
                IndexKind.BTREE,
                true,
                false,
                List.of(IndexPart.ofColumn("id"))),
            new IndexDefinition(
                "both",
                false,
                IndexKind.BTREE,
                false,
                false,
                List.of(
                    new IndexPart(Optional.of("note"), Optional.empty(), OptionalInt.of(20), true),
                    new IndexPart(
                        Optional.empty(),
                        Optional.of("lower(note)"),
                        OptionalInt.empty(),
                        false)))),
        List.of(),
        List.of());
  }

  private static TableDefinition plain() {
    return new TableDefinition(
        "plain",
        TableKind.BASE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        List.of(column("a", "int", true, Optional.empty())),
        List.of(),
        List.of(),
        List.of());
  }

  private static ColumnDefinition column(
      String name, String type, boolean nullable, Optional<GeneratedValue> generated) {
    return new ColumnDefinition(
        name,
        type,
        nullable,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        generated,
        true,
        false);
  }

  private static TableStatistics statistics() {
    return new TableStatistics(
        "shop",
        "orders",
        START,
        OptionalLong.of(500),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.of(BigInteger.TEN),
        Optional.of(BigInteger.TWO.pow(64).subtract(BigInteger.ONE)),
        List.of());
  }
}
