package dev.watershed.analyzer.trend;

/** How something changed from the base to the head. */
public enum TrendKind {
  NEW("new"),
  GROWN("grown"),
  SHRUNK("shrunk"),
  GONE("gone"),
  /** One side shows it, and the other one could not have. */
  NOT_COMPARABLE("not-comparable");

  private final String key;

  TrendKind(String key) {
    this.key = key;
  }

  /** The name in files and reports, stable from version to version. */
  public String key() {
    return key;
  }
}
