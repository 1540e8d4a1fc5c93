package dev.watershed.analyzer.diff;

import dev.watershed.analyzer.ranking.Figures;
import java.util.OptionalDouble;

/**
 * By how many standard errors the mean time of a call moved: Welch's t, (m₂ − m₁) / √(v₁/n₁ +
 * v₂/n₂), of B. L. Welch, "The generalization of 'Student's' problem when several different
 * population variances are involved", Biometrika 34 (1947).
 */
final class MeanShift {

  private MeanShift() {}

  /** Empty where a mean or variance is unknown; infinite where means differ without variance. */
  static OptionalDouble of(Figures base, Figures head) {
    if (base.loggedCalls() == 0
        || head.loggedCalls() == 0
        || base.varianceMicrosSquared().isEmpty()
        || head.varianceMicrosSquared().isEmpty()) {
      return OptionalDouble.empty();
    }
    double difference =
        (double) head.timeMicros() / head.loggedCalls()
            - (double) base.timeMicros() / base.loggedCalls();
    double error =
        Math.sqrt(
            base.varianceMicrosSquared().getAsDouble() / base.loggedCalls()
                + head.varianceMicrosSquared().getAsDouble() / head.loggedCalls());
    return OptionalDouble.of(difference == 0 ? 0 : difference / error);
  }
}
