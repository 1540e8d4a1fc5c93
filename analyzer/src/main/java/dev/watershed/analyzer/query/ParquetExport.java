package dev.watershed.analyzer.query;

import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.store.SkippedFile;
import dev.watershed.workload.store.StoreSnapshot;
import dev.watershed.workload.store.StoredCatalogs;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes the tables of a snapshot of a store to Parquet files, one per table. */
public final class ParquetExport {

  private ParquetExport() {}

  /** A table that has rows, and the file that holds them. */
  public record Written(String table, Path file, long rows) {

    public Written {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(file, "file");
    }
  }

  /**
   * What was written.
   *
   * @param tables those that have rows
   * @param skipped files of the store that are damaged; nothing of them was written
   */
  public record Result(List<Written> tables, List<SkippedFile> skipped) {

    public Result {
      tables = List.copyOf(tables);
      skipped = List.copyOf(skipped);
    }
  }

  /** The names of all tables that are exported. */
  public static List<String> tables() {
    return ExportedTable.all().stream().map(ExportedTable::name).toList();
  }

  /**
   * Writes the tables. It takes the time and memory that the snapshot is large: give it one of a
   * server and a day.
   *
   * @param folder where the files come to be, also those of tables without rows; it exists and is
   *     empty
   * @param memoryMebibytes the engine's memory, outside of the Java heap; what does not fit into it
   *     goes to the folder for a while
   * @throws QueryException if there is no engine for this machine, or it fails
   */
  public static Result write(
      StoreSnapshot snapshot, ServiceMapping mapping, Path folder, int memoryMebibytes)
      throws QueryException {
    QuerySource source = new QuerySource(snapshot, mapping, ParquetExport::catalogs);
    List<ScannedTable> tables =
        StoreQuery.tables().stream().<ScannedTable>map(table -> table.of(source)).toList();
    List<Written> written = new ArrayList<>();
    try (ParquetFiles files =
        ParquetFiles.open(tables, folder.resolve("spilled"), memoryMebibytes)) {
      for (ExportedTable table : ExportedTable.all()) {
        Path file = folder.resolve(table.name() + ".parquet");
        long rows = files.write(table.select(), file);
        if (rows > 0) {
          written.add(new Written(table.name(), file, rows));
        }
      }
    } catch (SQLException failed) {
      throw new QueryException(String.valueOf(failed.getMessage()));
    }
    return new Result(written, source.skipped());
  }

  /** Those at the end of the span; the newest of all where there was none yet. */
  private static StoredCatalogs catalogs(StoreSnapshot snapshot) throws IOException {
    StoredCatalogs then = snapshot.catalogs();
    return then.catalogs().isEmpty() ? snapshot.newestCatalogs() : then;
  }
}
