package dev.watershed.cli.command;

import dev.watershed.analyzer.index.input.WatchedMinutes;
import dev.watershed.workload.catalog.IndexAges;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.store.Store;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Reads since when catalogs show the indexes of servers, as far back as they were watched. */
final class IndexAgeReading {

  private IndexAgeReading() {}

  /**
   * By server; one that was not watched, or has no catalog, is absent.
   *
   * @param observed by server
   * @param until the end of the span
   */
  static Map<String, IndexAges> of(Store store, Map<String, Observations> observed, Instant until)
      throws IOException {
    Map<String, Instant> back = new HashMap<>();
    observed.forEach(
        (server, own) ->
            new WatchedMinutes(own).begin().ifPresent(begin -> back.put(server, begin)));
    return store.indexAges(back, until);
  }
}
