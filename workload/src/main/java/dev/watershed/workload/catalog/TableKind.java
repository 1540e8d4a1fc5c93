package dev.watershed.workload.catalog;

/** What a table is; views are apart. */
public enum TableKind {
  BASE("base"),
  /** MariaDB: keeps the earlier versions of its rows. */
  SYSTEM_VERSIONED("system versioned"),
  /** MariaDB: hands out numbers. */
  SEQUENCE("sequence");

  private final String key;

  TableKind(String key) {
    this.key = key;
  }

  /** The name in files and reports, stable from version to version. */
  public String key() {
    return key;
  }
}
