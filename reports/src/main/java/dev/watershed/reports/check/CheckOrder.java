package dev.watershed.reports.check;

import dev.watershed.rules.gate.GateResult;
import dev.watershed.rules.gate.GatedViolation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** In which order forms list violations: what fails, then what is accepted; in each the worst. */
final class CheckOrder {

  private static final Comparator<GatedViolation> ORDER =
      Comparator.comparingInt(CheckOrder::rank)
          .thenComparing(gated -> gated.violation().severity());

  private CheckOrder() {}

  /** All of them. */
  static Stream<GatedViolation> sorted(GateResult result) {
    return result.violations().stream().sorted(ORDER);
  }

  /** Those that are written in a file. */
  static List<GatedViolation> located(GateResult result) {
    return sorted(result).filter(CheckOrder::isLocated).toList();
  }

  /** Those that were seen at run time. */
  static List<GatedViolation> unlocated(GateResult result) {
    return sorted(result).filter(gated -> !isLocated(gated)).toList();
  }

  static boolean isLocated(GatedViolation gated) {
    return gated.violation().location().isPresent();
  }

  private static int rank(GatedViolation gated) {
    return switch (gated.state()) {
      case NEW -> 0;
      case SHADOW -> 1;
      case SUPPRESSED -> 2;
      case BASELINE -> 3;
    };
  }
}
