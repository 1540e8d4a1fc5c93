package dev.watershed.cli.command;

import dev.watershed.analyzer.query.ParquetExport;
import dev.watershed.analyzer.query.QueryException;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.reports.ExportedDay;
import dev.watershed.reports.json.ExportedDayJson;
import dev.watershed.workload.store.SkippedFile;
import dev.watershed.workload.store.StoreSnapshot;
import dev.watershed.workload.store.WindowFilter;
import dev.watershed.workload.store.window.StoredWindow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Exports a store, a day of a server at a time, so that memory does not grow with the span. */
final class ExportRun {

  private static final int MEMORY_MEBIBYTES = 1_024;

  private final StoreSnapshot snapshot;
  private final Set<String> sources;
  private final ServiceMapping mapping;

  /**
   * @param snapshot of whole days
   * @param sources that are exported; empty for all
   */
  ExportRun(StoreSnapshot snapshot, Set<String> sources, ServiceMapping mapping) {
    this.snapshot = snapshot;
    this.sources = Set.copyOf(sources);
    this.mapping = mapping;
  }

  /** What there is to export, by day. */
  SortedSet<HivePartition> partitions() {
    SortedSet<HivePartition> partitions =
        new TreeSet<>(
            Comparator.comparing(HivePartition::day).thenComparing(HivePartition::server));
    for (StoredWindow window : snapshot.windows()) {
      LocalDate day = LocalDate.ofInstant(window.start(), ZoneOffset.UTC);
      partitions.add(new HivePartition(day, window.name().server()));
    }
    return partitions;
  }

  /** Exports one of them in the place of what the folder has of it. */
  ExportedDay export(HivePartition partition, ExportFolder folder)
      throws QueryException, IOException {
    StoreSnapshot day = snapshot.within(filter(partition));
    ParquetExport.Result result =
        ParquetExport.write(day, mapping, folder.aside(), MEMORY_MEBIBYTES);
    ExportedDay exported =
        new ExportedDay(
            partition.day(),
            partition.server(),
            day.windows().stream().mapToInt(StoredWindow::hours).sum(),
            result.tables().stream()
                .map(table -> new ExportedDay.Table(table.table(), table.rows()))
                .toList(),
            Stream.concat(day.skipped().stream(), result.skipped().stream())
                .map(SkippedFile::described)
                .distinct()
                .toList());
    Map<String, Path> files =
        result.tables().stream()
            .collect(Collectors.toMap(ParquetExport.Written::table, ParquetExport.Written::file));
    ByteArrayOutputStream mark = new ByteArrayOutputStream();
    ExportedDayJson.write(exported, mark);
    folder.replace(partition, ParquetExport.tables(), files, mark.toByteArray());
    return exported;
  }

  private WindowFilter filter(HivePartition partition) {
    Instant start = partition.day().atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant end = partition.day().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return new WindowFilter(Set.of(partition.server()), sources, start, end);
  }
}
