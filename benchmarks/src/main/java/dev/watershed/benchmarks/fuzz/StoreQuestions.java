package dev.watershed.benchmarks.fuzz;

import dev.watershed.analyzer.span.SpanScan;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.store.Store;
import dev.watershed.workload.store.StoreSnapshot;
import dev.watershed.workload.store.WindowFilter;
import dev.watershed.workload.store.file.StoreFiles;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;

/** Everything that is asked of a store, whatever its files hold. */
final class StoreQuestions {

  private StoreQuestions() {}

  /**
   * Asks all.
   *
   * @return how many files could not be read for one question or another
   */
  static int ask(StoreFiles files) throws IOException {
    Store store = Store.open(files);
    int skipped = store.catalogs(Set.of(), Instant.MAX).skipped().size();
    try (StoreSnapshot snapshot = store.snapshot(WindowFilter.ALL)) {
      skipped += snapshot.skipped().size();
      skipped += snapshot.merge(WorkloadBounds.standard()).skipped().size();
      skipped += snapshot.observations(ObservationBounds.standard()).skipped().size();
      skipped += SpanScan.of(snapshot.windows()).skipped().size();
      snapshot.summaries();
    }
    return skipped;
  }
}
