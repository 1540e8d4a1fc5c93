package dev.watershed.collector.slowlog;

import dev.watershed.workload.IssueReason;
import dev.watershed.workload.WorkloadBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * The issues of one part on their way into the builder. Those of an event that may have to be read
 * again, since its end has not been written yet, are held back until it is certain.
 */
final class HeldIssues {

  private record Held(IssueReason reason, long count, long offset) {}

  private final WorkloadBuilder builder;
  private final int file;
  private final List<Held> held = new ArrayList<>();
  private boolean holding;
  private long places;

  HeldIssues(WorkloadBuilder builder, int file) {
    this.builder = builder;
    this.file = file;
  }

  void add(IssueReason reason, long count, long offset) {
    if (holding) {
      held.add(new Held(reason, count, offset));
      return;
    }
    builder.issue(reason, count, file, offset);
    places++;
  }

  /** Holds back what comes from now on. */
  void hold() {
    holding = true;
  }

  /** Lets everything held back count. */
  void release() {
    holding = false;
    held.forEach(issue -> add(issue.reason, issue.count, issue.offset));
    held.clear();
  }

  /** The number of places that count. */
  long places() {
    return places;
  }
}
