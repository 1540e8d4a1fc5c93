package dev.watershed.workload.observation;

import dev.watershed.workload.Measure.Merge;

/** The figures of waits for a lock, by samples. Times are microseconds. */
public enum WaitFigure implements ObservationFigure {
  /** How often the wait was seen. */
  SAMPLES(Merge.SUM),
  /** How many waits began among these samples: each is counted when it is first seen. */
  WAITS(Merge.SUM),
  /** Estimated time waited: each sample stands for the time since the one before. */
  WAITED_MICROS(Merge.SUM),
  /** The longest age of a wait when it was seen. */
  WAIT_MICROS_MAX(Merge.MAX),
  /** Samples in which the blocking connection executed no statement. */
  BLOCKER_IDLE_SAMPLES(Merge.SUM),
  /** When it was last seen, since 1970. */
  LAST_SEEN_MICROS(Merge.MAX);

  private final Merge merge;

  WaitFigure(Merge merge) {
    this.merge = merge;
  }

  @Override
  public Merge merge() {
    return merge;
  }
}
