package dev.watershed.workload.catalog;

/** How an index is built ({@code information_schema.STATISTICS.INDEX_TYPE}). */
public enum IndexKind {
  BTREE("btree"),
  HASH("hash"),
  FULLTEXT("fulltext"),
  SPATIAL("spatial"),
  /** MariaDB 11.7 and later. */
  VECTOR("vector");

  private final String key;

  IndexKind(String key) {
    this.key = key;
  }

  /** The name in files and reports, stable from version to version. */
  public String key() {
    return key;
  }
}
