package dev.watershed.rules.gate;

/** What people said of a violation before. */
public enum ViolationState {
  /** Nothing: it counts. */
  NEW("new"),
  /** It was there when the baseline was made. */
  BASELINE("baseline"),
  /** Somebody answers for it, for a while. */
  SUPPRESSED("suppressed"),
  /** Its rule is on trial: it is shown, and fails nothing. */
  SHADOW("shadow");

  private final String key;

  ViolationState(String key) {
    this.key = key;
  }

  /** The word in results. */
  public String key() {
    return key;
  }
}
