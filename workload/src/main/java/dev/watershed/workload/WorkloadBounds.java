package dev.watershed.workload;

/**
 * How much a workload may hold. What is beyond is lumped and counted; which keys stay depends only
 * on the set of keys (those with the lowest hashes stay), not on the order or the cut of the input.
 *
 * @param texts digests
 * @param origins accounts with host and tags
 * @param schemas schema names
 * @param transactionClasses sets of digests that ran in one transaction
 * @param digestSchemas combinations of digest and schema
 * @param statements combinations of digest, schema and origin; a statement row beyond loses its
 *     origin, and beyond {@code digestSchemas} its schema, too
 * @param transactions combinations of transaction class and origin, likewise
 * @param minuteRows rows of the minute table; so that all slots with all origins fit, the slots
 *     grow from 1 to 5, 15, 60, 240 and 1,440 minutes
 */
public record WorkloadBounds(
    int texts,
    int origins,
    int schemas,
    int transactionClasses,
    int digestSchemas,
    int statements,
    int transactions,
    int minuteRows) {

  private static final int MOST_ORIGINS = 1 << 19;
  private static final int MOST_SCHEMAS = 1 << 15;
  private static final int MOST_TEXTS = 1 << 26;
  private static final int MOST_COMBINATIONS = 1 << 26;

  public WorkloadBounds {
    require("texts", texts, MOST_TEXTS);
    require("origins", origins, MOST_ORIGINS);
    require("schemas", schemas, MOST_SCHEMAS);
    require("transactionClasses", transactionClasses, MOST_TEXTS);
    require("digestSchemas", digestSchemas, MOST_COMBINATIONS);
    require("statements", statements, MOST_COMBINATIONS);
    require("transactions", transactions, MOST_COMBINATIONS);
    require("minuteRows", minuteRows, Integer.MAX_VALUE / 64);
  }

  /** Bounds of names and of minutes; their combinations are as many as they are. */
  public static WorkloadBounds ofNames(
      int texts, int origins, int schemas, int transactionClasses, int minuteRows) {
    return new WorkloadBounds(
        texts,
        origins,
        schemas,
        transactionClasses,
        MOST_COMBINATIONS,
        MOST_COMBINATIONS,
        MOST_COMBINATIONS,
        minuteRows);
  }

  /** Bounds that keep the reading of any log within a few hundred megabytes. */
  public static WorkloadBounds standard() {
    return new WorkloadBounds(30_000, 4_096, 4_096, 30_000, 60_000, 120_000, 60_000, 60_000);
  }

  /** The same bounds with another one of minutes. */
  public WorkloadBounds withMinuteRows(int rows) {
    return new WorkloadBounds(
        texts, origins, schemas, transactionClasses, digestSchemas, statements, transactions, rows);
  }

  /**
   * The most statement rows: those that keep all, those without an origin, and a row of each digest
   * without a schema.
   */
  public int mostStatementRows() {
    return statements + digestSchemas + texts + 1;
  }

  /** The most rows of transactions: those that keep all, and a row of each class without origin. */
  public int mostTransactionRows() {
    return transactions + transactionClasses + 1;
  }

  private static void require(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(name + " must be 1 to " + most + ": " + value);
    }
  }
}
