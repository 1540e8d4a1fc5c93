package dev.watershed.analyzer.decision;

/** Whether a decision that was carried out helped. */
public enum Outcome {
  /** At least half of what was predicted, or the finding is gone. */
  HELPED("helped"),
  /** By a fifth and more, and less than half of what was predicted. */
  HELPED_IN_PART("helped-in-part"),
  NO_CHANGE("no-change"),
  /** By a fifth and more. */
  WORSE("worse"),
  /** The advice is still given, so that it was not carried out. */
  NOT_CARRIED_OUT("not-carried-out"),
  UNKNOWN("unknown");

  private final String key;

  Outcome(String key) {
    this.key = key;
  }

  /** The word in results. */
  public String key() {
    return key;
  }
}
