package dev.watershed.collector.slowlog;

import dev.watershed.workload.IssueReason;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.WorkloadBuilder;
import java.util.Optional;

/** What all parts of all inputs gave together. The first part's builder takes in the others. */
final class MergedParts {

  private final WorkloadBounds bounds;
  private Optional<WorkloadBuilder> merged = Optional.empty();

  MergedParts(WorkloadBounds bounds) {
    this.bounds = bounds;
  }

  /** The builder with everything so far. */
  WorkloadBuilder builder() {
    if (merged.isEmpty()) {
      merged = Optional.of(new WorkloadBuilder(bounds));
    }
    return merged.get();
  }

  /**
   * Takes in a part.
   *
   * @param schema the schema in force where it began
   * @param startsInput whether the part begins where its input does, so that nothing is carried
   *     into it
   */
  void add(WorkloadBuilder part, String schema, boolean startsInput) {
    if (merged.isEmpty() && startsInput) {
      merged = Optional.of(part);
    } else {
      builder().merge(part, builder().schemaIndex(schema));
    }
  }

  void issue(IssueReason reason, long count, int file, long offset) {
    builder().issue(reason, count, file, offset);
  }

  /** Counts fingerprints whose text was cut, once each, wherever they were read. */
  void countCutTexts() {
    builder().countCutTexts();
  }
}
