package dev.watershed.analyzer.change;

import java.util.Objects;

/**
 * How a server makes a change.
 *
 * @param rebuilds whether it writes the whole table anew; then it takes time by the size of the
 *     table, and as much room again
 */
public record OnlineVerdict(OnlineMode mode, boolean rebuilds) {

  static final OnlineVerdict INSTANT = new OnlineVerdict(OnlineMode.INSTANT, false);
  static final OnlineVerdict INPLACE = new OnlineVerdict(OnlineMode.INPLACE, false);
  static final OnlineVerdict REBUILD = new OnlineVerdict(OnlineMode.INPLACE, true);
  static final OnlineVerdict LOCKING = new OnlineVerdict(OnlineMode.INPLACE_LOCKING, false);
  static final OnlineVerdict LOCKING_REBUILD = new OnlineVerdict(OnlineMode.INPLACE_LOCKING, true);
  static final OnlineVerdict COPY = new OnlineVerdict(OnlineMode.COPY, true);
  static final OnlineVerdict UNKNOWN = new OnlineVerdict(OnlineMode.UNKNOWN, false);

  public OnlineVerdict {
    Objects.requireNonNull(mode, "mode");
  }

  /** This and another change in one statement. */
  OnlineVerdict and(OnlineVerdict other) {
    return new OnlineVerdict(mode.worse(other.mode), rebuilds || other.rebuilds);
  }
}
