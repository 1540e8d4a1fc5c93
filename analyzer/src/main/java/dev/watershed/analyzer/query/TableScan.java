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
    implements DuckDBTableFunction<QueryTable<?>, AtomicInteger, TableScan.Progress> {

  private final QueryTable<?> table;
  private final QuerySource source;
  private final int threads;
  private final Queue<ColumnMemory> memories;

  /**
   * @param memories takes what has to be closed when the query has ended
   */
  TableScan(QueryTable<?> table, QuerySource source, int threads, Queue<ColumnMemory> memories) {
    this.table = table;
    this.source = source;
    this.threads = threads;
    this.memories = memories;
  }

  /** Where a thread is. */
  static final class Progress {
    private final PartReader reader;
    private final List<Integer> wanted;
    private QueryTable.Rows rows = QueryTable.Rows.NONE;
    private int next;

    Progress(PartReader reader, List<Integer> wanted) {
      this.reader = reader;
      this.wanted = wanted;
    }
  }

  @Override
  public QueryTable<?> bind(DuckDBTableFunctionBindInfo info) {
    for (PartColumn<?> of : table.columns()) {
      QueryColumn column = of.column();
      info.addResultColumn(
          column.name(),
          column.scannedAsText() ? DuckDBColumnType.VARCHAR : DuckDBColumnType.BIGINT);
    }
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
      if (part >= table.parts().count(source)) {
        return 0;
      }
      open(progress, part);
    }
    int count = (int) Math.min(chunk.capacity(), progress.rows.count() - (long) progress.next);
    for (int i = 0; i < progress.wanted.size(); i++) {
      progress.rows.values().get(i).fill(chunk.vector(i), progress.next, count);
    }
    progress.next += count;
    return count;
  }

  private void open(Progress progress, int part) {
    progress.next = 0;
    try {
      progress.rows = table.read(source, part, progress.wanted, progress.reader);
    } catch (UnreadableFileException damaged) {
      source.skip(source.window(part), damaged);
      progress.rows = QueryTable.Rows.NONE;
    }
  }
}
