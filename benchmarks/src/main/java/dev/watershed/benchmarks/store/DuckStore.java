package dev.watershed.benchmarks.store;

import dev.watershed.workload.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The rows of a shape in a DuckDB database, in tables and types that suit it. */
final class DuckStore {

  private static final String RANK =
      "SELECT digest, SUM(calls)::BIGINT, SUM(time_micros)::BIGINT AS micros FROM statements"
          + " GROUP BY digest ORDER BY micros DESC LIMIT 20";

  /** The bucket that holds the 95th percentile of each digest. */
  private static final String PERCENTILES =
      "WITH buckets AS (SELECT digest, bucket, SUM(count) AS calls FROM latencies"
          + " GROUP BY digest, bucket), running AS (SELECT digest, bucket,"
          + " SUM(calls) OVER (PARTITION BY digest ORDER BY bucket) AS below,"
          + " SUM(calls) OVER (PARTITION BY digest) AS total FROM buckets)"
          + " SELECT digest, MIN(bucket) FROM running WHERE below >= CEIL(0.95 * total)"
          + " GROUP BY digest ORDER BY digest";

  private final String url;
  private final Path file;

  DuckStore(Path file) {
    this.file = file;
    this.url = "jdbc:duckdb:" + file;
  }

  /** One digest and a number that was asked for. */
  record Answer(long digest, long value) {}

  long bytes() throws IOException {
    return Files.size(file);
  }

  void load(StoreShape shape) throws SQLException, IOException {
    Files.deleteIfExists(file);
    String measures =
        Arrays.stream(Measure.values())
            .map(measure -> measure.name().toLowerCase(Locale.ROOT) + " BIGINT")
            .collect(Collectors.joining(", "));
    try (DuckDBConnection connection = (DuckDBConnection) DriverManager.getConnection(url)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "CREATE TABLE statements (server INTEGER, hour INTEGER, digest BIGINT,"
                + " schema INTEGER, origin INTEGER, "
                + measures
                + ")");
        statement.execute(
            "CREATE TABLE latencies (server INTEGER, hour INTEGER, digest BIGINT,"
                + " origin INTEGER, bucket SMALLINT, count BIGINT)");
      }
      try (DuckDBAppender statements =
              connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "statements");
          DuckDBAppender latencies =
              connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "latencies")) {
        for (int hour = 0; hour < shape.hours(); hour++) {
          for (int server = 0; server < shape.servers(); server++) {
            append(shape, server, hour, statements, latencies);
          }
        }
      }
    }
  }

  private static void append(
      StoreShape shape, int server, int hour, DuckDBAppender statements, DuckDBAppender latencies) {
    new WindowRowsGenerator(shape)
        .forEachRow(
            server,
            hour,
            (digest, schema, origin, figures, histogram) -> {
              try {
                statements.beginRow();
                statements.append(server).append(hour).append(digest);
                statements.append(schema).append(origin);
                for (long figure : figures) {
                  statements.append(figure);
                }
                statements.endRow();
              } catch (SQLException failed) {
                throw new IllegalStateException(failed);
              }
              histogram.forEachBucket(
                  (bucket, count) -> {
                    try {
                      latencies.beginRow();
                      latencies.append(server).append(hour).append(digest).append(origin);
                      latencies.append((short) bucket).append(count).endRow();
                    } catch (SQLException failed) {
                      throw new IllegalStateException(failed);
                    }
                  });
            });
  }

  /** Opens the database and ranks: the first 20 digests with their time. */
  List<Answer> rank() throws SQLException {
    return ask(RANK, 3);
  }

  /** Opens the database and finds the bucket of the 95th percentile of all digests. */
  List<Answer> percentiles() throws SQLException {
    return ask(PERCENTILES, 2);
  }

  private List<Answer> ask(String query, int valueColumn) throws SQLException {
    List<Answer> answers = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        answers.add(new Answer(rows.getLong(1), rows.getLong(valueColumn)));
      }
    }
    return answers;
  }
}
