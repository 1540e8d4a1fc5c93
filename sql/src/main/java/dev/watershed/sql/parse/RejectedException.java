package dev.watershed.sql.parse;

import dev.watershed.sql.facts.FactIssue;

/** A statement that is not parsed, and why. */
final class RejectedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient FactIssue issue;

  RejectedException(FactIssue issue) {
    super(issue.reason().key() + " " + issue.subject());
    this.issue = issue;
  }

  FactIssue issue() {
    return issue;
  }
}
