package dev.watershed.analyzer.consolidation.room;

/** What is left on a set of data. */
public enum Occupancy {
  /** Tables that statements use. */
  USED("used"),
  /** Only tables that nothing uses, or statements whose tables are not known. */
  UNUSED("unused"),
  /** No table. */
  EMPTY("empty");

  private final String key;

  Occupancy(String key) {
    this.key = key;
  }

  /** The name in files and reports, stable from version to version. */
  public String key() {
    return key;
  }
}
