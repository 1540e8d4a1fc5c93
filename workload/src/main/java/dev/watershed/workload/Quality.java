package dev.watershed.workload;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What a workload does not show.
 *
 * @param issues by reason, in the order of {@link IssueReason}
 * @param longQueryTimeSeconds the threshold below which the source logged nothing, if known
 * @param sampled whether events stand for more than one execution
 * @param slotMinutes the width of a row of {@link MinuteTable}: 1 unless the span is very long
 */
public record Quality(
    List<Issue> issues, OptionalDouble longQueryTimeSeconds, boolean sampled, int slotMinutes) {

  public Quality {
    issues = List.copyOf(issues);
    Objects.requireNonNull(longQueryTimeSeconds, "longQueryTimeSeconds");
    if (slotMinutes < 1) {
      throw new IllegalArgumentException("slotMinutes " + slotMinutes);
    }
  }

  /** How often a reason occurred. */
  public long count(IssueReason reason) {
    return issues.stream().filter(issue -> issue.reason() == reason).mapToLong(Issue::count).sum();
  }
}
