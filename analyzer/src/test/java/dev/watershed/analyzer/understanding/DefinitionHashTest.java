package dev.watershed.analyzer.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.Security;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableKind;
import dev.watershed.workload.catalog.TableStatistics;
import dev.watershed.workload.catalog.ViewDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DefinitionHashTest {

  private static final ColumnDefinition ID = column("id", "int", Optional.empty(), true);
  private static final IndexDefinition PRIMARY =
      new IndexDefinition(
          IndexDefinition.PRIMARY,
          true,
          IndexKind.BTREE,
          true,
          false,
          List.of(IndexPart.ofColumn("id")));

  private static ColumnDefinition column(
      String name, String type, Optional<String> collation, boolean visible) {
    return new ColumnDefinition(
        name,
        type,
        false,
        collation.map(unused -> "utf8mb4"),
        collation,
        Optional.empty(),
        false,
        false,
        Optional.empty(),
        visible,
        false);
  }

  private static TableDefinition table(
      String name, List<IndexDefinition> indexes, ColumnDefinition... columns) {
    return new TableDefinition(
        name,
        TableKind.BASE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        List.of(columns),
        indexes,
        List.of(),
        List.of());
  }

  private static ViewDefinition view(String query, String... columns) {
    return new ViewDefinition("v", List.of(columns), query, "UNDEFINED", Security.DEFINER);
  }

  private static Catalog catalog(
      String schema, List<TableStatistics> statistics, CatalogObject... objects) {
    return new Catalog(
        Instant.ofEpochSecond(statistics.size()),
        Optional.of("9.7." + statistics.size()),
        List.of(new SchemaDefinition(schema, Optional.empty(), Optional.empty(), List.of(objects))),
        statistics,
        List.of(),
        List.of());
  }

  private static String hash(Catalog catalog) {
    return DefinitionHash.of(Optional.of(catalog));
  }

  @Test
  void whatChangesTheMeaningOfStatementsChangesTheHash() {
    Optional<String> binary = Optional.of("utf8mb4_bin");
    List<String> hashes =
        Stream.concat(
                Stream.of(DefinitionHash.of(Optional.empty())),
                Stream.of(
                        catalog("a", List.of(), table("t", List.of(), ID)),
                        catalog("b", List.of(), table("t", List.of(), ID)),
                        catalog("a", List.of(), table("u", List.of(), ID)),
                        catalog("a", List.of(), table("t", List.of(), ID), view("SELECT ?")),
                        catalog("a", List.of(), table("t", List.of(), ID), view("SELECT ?, ?")),
                        catalog("a", List.of(), table("t", List.of(), ID), view("SELECT ?", "x")),
                        catalog(
                            "a",
                            List.of(),
                            table("t", List.of(), ID, column("n", "text", Optional.empty(), true))),
                        catalog(
                            "a",
                            List.of(),
                            table("t", List.of(), ID, column("n", "text", binary, true))),
                        catalog(
                            "a",
                            List.of(),
                            table("t", List.of(), ID, column("n", "text", binary, false))),
                        catalog(
                            "a",
                            List.of(),
                            table("t", List.of(), ID, column("n", "blob", binary, true))),
                        catalog(
                            "a",
                            List.of(),
                            table("t", List.of(), ID, column("m", "text", binary, true))))
                    .map(DefinitionHashTest::hash))
            .toList();
    assertThat(hashes).doesNotHaveDuplicates().allMatch(hash -> hash.matches("[0-9a-f]{32}"));
  }

  @Test
  void sizesAndIndexesDoNot() {
    TableStatistics sizes =
        new TableStatistics(
            "a",
            "t",
            Instant.EPOCH,
            OptionalLong.of(1_000),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    assertThat(hash(catalog("a", List.of(sizes), table("t", List.of(PRIMARY), ID))))
        .isEqualTo(hash(catalog("a", List.of(), table("t", List.of(), ID))));
  }
}
