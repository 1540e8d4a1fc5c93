package dev.watershed.analyzer.decision;

/** What a span says about a decision. */
public enum Standing {
  /** The finding is there. */
  OPEN("open"),
  /** It was there when it was decided about, and is not. */
  GONE("gone"),
  /** It was done before the span began, and is there. */
  REOPENED("reopened"),
  /** It was done, and is there, but the span began before. */
  UNSETTLED("unsettled"),
  /** Nothing known has the id. */
  UNKNOWN("unknown");

  private final String key;

  Standing(String key) {
    this.key = key;
  }

  /** The word in results. */
  public String key() {
    return key;
  }
}
