package dev.watershed.analyzer.query;

import dev.watershed.workload.store.column.ColumnMemory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.duckdb.DuckDBDriver;

/** An engine that writes tables to Parquet files, compressed with zstd. */
final class ParquetFiles implements AutoCloseable {

  /** The order of rows, and so the bytes, must not depend on which thread was first. */
  private static final int THREADS = 1;

  private final Connection connection;
  private final Queue<ColumnMemory> memories = new ConcurrentLinkedQueue<>();

  private ParquetFiles(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens an engine.
   *
   * @param tables that it sees
   * @param spill a folder for what sorting does not hold in memory
   * @param memoryMebibytes the engine's memory, outside of the Java heap
   */
  static ParquetFiles open(List<ScannedTable> tables, Path spill, int memoryMebibytes)
      throws SQLException, QueryException {
    ParquetFiles files =
        new ParquetFiles(
            new DuckDBDriver().connect("jdbc:duckdb:", properties(spill, memoryMebibytes)));
    try {
      for (ScannedTable table : tables) {
        ScanView.define(
            files.connection, table, QueryColumn::zonedExpression, THREADS, files.memories);
      }
      return files;
    } catch (SQLException failed) {
      files.close();
      throw failed;
    }
  }

  /**
   * Writes a file.
   *
   * @return how many rows it has
   */
  long write(String select, Path file) throws SQLException {
    String name = file.toString().replace("'", "''");
    try (Statement statement = connection.createStatement()) {
      return statement.executeLargeUpdate(
          "COPY (" + select + ") TO '" + name + "' (FORMAT parquet, COMPRESSION zstd)");
    }
  }

  private static Properties properties(Path spill, int memoryMebibytes) {
    Properties properties = new Properties();
    properties.setProperty("memory_limit", memoryMebibytes + "MiB");
    properties.setProperty("threads", Integer.toString(THREADS));
    properties.setProperty("temp_directory", spill.toString());
    properties.setProperty("autoload_known_extensions", "false");
    properties.setProperty("autoinstall_known_extensions", "false");
    return properties;
  }

  @Override
  public void close() throws QueryException {
    try {
      connection.close();
    } catch (SQLException failed) {
      throw new QueryException("cannot end the export: " + failed.getMessage());
    } finally {
      memories.forEach(ColumnMemory::close);
    }
  }
}
