package dev.watershed.collector.follow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which readings of a log hold, one behind the other: each begins exactly where, and with the state
 * with which, the one before ended.
 *
 * @param readings those that hold, in the order of the log
 * @param broken where nobody began whose windows would hold; empty if the chain reaches the end of
 *     the log
 */
public record StretchChain<R>(List<R> readings, Optional<WindowStart> broken) {

  public StretchChain {
    readings = List.copyOf(readings);
  }

  /** Where a reading ended. */
  @FunctionalInterface
  public interface End<R> {

    /** Where the next window begins; empty at the end of the log. */
    Optional<WindowStart> of(R reading);
  }

  /**
   * The chain.
   *
   * @param first the one that did not guess
   * @param others by where they began
   */
  public static <R> StretchChain<R> of(R first, Map<WindowStart, R> others, End<R> end) {
    List<R> readings = new ArrayList<>();
    R last = first;
    while (true) {
      readings.add(last);
      Optional<WindowStart> next = end.of(last);
      if (next.isEmpty()) {
        return new StretchChain<>(readings, Optional.empty());
      }
      R following = others.get(next.get());
      if (following == null) {
        return new StretchChain<>(readings, next);
      }
      last = following;
    }
  }
}
