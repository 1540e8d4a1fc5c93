package dev.watershed.analyzer.index.statistics;

import java.util.OptionalLong;

/**
 * What part of an index is in memory: measured, or else what MySQL assumes without figures ({@code
 * handler::estimate_in_memory_buffer}): all of it up to a fifth of the buffer pool, none of it if
 * it is larger than the pool, in a straight line between.
 */
final class Residency {

  private static final double ALL_BELOW = 0.2;

  private Residency() {}

  static double measured(OptionalLong cachedPages, double leafPages) {
    return cachedPages.isPresent() && leafPages > 0
        ? Math.min(1, cachedPages.getAsLong() / leafPages)
        : Double.NaN;
  }

  static double bySize(double pages, OptionalLong bufferPoolBytes) {
    if (bufferPoolBytes.isEmpty() || bufferPoolBytes.getAsLong() <= 0) {
      return 1;
    }
    double share = pages * IndexSize.PAGE_BYTES / bufferPoolBytes.getAsLong();
    return share <= ALL_BELOW ? 1 : share >= 1 ? 0 : 1 - (share - ALL_BELOW) / (1 - ALL_BELOW);
  }
}
