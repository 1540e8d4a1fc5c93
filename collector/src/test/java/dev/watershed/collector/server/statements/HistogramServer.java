package dev.watershed.collector.server.statements;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Columns.Column;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.ServerIdentity;
import dev.watershed.collector.server.ServerProblem;
import dev.watershed.collector.server.ServerProduct;
import dev.watershed.collector.server.ServerQueries;
import dev.watershed.workload.LatencyBuckets;
import dev.watershed.workload.LatencyHistogram;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.RowSetMetaData;
import javax.sql.rowset.CachedRowSet;
import javax.sql.rowset.RowSetMetaDataImpl;
import javax.sql.rowset.RowSetProvider;

/** A server that answers questions for histograms alone, or fails to. */
final class HistogramServer implements ServerQueries {

  private final SimulatedDigestTable table;
  private Optional<ServerProblem> problem = Optional.empty();
  private int answersLeft = Integer.MAX_VALUE;
  private int asked;
  private Instant now = Instant.EPOCH;

  HistogramServer(SimulatedDigestTable table) {
    this.table = table;
  }

  /** A look at this time: what the table shows, without what the look has to ask for. */
  StatementSample look(StatementSample before, Instant time) throws ServerException {
    now = time;
    StatementSample shown = table.sample(time);
    StatementSample counted = shown.withHistograms(Map.of(), before.histogramsAt());
    return new HistogramLook(counted, before).take(this);
  }

  /** Fails with this from now on, after so many answers. */
  void fail(ServerProblem why, int answers) {
    problem = Optional.of(why);
    answersLeft = answers;
  }

  void recover() {
    problem = Optional.empty();
  }

  /** How many questions it was asked since this was called the last time. */
  int takeAsked() {
    int taken = asked;
    asked = 0;
    return taken;
  }

  @Override
  public <T> T ask(Query<T> query) throws ServerException {
    asked++;
    if (problem.isPresent() && answersLeft-- <= 0) {
      throw new ServerException(problem.get(), "it does not tell");
    }
    try {
      return query.answer().read(rows(query.whole().orElseThrow().keys()));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private ResultSet rows(Set<List<String>> keys) throws SQLException {
    CachedRowSet rows = RowSetProvider.newFactory().createCachedRowSet();
    RowSetMetaData columns = new RowSetMetaDataImpl();
    columns.setColumnCount(4);
    for (int i = 1; i <= 4; i++) {
      columns.setColumnType(i, i <= 2 ? Types.VARCHAR : Types.BIGINT);
    }
    rows.setMetaData(columns);
    for (Map.Entry<DigestKey, BucketCounts> histogram : table.sample(now).histograms().entrySet()) {
      DigestKey key = histogram.getKey();
      if (keys.contains(List.of(key.schema(), key.serverDigest()))) {
        append(rows, key, histogram.getValue());
      }
    }
    rows.beforeFirst();
    return rows;
  }

  private static void append(CachedRowSet rows, DigestKey key, BucketCounts counts)
      throws SQLException {
    LatencyHistogram times = counts.since(BucketCounts.NOTHING).orElseThrow();
    for (int bucket = 0; bucket < LatencyBuckets.COUNT; bucket++) {
      if (times.countAt(bucket) > 0) {
        rows.afterLast();
        rows.moveToInsertRow();
        rows.updateString(1, key.schema());
        rows.updateString(2, key.serverDigest());
        rows.updateLong(3, bucket);
        rows.updateLong(4, times.countAt(bucket));
        rows.insertRow();
        rows.moveToCurrentRow();
      }
    }
  }

  @Override
  public ServerIdentity identity() {
    return new ServerIdentity(ServerProduct.MYSQL, "9.7.4", "one", Instant.EPOCH, false);
  }

  @Override
  public Columns columns() {
    return new Columns(List.of(new Column(DigestTable.HISTOGRAMS, "BUCKET_NUMBER")));
  }

  @Override
  public Instant serverTime() {
    return now;
  }
}
