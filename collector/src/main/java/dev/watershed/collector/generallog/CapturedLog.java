package dev.watershed.collector.generallog;

import dev.watershed.collector.slowlog.FailedInput;
import dev.watershed.workload.IssueReason;
import java.util.List;
import java.util.Map;

/**
 * What logs of tests showed.
 *
 * @param statements each once per log, schema and origin, in the order of the logs
 * @param failed the logs that could not be read, or not to their end
 * @param issues how often a general log could not be taken as it stands
 * @param beyond how many executions were left out because there were too many different statements
 */
public record CapturedLog(
    List<SentStatement> statements,
    List<FailedInput> failed,
    Map<IssueReason, Long> issues,
    long beyond) {

  public CapturedLog {
    statements = List.copyOf(statements);
    failed = List.copyOf(failed);
    issues = Map.copyOf(issues);
  }
}
