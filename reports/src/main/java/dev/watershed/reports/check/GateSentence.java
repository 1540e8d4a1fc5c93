package dev.watershed.reports.check;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.reports.Units;
import dev.watershed.rules.gate.GateResult;
import dev.watershed.rules.gate.ViolationState;
import dev.watershed.rules.verdict.Severity;
import java.util.ArrayList;
import java.util.List;

/** The verdict of a gate in one sentence, without a foreign character. */
public final class GateSentence {

  private GateSentence() {}

  /** The sentence, with what it rests on in numbers. */
  public static String of(GateResult result) {
    return said(result).text();
  }

  /** The same for every language. */
  public static Saying said(GateResult result) {
    List<Saying> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = fresh(result, severity);
      if (count > 0) {
        parts.add(
            Saying.of(
                "gate.new",
                "{0} new of severity {1}",
                Units.grouped(count),
                Saying.of("severity." + severity.key(), severity.key())));
      }
    }
    if (parts.isEmpty()) {
      parts.add(Saying.of("gate.nothing-new", "nothing new"));
    }
    for (ViolationState state : ViolationState.values()) {
      if (state != ViolationState.NEW && result.count(state) > 0) {
        parts.add(
            Saying.of("gate.state", "{0} {1}", Units.grouped(result.count(state)), state(state)));
      }
    }
    parts.add(Saying.of("gate.inspected", "{0} inspected", Units.grouped(result.inspected())));
    if (!result.inconclusive().isEmpty()) {
      parts.add(
          Saying.of(
              "gate.inconclusive",
              "{0} inconclusive",
              Units.grouped(result.inconclusive().size())));
    }
    if (!result.misconfigured().isEmpty()) {
      parts.add(
          Saying.of(
              "gate.misfits", "{0} misconfigured", Units.grouped(result.misconfigured().size())));
    }
    if (result.notApplicable() > 0) {
      parts.add(
          Saying.of(
              "gate.not-applicable",
              result.notApplicable() == 1
                  ? "{0} rule without anything to judge by"
                  : "{0} rules without anything to judge by",
              Units.grouped(result.notApplicable())));
    }
    return Saying.of("gate.sentence", "{0}: {1}.", verdict(result), parts);
  }

  private static Saying state(ViolationState state) {
    return Saying.of("state." + state.key(), ViolationWords.state(state));
  }

  private static Saying verdict(GateResult result) {
    if (result.fails()) {
      return Saying.of("gate.fails", "The gate fails");
    }
    return result.tooLittle()
        ? Saying.of("gate.blind", "The gate cannot judge all that it has to")
        : Saying.of("gate.passes", "The gate passes");
  }

  private static long fresh(GateResult result, Severity severity) {
    return result.violations().stream()
        .filter(each -> each.state() == ViolationState.NEW)
        .filter(each -> each.violation().severity() == severity)
        .count();
  }
}
