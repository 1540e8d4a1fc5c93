package dev.watershed.analyzer.saying;

import dev.watershed.workload.IssueReason;

/** Why a place of a source could not be taken as it stands. */
public final class IssueSaying {

  private IssueSaying() {}

  public static Saying of(IssueReason reason) {
    return Saying.of("issue." + reason.key().replace(' ', '-'), reason.description());
  }
}
