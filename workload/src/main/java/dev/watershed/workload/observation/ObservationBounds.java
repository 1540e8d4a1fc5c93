package dev.watershed.workload.observation;

/**
 * How many rows the tables of {@link Observations} keep; what is beyond is one row more.
 *
 * @param tables of table use
 * @param indexes of index use
 * @param waits of lock waits and of metadata locks, each
 * @param transactions of long transactions
 * @param facts of server facts
 * @param minutes of server minutes: more than a reader asks for, since a row of the rest says
 *     little
 * @param attributions of attribution samples
 * @param accounts of account use
 */
public record ObservationBounds(
    int tables,
    int indexes,
    int waits,
    int transactions,
    int facts,
    int minutes,
    int attributions,
    int accounts) {

  public ObservationBounds {
    int least =
        Math.min(
            Math.min(Math.min(tables, indexes), Math.min(waits, transactions)),
            Math.min(Math.min(facts, minutes), Math.min(attributions, accounts)));
    if (least < 1) {
      throw new IllegalArgumentException("a table keeps at least one row: " + least);
    }
  }

  /** Bounds for fleets of thousands of tables; minutes for 400 days of a server. */
  public static ObservationBounds standard() {
    return new ObservationBounds(30_000, 100_000, 10_000, 10_000, 10_000, 600_000, 100_000, 20_000);
  }
}
