package dev.watershed.benchmarks.server;

import dev.watershed.collector.follow.FollowReport;
import dev.watershed.collector.server.sampling.ServerSampler;
import java.io.IOException;
import java.util.List;

/**
 * Looks at several servers.
 *
 * @param seconds from the beginning of the first to the end of the last
 */
record Looks(double seconds, List<Look> all) {

  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * A look at a server.
   *
   * @param failures what it says that failed
   */
  record Look(double seconds, List<String> failures) {

    Look {
      failures = List.copyOf(failures);
    }

    /** Takes a sample. */
    static Look at(ServerSampler sampler) throws IOException {
      long start = System.nanoTime();
      FollowReport report = sampler.look(false, () -> false);
      return new Look(secondsSince(start), report.failures());
    }
  }

  Looks {
    all = List.copyOf(all);
  }

  /** Since a moment of {@link System#nanoTime}. */
  static double secondsSince(long start) {
    return (System.nanoTime() - start) / NANOS_PER_SECOND;
  }

  /** The time of the longest one; there has to be one. */
  double slowest() {
    return all.stream().mapToDouble(Look::seconds).max().orElseThrow();
  }

  /** Of all servers. */
  List<String> failures() {
    return all.stream().flatMap(look -> look.failures().stream()).toList();
  }
}
