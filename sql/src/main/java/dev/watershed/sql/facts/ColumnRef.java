package dev.watershed.sql.facts;

/**
 * A column of the rows that a block joins.
 *
 * @param block number of the {@link QueryBlock}; another one than that in which this stands if a
 *     subquery refers to a block around it
 * @param source index in {@link QueryBlock#sources()}
 * @param column its name, spelled as the catalog spells it where it is known there
 */
public record ColumnRef(int block, int source, String column) {

  public ColumnRef {
    if (block < 0 || source < 0) {
      throw new IllegalArgumentException("source " + source + " of block " + block);
    }
    if (column.isEmpty()) {
      throw new IllegalArgumentException("a column has a name");
    }
  }
}
