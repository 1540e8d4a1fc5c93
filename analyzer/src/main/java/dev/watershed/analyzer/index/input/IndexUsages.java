package dev.watershed.analyzer.index.input;

import dev.watershed.analyzer.index.redundancy.IndexUsage;
import dev.watershed.analyzer.index.redundancy.WatchedIndexes;
import dev.watershed.workload.catalog.IndexAges;
import dev.watershed.workload.observation.IndexUse;
import dev.watershed.workload.observation.Observations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts together how the indexes of a data set were used on each of its servers. */
final class IndexUsages {

  private IndexUsages() {}

  static IndexUsage of(DataSet data) {
    Set<String> watched = new HashSet<>();
    Set<String> unwatched = new HashSet<>(data.absent());
    Map<IndexUsage.Name, IndexUsage.Rows> rows = new HashMap<>();
    Map<IndexUsage.Table, Double> writes = new HashMap<>();
    boolean complete = true;
    double seconds = Double.POSITIVE_INFINITY;
    List<WatchedMinutes> minutes = new ArrayList<>();
    for (ServerLoad server : data.servers()) {
      WatchedMinutes ownMinutes = new WatchedMinutes(server.observed());
      double own = ownMinutes.seconds();
      if (server.observed().indexes().size() == 0 || own <= 0) {
        unwatched.add(server.server());
        continue;
      }
      watched.add(server.server());
      minutes.add(ownMinutes);
      seconds = Math.min(seconds, own);
      Map<IndexUsage.Name, IndexUsage.Rows> counted = new HashMap<>();
      complete &= add(server.observed(), counted);
      counted.forEach((index, each) -> rows.merge(index, each, IndexUsage.Rows::and));
      IndexUsage.writesPerSecond(counted, own)
          .forEach((table, each) -> writes.merge(table, each, Math::max));
    }
    double shortest = watched.isEmpty() ? 0 : seconds;
    return new IndexUsage(
        shortest,
        watched,
        unwatched,
        complete,
        rows,
        writes,
        watchedIndexes(data.ages(), minutes, shortest));
  }

  /** On each server, minutes before the first catalog that shows an index do not count. */
  private static WatchedIndexes watchedIndexes(
      IndexAges ages, List<WatchedMinutes> servers, double all) {
    Map<IndexUsage.Name, Double> later = new HashMap<>();
    ages.later()
        .forEach(
            (index, since) -> {
              double seconds = least(servers, since);
              if (seconds < all) {
                later.put(
                    new IndexUsage.Name(index.schema(), index.table(), index.index()), seconds);
              }
            });
    return new WatchedIndexes(ages.since().map(since -> least(servers, since)).orElse(0.0), later);
  }

  private static double least(List<WatchedMinutes> servers, Instant since) {
    return servers.stream().mapToDouble(server -> server.seconds(since)).min().orElse(0);
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
}
