package dev.watershed.collector.server.running;

import java.util.HashMap;
import java.util.Map;

/**
 * The executions that the last look saw, and what each sample adds to the variance of their number
 * ({@link dev.watershed.workload.observation.Attribution}).
 *
 * <p>An execution that fills the part f of an interval is seen in it with probability f. Seen at
 * the part u of the interval behind the later of its start and the interval's, it adds 1 − 2u: u is
 * even from 0 to f, so that this is 1 − f on average. When the next interval sees it too, f is
 * known, and 1 − f takes the place of the estimate.
 */
final class SeenExecutions {

  private static final long MILLION = 1_000_000;

  private final Map<Execution, Sight> last = new HashMap<>();
  private final Map<Execution, Sight> current = new HashMap<>();

  /** One execution of a statement. */
  record Execution(long thread, long statementNumber) {}

  /**
   * What a sample adds.
   *
   * @param first whether the execution was not seen before
   * @param varianceMillionths what it adds to the variance, with the correction of the sample
   *     before
   */
  record Sample(boolean first, long varianceMillionths) {}

  private record Sight(long round, long begunMillionths, long estimate) {}

  /**
   * Sees an execution.
   *
   * @param elapsed since its start, in millionths of an interval
   * @param offset the part of the interval that has passed, likewise
   */
  Sample see(Execution execution, long round, long elapsed, long offset) {
    long within = Math.min(Math.max(0, elapsed), offset);
    long estimate = MILLION - 2 * within;
    Sight before = last.get(execution);
    long correction = 0;
    if (before != null && before.round() == round - 1) {
      // It filled the interval before from its begin, or the interval's, to its end.
      correction = before.begunMillionths() - before.estimate();
    }
    current.put(execution, new Sight(round, offset - within, estimate));
    return new Sample(before == null, estimate + correction);
  }

  /** Ends a look: what it did not see has ended. */
  void endLook() {
    last.clear();
    last.putAll(current);
    current.clear();
  }

  /** Begins anew. */
  void forget() {
    last.clear();
    current.clear();
  }
}
