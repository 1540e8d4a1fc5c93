package dev.watershed.analyzer.diff;

/** How a digest changed. */
public enum ChangeKind {
  /** It did not run before. */
  NEW("new"),
  /** It does not run any more. */
  GONE("gone"),
  /** A call takes longer, by more than chance explains. */
  SLOWER("slower"),
  /** A call takes less, by more than chance explains. */
  FASTER("faster");

  private final String key;

  ChangeKind(String key) {
    this.key = key;
  }

  /** The word in results. */
  public String key() {
    return key;
  }
}
