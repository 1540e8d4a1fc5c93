package dev.watershed.collector.reference;

import dev.watershed.workload.IssueReason;
import java.util.Objects;

/**
 * One place that could not be taken as it stands.
 *
 * @param reason why
 * @param offset the byte offset in the log
 * @param count 1, except for throttled statements
 */
public record ReferenceIssue(IssueReason reason, long offset, long count) {

  public ReferenceIssue {
    Objects.requireNonNull(reason, "reason");
    if (offset < 0 || count < 1) {
      throw new IllegalArgumentException(reason + " x " + count + " at " + offset);
    }
  }
}
