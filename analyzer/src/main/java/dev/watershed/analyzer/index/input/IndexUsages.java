package dev.watershed.analyzer.index.input;

import dev.watershed.analyzer.index.redundancy.IndexUsage;
import dev.watershed.workload.observation.IndexUse;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.observation.ServerMinutes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Puts together how the indexes of a data set were used on each of its servers. */
final class IndexUsages {

  private static final double MICROS_PER_SECOND = 1e6;

  private IndexUsages() {}

  static IndexUsage of(DataSet data) {
    Set<String> watched = new HashSet<>();
    Set<String> unwatched = new HashSet<>(data.absent());
    Map<IndexUsage.Name, IndexUsage.Rows> rows = new HashMap<>();
    Map<IndexUsage.Table, Double> writes = new HashMap<>();
    boolean complete = true;
    double seconds = Double.POSITIVE_INFINITY;
    for (ServerLoad server : data.servers()) {
      double own = watchedSeconds(server.observed());
      if (server.observed().indexes().size() == 0 || own <= 0) {
        unwatched.add(server.server());
        continue;
      }
      watched.add(server.server());
      seconds = Math.min(seconds, own);
      Map<IndexUsage.Name, IndexUsage.Rows> counted = new HashMap<>();
      complete &= add(server.observed(), counted);
      counted.forEach((index, each) -> rows.merge(index, each, IndexUsage.Rows::and));
      IndexUsage.writesPerSecond(counted, own)
          .forEach((table, each) -> writes.merge(table, each, Math::max));
    }
    double shortest = watched.isEmpty() ? 0 : seconds;
    return new IndexUsage(shortest, watched, unwatched, complete, rows, writes);
  }

  /** Adds the rows of a server; false if some of them were lumped together. */
  private static boolean add(Observations observed, Map<IndexUsage.Name, IndexUsage.Rows> rows) {
    boolean complete = true;
    for (int row = 0; row < observed.indexes().size(); row++) {
      IndexUse.Key key = observed.indexes().key(row);
      complete &= !key.equals(IndexUse.KIND.lumped());
      rows.merge(
          new IndexUsage.Name(key.schema(), key.table(), key.index()),
          new IndexUsage.Rows(
              observed.indexes().value(row, IndexUse.Figure.FETCHED),
              observed.indexes().value(row, IndexUse.Figure.INSERTED),
              observed.indexes().value(row, IndexUse.Figure.UPDATED)
                  + observed.indexes().value(row, IndexUse.Figure.DELETED)),
          IndexUsage.Rows::and);
    }
    return complete;
  }

  private static double watchedSeconds(Observations observed) {
    double micros = 0;
    for (int row = 0; row < observed.minutes().size(); row++) {
      micros += Math.max(0, observed.minutes().value(row, ServerMinutes.Figure.SPAN_MICROS));
    }
    return micros / MICROS_PER_SECOND;
  }
}
