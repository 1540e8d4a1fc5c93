package dev.watershed.benchmarks.recovery;

import java.util.List;

/**
 * An index that the workload needs: without it, and without those that begin with the same column,
 * a digest of weight reads at least a fifth more rows.
 *
 * @param digests that do
 */
record Need(IndexName index, List<Long> digests) {

  Need {
    digests = List.copyOf(digests);
  }
}
