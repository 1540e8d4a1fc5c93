package dev.watershed.collector.slowlog;

import dev.watershed.workload.Workload;
import java.util.List;
import java.util.Objects;

/** What slow logs gave: the workload, and the inputs that failed, in their order. */
public record SlowLogResult(Workload workload, List<FailedInput> failed) {

  public SlowLogResult {
    Objects.requireNonNull(workload, "workload");
    failed = List.copyOf(failed);
  }
}
