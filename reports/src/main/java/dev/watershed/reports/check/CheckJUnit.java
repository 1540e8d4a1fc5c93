package dev.watershed.reports.check;

import dev.watershed.reports.VisibleText;
import dev.watershed.rules.gate.GateResult;
import dev.watershed.rules.gate.GatedViolation;
import dev.watershed.rules.gate.ViolationState;
import dev.watershed.rules.verdict.Inconclusive;
import dev.watershed.rules.verdict.Misconfigured;
import dev.watershed.rules.verdict.Violation;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answer of {@code check} as JUnit XML, in the shape that Jenkins and GitLab read: a suite for
 * each rule, a case for each violation. A case fails where the gate fails by it; new warnings pass
 * and say so in their output; what is accepted, on trial or could not be judged is skipped; what
 * had to be judged and could not, and what is misconfigured, is an error.
 */
public final class CheckJUnit {

  private static final String GATE = "gate";

  private final CheckPlaces places;

  public CheckJUnit(CheckPlaces places) {
    this.places = places;
  }

  /** Writes the answer and leaves the stream open. */
  public void write(GateResult result, OutputStream stream) throws IOException {
    JUnitXml.write(suites(result), stream);
  }

  private Map<String, List<JUnitCase>> suites(GateResult result) {
    Map<String, List<JUnitCase>> suites = new TreeMap<>(Comparator.naturalOrder());
    add(suites, GATE, gate(result));
    CheckOrder.sorted(result)
        .forEach(gated -> add(suites, gated.violation().rule(), violation(gated)));
    for (Inconclusive each : result.inconclusive()) {
      add(
          suites,
          each.rule(),
          new JUnitCase(
              "cannot judge " + each.subject(),
              each.fails() ? JUnitOutcome.ERROR : JUnitOutcome.SKIPPED,
              each.fails() ? "inconclusive" : "",
              each.reason(),
              "",
              ""));
    }
    for (Misconfigured each : result.misconfigured()) {
      add(
          suites,
          each.rule(),
          new JUnitCase(
              "misconfigured " + each.subject(),
              JUnitOutcome.ERROR,
              "misconfigured",
              each.reason(),
              "",
              places.configurationFromRoot()));
    }
    return suites;
  }

  /** There is a case even where nothing is wrong: readers take a file without one for a mishap. */
  private static JUnitCase gate(GateResult result) {
    boolean judged = result.inspected() > 0 || result.inconclusive().isEmpty();
    return new JUnitCase(
        "something was judged",
        judged ? JUnitOutcome.PASSED : JUnitOutcome.ERROR,
        judged ? "" : "inconclusive",
        GateSentence.of(result),
        "",
        "");
  }

  private JUnitCase violation(GatedViolation gated) {
    Violation violation = gated.violation();
    JUnitOutcome outcome = outcome(gated);
    String message = ViolationWords.message(violation);
    return new JUnitCase(
        violation.key().text(),
        outcome,
        outcome == JUnitOutcome.FAILED ? violation.severity().key() : "",
        outcome == JUnitOutcome.SKIPPED
            ? ViolationWords.accepted(gated)
            : violation.severity().key() + ": " + message,
        String.join("\n", details(violation, message)),
        violation.location().map(place -> places.fromRoot(place.path())).orElse(""));
  }

  private List<String> details(Violation violation, String message) {
    List<String> lines = new ArrayList<>();
    lines.add(message);
    if (!violation.remedy().isEmpty()) {
      lines.add(violation.remedy());
    }
    violation
        .location()
        .ifPresent(
            place ->
                lines.add(
                    "at "
                        + places.fromRoot(place.path())
                        + ":"
                        + place.line()
                        + ":"
                        + place.column()));
    if (!violation.services().isEmpty()) {
      lines.add("services: " + String.join(", ", violation.services()));
    }
    lines.add("evidence: " + ViolationWords.evidence(violation));
    return lines.stream().map(VisibleText::of).toList();
  }

  private static JUnitOutcome outcome(GatedViolation gated) {
    if (gated.fails()) {
      return JUnitOutcome.FAILED;
    }
    return gated.state() == ViolationState.NEW ? JUnitOutcome.PASSED : JUnitOutcome.SKIPPED;
  }

  private static void add(Map<String, List<JUnitCase>> suites, String rule, JUnitCase added) {
    suites.computeIfAbsent(rule, absent -> new ArrayList<>()).add(added);
  }
}
