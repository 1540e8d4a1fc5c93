package dev.watershed.rules.rule;

/** What a rule judges. */
public enum RuleScope {
  /** What runs: it feeds reports and tickets, and stops no merge. */
  FLEET,
  /** What somebody wants to do. */
  CHANGE
}
