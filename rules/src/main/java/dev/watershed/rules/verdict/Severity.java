package dev.watershed.rules.verdict;

/** How bad a violation is. */
public enum Severity {
  /** The gate fails. */
  ERROR("error"),
  /** Somebody should look. */
  WARNING("warning"),
  /** Worth knowing. */
  INFO("info");

  private final String key;

  Severity(String key) {
    this.key = key;
  }

  /** The word in configurations and results. */
  public String key() {
    return key;
  }
}
