package dev.watershed.rules.rule;

/** What a rule judges. */
public enum RuleScope {
  /** What runs: it feeds reports and tickets, and stops no merge. */
  FLEET("fleet"),
  /** What somebody wants to do. */
  CHANGE("change"),
  /** What runs, and what a change adds to it. */
  BOTH("both");

  private final String key;

  RuleScope(String key) {
    this.key = key;
  }

  /** The name in configurations. */
  public String key() {
    return key;
  }

  /**
   * Whether a rule of this scope judges.
   *
   * @param change whether a change is judged, or the fleet
   */
  public boolean judges(boolean change) {
    return this == BOTH || (this == CHANGE) == change;
  }
}
