package dev.watershed.workload.store;

import java.util.List;

/**
 * What a compaction did.
 *
 * @param merged windows that became part of others
 * @param written windows that these became
 * @param expired windows deleted for their age
 * @param skipped files that could not be read; they were left alone
 * @param discarded windows deleted for their age that could not be read
 */
public record CompactionReport(
    int merged, int written, int expired, List<SkippedFile> skipped, List<SkippedFile> discarded) {

  public CompactionReport {
    skipped = List.copyOf(skipped);
    discarded = List.copyOf(discarded);
  }
}
