package dev.watershed.reports.check;

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
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = fresh(result, severity);
      if (count > 0) {
        parts.add(Units.grouped(count) + " new of severity " + severity.key());
      }
    }
    if (parts.isEmpty()) {
      parts.add("nothing new");
    }
    for (ViolationState state : ViolationState.values()) {
      if (state != ViolationState.NEW && result.count(state) > 0) {
        parts.add(Units.grouped(result.count(state)) + " " + ViolationWords.state(state));
      }
    }
    parts.add(Units.grouped(result.inspected()) + " inspected");
    if (!result.inconclusive().isEmpty()) {
      parts.add(Units.grouped(result.inconclusive().size()) + " inconclusive");
    }
    if (!result.misconfigured().isEmpty()) {
      parts.add(Units.grouped(result.misconfigured().size()) + " misconfigured");
    }
    if (result.notApplicable() > 0) {
      parts.add(Units.counted(result.notApplicable(), "rule") + " without anything to judge by");
    }
    return verdict(result) + ": " + String.join(", ", parts) + ".";
  }

  private static String verdict(GateResult result) {
    if (result.fails()) {
      return "The gate fails";
    }
    return result.tooLittle() ? "The gate cannot judge all that it has to" : "The gate passes";
  }

  private static long fresh(GateResult result, Severity severity) {
    return result.violations().stream()
        .filter(each -> each.state() == ViolationState.NEW)
        .filter(each -> each.violation().severity() == severity)
        .count();
  }
}
