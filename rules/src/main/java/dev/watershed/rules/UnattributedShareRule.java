package dev.watershed.rules;

import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The share of the execution time that no service claims. Does not fire up to the bound; what every
 * other finding rests on is not known well enough above it.
 *
 * @param maxShare the bound, 0 to 1
 * @param severity of a violation
 */
public record UnattributedShareRule(double maxShare, Severity severity) implements Rule {

  /** The name in configurations. */
  public static final String NAME = "unattributed-share";

  /** The bound where none is configured. */
  public static final double USUAL_MAX_SHARE = 0.1;

  private static final String FLEET = "fleet";

  public UnattributedShareRule {
    if (!(maxShare >= 0 && maxShare <= 1)) {
      throw new IllegalArgumentException("expected a share, 0 to 1: " + maxShare);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Verdict judge(WorkloadFacts facts) {
    OptionalDouble share = facts.quality().unattributedShare();
    if (share.isEmpty()) {
      return Verdict.unknown(NAME, FLEET, "no execution time in the span");
    }
    if (share.getAsDouble() <= maxShare) {
      return new Verdict(List.of(), List.of(), 1, 0);
    }
    Violation violation =
        Violation.of(
            NAME,
            severity,
            FLEET,
            List.of(),
            String.format(
                Locale.ROOT,
                "%.1f %% of the execution time is of no service; at most %.1f %% may be",
                share.getAsDouble() * 100,
                maxShare * 100),
            List.of(
                Evidence.of("unattributedShare", share.getAsDouble()),
                Evidence.of("maxShare", maxShare),
                Evidence.of(
                    "queryTimeSeconds", facts.totals().map(Figures::timeMicros).orElse(0L) / 1e6)));
    return new Verdict(List.of(violation), List.of(), 1, 0);
  }
}
