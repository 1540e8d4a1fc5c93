package dev.watershed.benchmarks.store;

import java.util.List;

/**
 * How large a made-up store is: an hourly window of each server, with equally many rows.
 *
 * @param rows statement rows of all windows together, about
 */
record StoreShape(int days, int servers, int digests, int origins, long rows, long seed) {

  private static final int HOURS_PER_DAY = 24;

  StoreShape {
    if (days < 1 || servers < 1 || digests < 1 || origins < 1 || rows < 1) {
      throw new IllegalArgumentException("all sizes must be 1 or more");
    }
  }

  /** What makes two stores differ. */
  List<String> options() {
    return List.of(
        "--days " + days,
        "--servers " + servers,
        "--digests " + digests,
        "--origins " + origins,
        "--rows " + rows,
        "--seed " + seed);
  }

  int hours() {
    return days * HOURS_PER_DAY;
  }

  int windows() {
    return hours() * servers;
  }

  int rowsPerWindow() {
    return (int) Math.max(1, rows / windows());
  }
}
