package dev.watershed.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watershed.collector.follow.SimulatedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark SQL reads what {@code export} writes, by the statements of docs/export.md. */
class ExportedTablesTest {

  @TempDir private static Path folder;
  private static LocalSpark spark;
  private static SparkSession session;

  @BeforeAll
  static void export() throws IOException {
    for (String server : List.of("db-1", "db-2")) {
      Path log = Files.createDirectories(folder.resolve(server)).resolve("slow.log");
      SimulatedServer simulated = new SimulatedServer(log, server.hashCode());
      simulated.run(200, Duration.ofMinutes(13));
      simulated.flush();
    }
    Files.writeString(
        folder.resolve("watershed.yaml"),
        """
        store: ./store
        servers:
          - {name: "eu/db=1", slowLog: db-1/slow.log, longQueryTimeSeconds: 0}
          - {name: "0042", slowLog: db-2/slow.log, longQueryTimeSeconds: 0}
        """);
    for (List<String> command :
        List.of(
            List.of("collect", "-c", "watershed.yaml", "--log-ended"),
            List.of("export", "-c", "watershed.yaml", "--out", "out"))) {
      CommandRun run = CommandRun.alone(folder, command.toArray(String[]::new));
      assertThat(run.code()).as(run.errors()).isZero();
    }
    spark =
        new LocalSpark(
            "local[2]",
            Map.of(
                "spark.sql.session.timeZone",
                "UTC",
                "spark.sql.shuffle.partitions",
                "2",
                "spark.sql.sources.partitionColumnTypeInference.enabled",
                "false",
                "spark.sql.warehouse.dir",
                folder.resolve("warehouse").toString()));
    session = SparkSession.builder().sparkContext(spark.get().sc()).getOrCreate();
    session.sql(
        "CREATE TABLE watershed_statements USING parquet LOCATION '"
            + folder.resolve("out/statements")
            + "'");
    session.sql("MSCK REPAIR TABLE watershed_statements");
  }

  @AfterAll
  static void stop() {
    session.stop();
    spark.close();
  }

  @Test
  void theSumsAreThoseOfAnalyze() throws IOException {
    for (String server : List.of("eu/db=1", "0042")) {
      CommandRun run =
          CommandRun.alone(
              folder,
              "analyze",
              "-c",
              "watershed.yaml",
              "--server",
              server,
              "--limit",
              "0",
              "--format",
              "json");
      long calls = 0;
      for (JsonNode digest : new ObjectMapper().readTree(run.output()).at("/digests")) {
        calls += digest.get("calls").asLong();
      }
      assertThat(calls).isGreaterThan(100);
      assertThat(
              session
                  .sql(
                      "SELECT sum(calls) FROM watershed_statements WHERE source = 'slowlog'"
                          + " AND server = '"
                          + server
                          + "'")
                  .first()
                  .getLong(0))
          .isEqualTo(calls);
    }
  }

  @Test
  void partitionsAreDaysAndServers() {
    List<Row> rows =
        session
            .sql("SELECT DISTINCT day, server FROM watershed_statements ORDER BY day, server")
            .collectAsList();
    assertThat(rows).hasSize(4);
    assertThat(rows.get(0).getString(1)).isEqualTo("0042");
    assertThat(rows.get(1).getString(1)).isEqualTo("eu/db=1");
    assertThat(rows.get(0).getString(0)).matches("\\d{4}-\\d\\d-\\d\\d");
  }

  @Test
  void nestedColumnsAreListsAndStructures() {
    Row row =
        session
            .sql(
                "SELECT count(*), sum(latency.calls), count_if(latency.upper_micros <= 0)"
                    + " FROM watershed_statements LATERAL VIEW explode(latencies) t AS latency")
            .first();
    assertThat(row.getLong(0)).isPositive();
    assertThat(row.getLong(1))
        .isEqualTo(session.sql("SELECT sum(calls) FROM watershed_statements").first().getLong(0));
    assertThat(row.getLong(2)).isZero();
  }

  @Test
  void everyTableIsRead() throws IOException {
    try (var tables = Files.list(folder.resolve("out"))) {
      List<Path> folders =
          tables.filter(table -> !table.getFileName().toString().startsWith("_")).toList();
      assertThat(folders).hasSizeGreaterThan(3);
      for (Path table : folders) {
        assertThat(session.read().parquet(table.toString()).count())
            .as("%s", table.getFileName())
            .isPositive();
      }
    }
  }
}
