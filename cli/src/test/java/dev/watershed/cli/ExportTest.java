package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled fleet, exported and read back. */
class ExportTest {

  private static final Path EXAMPLE = Path.of("..", "examples", "marketplace");
  private static final String DAY = "day=2026-11-25";

  @TempDir private Path folder;
  private CommandRun run;

  @BeforeEach
  void collect() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    run = new CommandRun(folder);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void theFilesHoldWhatTheOtherCommandsSay() throws SQLException, IOException {
    export();
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).hasLineCount(2).contains("2026-11-25  booking-1  windows 1  tables 8");
    List<String> servers =
        rows(
            "select server, sum(calls), sum(query_time_micros) from "
                + table("statements")
                + " where day = '2026-11-25' group by all order by all");
    run.execute("analyze", "-c", "watershed.yaml", "--format", "json");
    assertThat(servers).containsExactly("booking-1,8562,12450480", "content-1,3114,17958645");
    assertThat(run.output())
        .contains("\"events\" : 8562")
        .contains("\"queryTimeSeconds\" : 12.45048,")
        .contains("\"events\" : 3114")
        .contains("\"queryTimeSeconds\" : 17.958645,");
    assertSame(
        "select service, digest, sum(calls) as calls, max(query_time_micros_max) as longest from ",
        "statements",
        "statements join origins using (origin)",
        " group by all order by all");
    assertSame(
        "select server, epoch_us(minute) as m, sum(rows_examined) as r from ",
        "minutes",
        "minutes",
        " group by all order by all");
    assertSame("select distinct fingerprint from ", "texts", "texts", " order by all");
    assertSame(
        "select server, schema, table_name, column_name, type from ",
        "columns",
        "columns",
        " order by all");
  }

  /** Holds rows of the files against the JSON of a query. */
  private void assertSame(String select, String exported, String queried, String rest)
      throws SQLException, IOException {
    run.execute(
        "query",
        "-c",
        "watershed.yaml",
        "--limit",
        "0",
        "--format",
        "json",
        select + queried + rest);
    assertThat(run.exitCode()).isZero();
    List<String> answered = rows(select + table(exported) + rest);
    assertThat(answered).isNotEmpty();
    String json = folder.resolve("answer.json").toString();
    Files.writeString(Path.of(json), run.output());
    assertThat(
            rows(
                "select array_to_string(list_transform(r, lambda x: coalesce(x, 'null')), ',') from"
                    + " (select unnest(rows) as r from read_json('"
                    + json
                    + "', columns = {rows: 'VARCHAR[][]'}, maximum_object_size = 100000000))"))
        .isEqualTo(answered);
  }

  @Test
  void aSecondRunReplacesAndChangesNothing() throws IOException {
    export();
    Path file =
        folder.resolve("out/statements").resolve(DAY).resolve("server=booking-1/part-0.parquet");
    byte[] first = Files.readAllBytes(file);
    Files.writeString(file, "something else");
    export();
    assertThat(run.exitCode()).isZero();
    assertThat(file).hasBinaryContent(first);
  }

  @Test
  void aServerAloneLeavesTheOthersAsTheyAre() throws IOException {
    export();
    Path other =
        folder.resolve("out/statements").resolve(DAY).resolve("server=content-1/part-0.parquet");
    Files.writeString(other, "as it is");
    run.execute(
        "export",
        "-c",
        "watershed.yaml",
        "--out",
        "out",
        "--server",
        "booking-1",
        "--format",
        "parquet");
    assertThat(run.output()).hasLineCount(1).contains("booking-1");
    assertThat(other).hasContent("as it is");
  }

  @Test
  void aSpanWithinADayWritesTheWholeDay() {
    run.execute(
        "export",
        "-c",
        "watershed.yaml",
        "--out",
        "out",
        "--since",
        "2026-11-25T23:50:00Z",
        "--until",
        "2026-11-25T23:55:00Z");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).hasLineCount(2);
  }

  @Test
  void aSpanWithoutWindowsIsNotEnoughData() {
    run.execute("export", "-c", "watershed.yaml", "--out", "out", "--until", "2026-11-25");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.errors()).contains("no window in the store then");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aFolderOfSomethingElseIsWrongUsage() {
    run.execute("export", "-c", "watershed.yaml", "--out", "workload");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("neither empty nor an earlier export");
    run.execute("export", "-c", "watershed.yaml", "--out", "out", "--format", "csv");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void whatCannotBeReadIsSaidAndMarked() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("workload/windows"))) {
      Path window =
          files
              .filter(
                  file ->
                      file.toString().contains("booking-1") && file.toString().contains("slowlog"))
              .filter(Files::isRegularFile)
              .findFirst()
              .orElseThrow();
      byte[] bytes = Files.readAllBytes(window);
      for (int at = 64; at < bytes.length * 4 / 5; at += 64) {
        bytes[at] ^= 1;
      }
      Files.write(window, bytes);
    }
    export();
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.errors()).contains("left out of the store: windows/booking-1/2");
    assertThat(folder.resolve("out/_watershed/days").resolve(DAY).resolve("server=booking-1.json"))
        .content()
        .contains("\"leftOut\" : [ \"windows/booking-1/2");
    assertThat(folder.resolve("out/_watershed/days").resolve(DAY).resolve("server=content-1.json"))
        .content()
        .contains("\"leftOut\" : [ ]");
  }

  private void export() {
    run.execute("export", "-c", "watershed.yaml", "--out", "out");
  }

  private String table(String name) {
    return "read_parquet('"
        + folder.resolve("out")
        + "/"
        + name
        + "/*/*/*.parquet', hive_partitioning = true)";
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
          rows.add(String.join(",", values));
        }
      }
      return rows;
    }
  }
}
