package dev.watershed.analyzer.query;

import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.store.SkippedFile;
import dev.watershed.workload.store.StoreSnapshot;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Answers one SELECT over a snapshot of a store. */
public final class StoreQuery {

  private static final List<QueryTable<?>> TABLES =
      Stream.concat(
              Stream.of(
                  StatementsTable.table(),
                  MinutesTable.table(),
                  TransactionsTable.table(),
                  TextsTable.table(),
                  OriginsTable.table(),
                  WindowsTable.table(),
                  TablesTable.table(),
                  ColumnsTable.table(),
                  IndexesTable.table()),
              ObservedTables.all().stream())
          .toList();

  private StoreQuery() {}

  /** The tables of a store. */
  static List<QueryTable<?>> tables() {
    return TABLES;
  }

  /**
   * What came of a query.
   *
   * @param rows how many went to the sink
   * @param more whether the limit kept rows back
   * @param skipped windows that are damaged; nothing of them is in the answer
   */
  public record Result(long rows, boolean more, List<SkippedFile> skipped) {

    public Result {
      skipped = List.copyOf(skipped);
    }
  }

  /**
   * Answers a query.
   *
   * @throws QueryException if it is no SELECT, is wrong, or takes more than it may
   * @throws IOException if the sink fails
   */
  public static Result run(
      StoreSnapshot snapshot,
      ServiceMapping mapping,
      String sql,
      QueryLimits limits,
      QuerySink sink)
      throws QueryException, IOException {
    QuerySource source = new QuerySource(snapshot, mapping);
    List<ScannedTable> tables =
        TABLES.stream().<ScannedTable>map(table -> table.of(source)).toList();
    try (QuerySession session = QuerySession.open(tables, limits)) {
      QuerySession.Answer answer = session.answer(sql, Map.of(), sink);
      return new Result(answer.rows(), answer.more(), source.skipped());
    }
  }
}
