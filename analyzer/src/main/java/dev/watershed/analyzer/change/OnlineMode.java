package dev.watershed.analyzer.change;

/** How a server changes a table; the later, the worse for those who use it. */
public enum OnlineMode {
  /** What says how the table is, alone: no row is touched. */
  INSTANT("instant"),
  /** In place, while others read and write. */
  INPLACE("in place"),
  /** In place, while others read and nobody writes. */
  INPLACE_LOCKING("in place, blocking writes"),
  /** Row by row into a new table, while others read and nobody writes. */
  COPY("copy"),
  /** Not known of this server. */
  UNKNOWN("unknown");

  private final String key;

  OnlineMode(String key) {
    this.key = key;
  }

  /** The name in files and reports, stable from version to version. */
  public String key() {
    return key;
  }

  /** Whether nobody can write meanwhile. */
  public boolean blocksWrites() {
    return this == INPLACE_LOCKING || this == COPY;
  }

  /** The worse of both. */
  OnlineMode worse(OnlineMode other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
