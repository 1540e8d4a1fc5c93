package dev.watershed.workload;

/**
 * How much a workload may hold. What is beyond is lumped and counted; which keys stay depends only
 * on the set of keys (those with the lowest hashes stay), not on the order or the cut of the input.
 *
 * @param texts digests
 * @param origins accounts with host and tags
 * @param schemas schema names
 * @param transactionClasses sets of digests that ran in one transaction
 * @param minuteRows rows of the minute table; beyond it the slots grow from 1 to 5, 15, 60, 240 and
 *     1,440 minutes
 */
public record WorkloadBounds(
    int texts, int origins, int schemas, int transactionClasses, int minuteRows) {

  private static final int MOST_ORIGINS = 1 << 19;
  private static final int MOST_SCHEMAS = 1 << 15;
  private static final int MOST_TEXTS = 1 << 26;

  public WorkloadBounds {
    require("texts", texts, MOST_TEXTS);
    require("origins", origins, MOST_ORIGINS);
    require("schemas", schemas, MOST_SCHEMAS);
    require("transactionClasses", transactionClasses, MOST_TEXTS);
    require("minuteRows", minuteRows, Integer.MAX_VALUE / 64);
  }

  /** Bounds that keep the reading of any log within a few hundred megabytes. */
  public static WorkloadBounds standard() {
    return new WorkloadBounds(30_000, 4_096, 4_096, 30_000, 60_000);
  }

  private static void require(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(name + " must be 1 to " + most + ": " + value);
    }
  }
}
