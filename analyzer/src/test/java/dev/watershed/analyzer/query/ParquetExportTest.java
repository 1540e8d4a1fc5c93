package dev.watershed.analyzer.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.store.StoreSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class ParquetExportTest {

  private static final int MEBIBYTES = 256;

  @TempDir private Path folder;
  private QueriedStore store;

  @BeforeEach
  void write() throws IOException {
    store = new QueriedStore(folder.resolve("store"));
    store.write();
  }

  @Test
  void theFilesHoldWhatQueriesAnswer() throws IOException, QueryException, SQLException {
    Path out = export("out").folder();
    String sums =
        "select count(*), sum(calls), sum(query_time_micros), sum(rows_examined), min(first_seen)::varchar,"
            + " count(distinct digest), sum(list_sum(list_transform(latencies, lambda x: x.calls))) from ";
    List<String> asked =
        store.answer(sums.replace("::varchar", "") + "statements").rows().stream()
            .map(row -> row.replace("T", " ").replace("Z", "+00"))
            .toList();
    assertThat(asked).singleElement().asString().doesNotContain("NULL");
    assertThat(rows(sums + file(out, "statements"))).isEqualTo(asked);
  }

  @Test
  void aFileHasTheDocumentedColumns() throws IOException, QueryException, SQLException {
    Map<String, List<String>> expected = new LinkedHashMap<>(StoreTablesTest.documented());
    expected.remove("origins");
    expected.replaceAll((table, columns) -> exported(columns));
    Map<String, List<String>> real = new LinkedHashMap<>();
    try (StoreSnapshot snapshot = store.snapshot()) {
      QuerySource source = new QuerySource(snapshot, ServiceMapping.accounts());
      List<ScannedTable> tables =
          StoreQuery.tables().stream().<ScannedTable>map(table -> table.of(source)).toList();
      try (ParquetFiles files = ParquetFiles.open(tables, folder.resolve("spill"), MEBIBYTES)) {
        for (ExportedTable table : ExportedTable.all()) {
          Path file = folder.resolve(table.name() + ".parquet");
          files.write(table.select(), file);
          real.put(table.name(), rows("select column_name from (describe from '" + file + "')"));
        }
      }
    }
    assertThat(real).containsExactlyInAnyOrderEntriesOf(expected);
    assertThat(ParquetExport.tables()).containsExactlyInAnyOrderElementsOf(expected.keySet());
  }

  private static List<String> exported(List<String> columns) {
    List<String> exported = new ArrayList<>();
    for (String column : columns) {
      if (column.equals("origin")) {
        exported.addAll(List.of("user", "host", "tags", "service", "module"));
      } else if (!column.equals("server")) {
        exported.add(column);
      }
    }
    return exported;
  }

  @Test
  void timesAreInstantsAndNestedValuesAreLists() throws Exception {
    Path out = export("out").folder();
    assertThat(
            rows(
                "select column_name, column_type from (describe from "
                    + file(out, "statements")
                    + ") where column_name in ('window_start', 'digest', 'calls', 'tags', 'latencies')"))
        .containsExactly(
            "window_start TIMESTAMP WITH TIME ZONE",
            "digest VARCHAR",
            "tags VARCHAR[]",
            "calls BIGINT",
            "latencies STRUCT(upper_micros DOUBLE, calls BIGINT)[]");
    assertThat(
            rows(
                "select count(*) from parquet_schema('"
                    + out.resolve("statements.parquet")
                    + "') where logical_type like '%isAdjustedToUTC=1%MicroSeconds()%'"))
        .as("window_start, window_end, first_seen, last_seen")
        .containsExactly("4");
  }

  @Test
  void theSameStoreMakesTheSameBytes() throws IOException, QueryException {
    Exported first = export("first");
    Exported second = export("second");
    for (ParquetExport.Written table : first.result().tables()) {
      assertThat(second.folder().resolve(table.file().getFileName()))
          .hasSameBinaryContentAs(table.file());
    }
  }

  @Test
  void rowsAreInTheOrderOfTheirColumns() throws IOException, QueryException, SQLException {
    Path out = export("out").folder();
    String keys = "select window_start::varchar, digest, schema, user from ";
    assertThat(rows(keys + file(out, "statements")))
        .isEqualTo(rows(keys + file(out, "statements") + " order by all"));
  }

  @Test
  void compactedWindowsAreExportedByTheHour() throws IOException, QueryException, SQLException {
    store.compact(Duration.ofDays(3));
    Path out = export("out").folder();
    assertThat(
            rows(
                "select hour(window_start), date_diff('minute', window_start, window_end), sum(calls)"
                    + " from "
                    + file(out, "statements")
                    + " group by all order by all"))
        .isEqualTo(
            store
                .answer(
                    "select hour(window_start), date_diff('minute', window_start, window_end),"
                        + " sum(calls) from statements group by all order by all")
                .rows())
        .hasSize(2);
  }

  @Test
  void aDamagedWindowIsNamedAndLeftOut() throws IOException, QueryException, SQLException {
    store.damage(1);
    Exported exported = export("out");
    assertThat(exported.result().skipped()).hasSize(1);
    assertThat(
            rows(
                "select count(distinct window_start) from "
                    + file(exported.folder(), "statements")))
        .containsExactly("4");
  }

  private record Exported(Path folder, ParquetExport.Result result) {}

  private Exported export(String name) throws IOException, QueryException {
    Path out = Files.createDirectories(folder.resolve(name));
    try (StoreSnapshot snapshot = store.snapshot()) {
      return new Exported(
          out, ParquetExport.write(snapshot, ServiceMapping.accounts(), out, MEBIBYTES));
    }
  }

  private static String file(Path out, String table) {
    return "'" + out.resolve(table + ".parquet") + "'";
  }

  private static List<String> rows(String sql) throws SQLException {
    try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      List<String> rows = new ArrayList<>();
      try (ResultSet answer = statement.executeQuery(sql)) {
        while (answer.next()) {
          List<String> values = new ArrayList<>();
          for (int column = 1; column <= answer.getMetaData().getColumnCount(); column++) {
            values.add(String.valueOf(answer.getString(column)));
          }
          rows.add(String.join(" ", values));
        }
      }
      return rows;
    }
  }
}
