package dev.watershed.analyzer.ranking;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.OptionalInt;
import org.eclipse.collections.api.factory.primitive.DoubleLists;
import org.eclipse.collections.api.list.primitive.ImmutableDoubleList;

/**
 * The load as average active statements: the execution time of the statements that ended in a
 * stretch of time, divided by its length (Little's law: how many ran at once, on average). At the
 * first and last point only the part counts that the log covers, but at least a tenth.
 *
 * @param from start of the first point
 * @param pointWidth length of a point
 * @param activeStatements a value per point, without gaps; empty if no time is known
 */
public record LoadOverTime(
    Instant from, Duration pointWidth, ImmutableDoubleList activeStatements) {

  public LoadOverTime {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(activeStatements, "activeStatements");
    if (pointWidth.isNegative() || pointWidth.isZero()) {
      throw new IllegalArgumentException("pointWidth " + pointWidth);
    }
  }

  /** The first of the points with the highest load; empty if there are none. */
  public OptionalInt peakIndex() {
    int peak = -1;
    for (int point = 0; point < activeStatements.size(); point++) {
      if (peak < 0 || activeStatements.get(point) > activeStatements.get(peak)) {
        peak = point;
      }
    }
    return peak < 0 ? OptionalInt.empty() : OptionalInt.of(peak);
  }

  /** The part of it that some services have. */
  public LoadOverTime of(Collection<ServiceLoad> services) {
    double[] sums = new double[activeStatements.size()];
    for (ServiceLoad load : services) {
      for (int point = 0; point < load.activeStatements().size(); point++) {
        sums[point] += load.activeStatements().get(point);
      }
    }
    return new LoadOverTime(from, pointWidth, DoubleLists.immutable.with(sums));
  }

  /** When a point begins. */
  public Instant start(int point) {
    return from.plus(pointWidth.multipliedBy(point));
  }
}
