package dev.watershed.workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Issues per reason: how often, and where first (the lowest file, then the lowest offset). */
final class IssueCounts {

  private final int reasons = IssueReason.values().length;
  private final long[] counts = new long[reasons];
  private final int[] files = new int[reasons];
  private final long[] offsets = new long[reasons];

  IssueCounts() {
    Arrays.fill(files, Integer.MAX_VALUE);
    Arrays.fill(offsets, Long.MAX_VALUE);
  }

  void add(IssueReason reason, long count, int file, long offset) {
    int index = reason.ordinal();
    counts[index] += count;
    if (file < files[index] || file == files[index] && offset < offsets[index]) {
      files[index] = file;
      offsets[index] = offset;
    }
  }

  void merge(IssueCounts other) {
    for (IssueReason reason : IssueReason.values()) {
      int index = reason.ordinal();
      if (other.counts[index] > 0) {
        add(reason, other.counts[index], other.files[index], other.offsets[index]);
      }
    }
  }

  List<Issue> toIssues(List<SourceFile> sources) {
    List<Issue> issues = new ArrayList<>();
    for (IssueReason reason : IssueReason.values()) {
      int index = reason.ordinal();
      if (counts[index] > 0) {
        String path = sources.get(files[index]).path();
        issues.add(new Issue(reason, counts[index], path, offsets[index]));
      }
    }
    return issues;
  }
}
