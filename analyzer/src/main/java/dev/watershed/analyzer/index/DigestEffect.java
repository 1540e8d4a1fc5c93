package dev.watershed.analyzer.index;

import dev.watershed.analyzer.saying.Saying;
import java.util.Objects;

/**
 * What an advice changes for one statement.
 *
 * @param calls while the server was watched
 * @param loadShare its part of the server's statement time, 0 to 1
 * @param saidPlanBefore in words, such as {@code scan of 59,150 rows}
 * @param saidPlanAfter likewise
 * @param rowsBefore examined per call, by the model
 * @param rowsAfter likewise
 * @param costBefore per call, in the units of the server's cost model
 * @param costAfter likewise
 */
public record DigestEffect(
    long digest,
    double calls,
    double loadShare,
    Saying saidPlanBefore,
    Saying saidPlanAfter,
    double rowsBefore,
    double rowsAfter,
    double costBefore,
    double costAfter) {

  public DigestEffect {
    Objects.requireNonNull(saidPlanBefore, "saidPlanBefore");
    Objects.requireNonNull(saidPlanAfter, "saidPlanAfter");
  }

  /** Cost that all calls together are spared; negative if they become dearer. */
  public double gain() {
    return calls * (costBefore - costAfter);
  }

  /** The plan before in English. */
  public String planBefore() {
    return saidPlanBefore.text();
  }

  /** The plan after in English. */
  public String planAfter() {
    return saidPlanAfter.text();
  }
}
