package dev.watershed.benchmarks.store;

import dev.watershed.analyzer.ranking.Ranker;
import dev.watershed.analyzer.ranking.RankingOptions;
import dev.watershed.analyzer.ranking.Visibility;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.analyzer.span.DigestLoad;
import dev.watershed.analyzer.span.DigestSums;
import dev.watershed.analyzer.span.SpanScan;
import dev.watershed.benchmarks.store.DuckStore.Answer;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.StoreSnapshot;
import dev.watershed.workload.store.WindowFilter;
import dev.watershed.workload.store.file.LocalStoreFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Asks a store; each question opens it anew. */
final class StoreQuestions {

  private static final Visibility EVERYTHING =
      new Visibility(OptionalDouble.of(0), OptionalLong.empty(), false);

  private final LocalStoreFiles files;

  StoreQuestions(Path folder) {
    this.files = new LocalStoreFiles(folder);
  }

  /** Opens all windows; returns how many. */
  int open() throws IOException {
    try (StoreSnapshot snapshot = snapshot()) {
      return snapshot.windows().size();
    }
  }

  /** The first 20 digests by total time. */
  List<Answer> rank() throws IOException {
    try (StoreSnapshot snapshot = snapshot()) {
      DigestSums sums = SpanScan.of(snapshot.windows(), DigestLoad.MEASURES).sums();
      return DigestLoad.rank(sums).stream()
          .limit(20)
          .map(load -> new Answer(load.digest(), load.timeMicros()))
          .toList();
    }
  }

  /** All figures of all digests; returns how many have percentiles. */
  long figures() throws IOException {
    try (StoreSnapshot snapshot = snapshot()) {
      DigestSums sums = SpanScan.of(snapshot.windows()).sums();
      return IntStream.range(0, sums.size())
          .mapToObj(id -> sums.figures(id, EVERYTHING))
          .filter(figures -> figures.percentiles().isPresent())
          .count();
    }
  }

  /**
   * The 95th percentile of a digest.
   *
   * @param micros between the bounds of its bucket
   */
  record Percentile(long digest, double micros) {}

  /** The percentiles of all digests, and no other figure; the 95th ones. */
  List<Percentile> percentiles() throws IOException {
    try (StoreSnapshot snapshot = snapshot()) {
      DigestSums sums =
          SpanScan.withLatencies(snapshot.windows(), DigestSums.FOR_PERCENTILES).sums();
      List<Percentile> percentiles = new ArrayList<>();
      for (int id = 0; id < sums.size(); id++) {
        long digest = sums.digest(id);
        sums.percentiles(id)
            .ifPresent(each -> percentiles.add(new Percentile(digest, each.p95Micros())));
      }
      return percentiles;
    }
  }

  /** Everything merged and ranked, as a report needs it; returns the number of digests. */
  int report() throws IOException {
    try (StoreSnapshot snapshot = snapshot()) {
      Workload workload = snapshot.merge(WorkloadBounds.standard()).workload();
      return new Ranker(workload, ServiceMapping.accounts())
          .rank(RankingOptions.standard())
          .digestCount();
    }
  }

  private StoreSnapshot snapshot() throws IOException {
    return Store.open(files).snapshot(WindowFilter.ALL);
  }
}
