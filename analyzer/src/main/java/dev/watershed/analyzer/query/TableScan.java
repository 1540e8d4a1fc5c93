package dev.watershed.analyzer.query;

import dev.watershed.workload.store.column.ColumnMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;

/** A table as DuckDB reads it: each of its threads takes the next part. */
final class TableScan
    implements DuckDBTableFunction<ScannedTable, AtomicInteger, TableScan.Progress> {

  private final ScannedTable table;
  private final int threads;
  private final Queue<ColumnMemory> memories;

  /**
   * @param memories takes what has to be closed when the query has ended
   */
  TableScan(ScannedTable table, int threads, Queue<ColumnMemory> memories) {
    this.table = table;
    this.threads = threads;
    this.memories = memories;
  }

  /** Where a thread is. */
  static final class Progress {
    private final PartReader reader;
    private final List<Integer> wanted;
    private ScannedTable.Rows rows = ScannedTable.Rows.NONE;
    private int next;

    Progress(PartReader reader, List<Integer> wanted) {
      this.reader = reader;
      this.wanted = wanted;
    }
  }

  @Override
  public ScannedTable bind(DuckDBTableFunctionBindInfo info) {
    table.columns().forEach(column -> info.addResultColumn(column.name(), column.scanned()));
    return table;
  }

  @Override
  public AtomicInteger init(DuckDBTableFunctionInitInfo info) {
    info.setMaxThreads(threads);
    return new AtomicInteger();
  }

  @Override
  public Progress localInit(DuckDBTableFunctionInitInfo info) {
    List<Integer> wanted = new ArrayList<>();
    for (long i = 0; i < info.getColumnCount(); i++) {
      wanted.add((int) info.getColumnIndex(i));
    }
    ColumnMemory memory = new ColumnMemory();
    memories.add(memory);
    return new Progress(new PartReader(memory), wanted);
  }

  @Override
  public long apply(DuckDBTableFunctionCallInfo call, DuckDBDataChunkWriter chunk) {
    AtomicInteger parts = call.getInitData();
    Progress progress = call.getLocalInitData();
    while (progress.next == progress.rows.count()) {
      int part = parts.getAndIncrement();
      if (part >= table.parts()) {
        return 0;
      }
      progress.next = 0;
      progress.rows = table.read(part, progress.wanted, progress.reader);
    }
    int count = (int) Math.min(chunk.capacity(), progress.rows.count() - (long) progress.next);
    for (int i = 0; i < progress.wanted.size(); i++) {
      progress.rows.values().get(i).fill(chunk.vector(i), progress.next, count);
    }
    progress.next += count;
    return count;
  }
}
