package dev.watershed.collector.server.running;

import dev.watershed.collector.server.rounds.Round;
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
   * @param varianceMillionths what it adds to the variance of the sampled time, in millionths of a
   *     square second, with the correction of the sample before
   */
  record Sample(boolean first, long varianceMillionths) {}

  private record Sight(long round, long intervalMicros, long begun, long estimate) {

    /** Parts of the interval as they count in the variance of the time that samples stand for. */
    long squared(long millionths) {
      double seconds = intervalMicros / (double) MILLION;
      return Math.round(millionths * seconds * seconds);
    }
  }

  /**
   * Sees an execution.
   *
   * @param elapsedMicros since its start
   */
  Sample see(Execution execution, Round round, long elapsedMicros) {
    long offset = round.offsetMicros() * MILLION / round.intervalMicros();
    long elapsed = Math.max(0, elapsedMicros) * MILLION / round.intervalMicros();
    long within = Math.min(elapsed, offset);
    Sight sight =
        new Sight(round.number(), round.intervalMicros(), offset - within, MILLION - 2 * within);
    Sight before = last.get(execution);
    long correction = 0;
    if (before != null && before.round() == round.number() - 1) {
      // It filled the interval before from its begin, or the interval's, to its end.
      correction = before.squared(before.begun() - before.estimate());
    }
    current.put(execution, sight);
    return new Sample(before == null, sight.squared(sight.estimate()) + correction);
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
