package dev.watershed.analyzer.index.cost;

import dev.watershed.analyzer.index.AdvisedServer;

/**
 * The constants of a server's cost model (MySQL: defaults of {@code mysql.server_cost} and {@code
 * mysql.engine_cost}; MariaDB 10.11: {@code TIME_FOR_COMPARE} and a page per lookup).
 *
 * @param memoryPage reading a page that is in memory
 * @param diskPage reading one that is not
 * @param row evaluating a row
 * @param keyCompare comparing two keys
 * @param temporaryTable making a temporary table
 * @param temporaryRow writing or reading a row of it
 * @param hashJoin whether tables without an index for their join are joined by hashing
 * @param boundsLookups whether it believes that many lookups cost no more than a few scans
 */
public record CostModel(
    double memoryPage,
    double diskPage,
    double row,
    double keyCompare,
    double temporaryTable,
    double temporaryRow,
    boolean hashJoin,
    boolean boundsLookups) {

  /** MySQL 8.0 and later. */
  public static final CostModel MYSQL_8 = new CostModel(0.25, 1, 0.1, 0.05, 1, 0.1, true, true);

  /** MySQL 5.7; no server of this kind was measured. */
  public static final CostModel MYSQL_5_7 = new CostModel(1, 1, 0.2, 0.1, 2, 0.2, false, true);

  /** MariaDB up to 10.11, measured; that of MariaDB 11 differs and is taken as the same. */
  public static final CostModel MARIADB_10_11 =
      new CostModel(1, 1, 0.2, 0.05, 1, 0.1, false, false);

  /** That of a server, by its version. */
  public static CostModel of(AdvisedServer server) {
    if (server.mariaDb()) {
      return MARIADB_10_11;
    }
    return server.version().startsWith("5.") ? MYSQL_5_7 : MYSQL_8;
  }

  /**
   * Reading pages.
   *
   * @param residency the part of them that is in memory, 0 to 1
   */
  public double pages(double pages, double residency) {
    return pages * (memoryPage * residency + diskPage * (1 - residency));
  }

  /** Evaluating rows. */
  public double rows(double rows) {
    return row * rows;
  }

  /**
   * Sorting rows.
   *
   * @param kept how many of them are kept; no more than all
   */
  public double sort(double rows, double kept) {
    double levels = Math.log(Math.max(2, Math.min(rows, kept))) / Math.log(2);
    return rows * (temporaryRow + keyCompare * levels);
  }

  /** Putting rows into a temporary table. */
  public double temporary(double rows) {
    return temporaryTable + temporaryRow * rows;
  }
}
