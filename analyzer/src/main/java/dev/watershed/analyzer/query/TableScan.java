package dev.watershed.analyzer.query;

import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;

/** A table as DuckDB reads it: each of its threads takes the next part. */
final class TableScan
    implements DuckDBTableFunction<List<QueryColumn>, AtomicInteger, TableScan.Progress> {

  private final QueryTable table;
  private final QuerySource source;
  private final int threads;
  private final Queue<ColumnMemory> memories;

  /**
   * @param memories takes what has to be closed when the query has ended
   */
  TableScan(QueryTable table, QuerySource source, int threads, Queue<ColumnMemory> memories) {
    this.table = table;
    this.source = source;
    this.threads = threads;
    this.memories = memories;
  }

  /** Where a thread is. */
  static final class Progress {
    private final PartReader reader;
    private final List<QueryColumn> wanted;
    private QueryTable.Part part = new QueryTable.Part(0, List.of());
    private int next;

    Progress(PartReader reader, List<QueryColumn> wanted) {
      this.reader = reader;
      this.wanted = wanted;
    }
  }

  @Override
  public List<QueryColumn> bind(DuckDBTableFunctionBindInfo info) {
    for (QueryColumn column : table.columns()) {
      info.addResultColumn(
          column.name(),
          column.scannedAsText() ? DuckDBColumnType.VARCHAR : DuckDBColumnType.BIGINT);
    }
    return table.columns();
  }

  @Override
  public AtomicInteger init(DuckDBTableFunctionInitInfo info) {
    info.setMaxThreads(threads);
    return new AtomicInteger();
  }

  @Override
  public Progress localInit(DuckDBTableFunctionInitInfo info) {
    List<QueryColumn> columns = table.columns();
    List<QueryColumn> wanted = new ArrayList<>();
    for (long i = 0; i < info.getColumnCount(); i++) {
      wanted.add(columns.get((int) info.getColumnIndex(i)));
    }
    ColumnMemory memory = new ColumnMemory();
    memories.add(memory);
    return new Progress(new PartReader(memory), wanted);
  }

  @Override
  public long apply(DuckDBTableFunctionCallInfo call, DuckDBDataChunkWriter chunk) {
    AtomicInteger parts = call.getInitData();
    Progress progress = call.getLocalInitData();
    while (progress.next == progress.part.rows()) {
      int part = parts.getAndIncrement();
      if (part >= table.parts(source)) {
        return 0;
      }
      open(progress, part);
    }
    int count = (int) Math.min(chunk.capacity(), progress.part.rows() - (long) progress.next);
    for (int i = 0; i < progress.wanted.size(); i++) {
      progress.part.values().get(i).fill(chunk.vector(i), progress.next, count);
    }
    progress.next += count;
    return count;
  }

  private void open(Progress progress, int part) {
    progress.next = 0;
    try {
      progress.part = table.open(source, part, progress.wanted, progress.reader);
    } catch (UnreadableFileException damaged) {
      source.skip(source.window(part), damaged);
      progress.part = new QueryTable.Part(0, List.of());
    }
  }
}
