package dev.watershed.workload;

import java.util.Objects;

/**
 * All places with the same reason.
 *
 * @param count how often (for throttled statements: how many statements)
 * @param firstPath the file of the first place, in the order of the sources
 * @param firstOffset its byte offset in the uncompressed file
 */
public record Issue(IssueReason reason, long count, String firstPath, long firstOffset) {

  public Issue {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(firstPath, "firstPath");
    if (count <= 0 || firstOffset < 0) {
      throw new IllegalArgumentException(reason + ": count " + count + " at " + firstOffset);
    }
  }
}
