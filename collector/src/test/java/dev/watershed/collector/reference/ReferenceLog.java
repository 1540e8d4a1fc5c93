package dev.watershed.collector.reference;

import dev.watershed.workload.IssueReason;
import java.util.List;

/**
 * What a log holds.
 *
 * @param events in the order of the file
 * @param issues ordered by offset, then by reason
 */
public record ReferenceLog(List<ReferenceEvent> events, List<ReferenceIssue> issues) {

  public ReferenceLog {
    events = List.copyOf(events);
    issues = List.copyOf(issues);
  }

  /** How often a reason occurred. */
  public long count(IssueReason reason) {
    return issues.stream()
        .filter(issue -> issue.reason() == reason)
        .mapToLong(ReferenceIssue::count)
        .sum();
  }
}
