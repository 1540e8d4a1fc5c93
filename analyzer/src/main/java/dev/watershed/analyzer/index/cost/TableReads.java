package dev.watershed.analyzer.index.cost;

import dev.watershed.analyzer.index.statistics.IndexFigures;
import dev.watershed.analyzer.index.statistics.IndexSize;
import dev.watershed.analyzer.index.statistics.TableFigures;

/** What it costs to read rows of a table and entries of its indexes. */
final class TableReads {

  /** MySQL takes no more lookups into account than this share of the table's rows. */
  private static final double WORST_SHARE = 0.1;

  private static final double WORST_SCANS = 3;
  private static final double LEAST_WORST = 2;

  private final TableFigures table;
  private final CostModel model;

  TableReads(TableFigures table, CostModel model) {
    this.table = table;
    this.model = model;
  }

  /** All pages of the table, without looking at its rows. */
  double scanPages() {
    return model.pages(table.pages(), table.residency());
  }

  double scan() {
    return scanPages() + model.rows(table.rows());
  }

  /** A part of an index's leaves: half full, as the server takes them to be. */
  double entries(IndexFigures index, double rows) {
    double length = index.keyBytes() + table.clusterBytes();
    double perPage = Math.floor(IndexSize.PAGE_BYTES / 2.0 / length) + 1;
    return model.pages(Math.ceil(rows / perPage), index.residency());
  }

  /** A part of the table itself, by the key that clusters it. */
  double clustered(double rows, double ranges) {
    double pages = rows <= 2 ? rows : ranges + rows / table.rows() * table.pages();
    return model.pages(pages, table.residency());
  }

  /** A row of the table for each entry. */
  double lookups(IndexFigures index, double rows) {
    return model.pages(rows, index.residency());
  }

  /**
   * Lookups as the server reckons them when it compares (MySQL's {@code find_worst_seeks}): it
   * believes that beyond some number they hit pages that it has already.
   */
  double boundedLookups(IndexFigures index, double rows) {
    if (!model.boundsLookups()) {
      return lookups(index, rows);
    }
    double worst =
        Math.min(
            model.pages(table.rows() * WORST_SHARE, table.residency()), WORST_SCANS * scanPages());
    double bound = Math.max(worst, model.pages(LEAST_WORST, table.residency()));
    return Math.min(lookups(index, rows), bound);
  }

  /** Rows of a set of entries in the order of the table: no page is read twice. */
  double sweep(double rows) {
    double pages = table.pages();
    double busy = pages * (1 - Math.pow(1 - 1 / Math.max(1.5, pages), rows));
    return model.pages(Math.min(rows, Math.max(1, busy)), table.residency());
  }
}
