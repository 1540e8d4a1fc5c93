package dev.watershed.reports.text;

import dev.watershed.analyzer.coverage.WidenedSpan;
import dev.watershed.reports.SpanNotes;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.rules.gate.GateResult;
import dev.watershed.rules.gate.GatedViolation;
import dev.watershed.rules.gate.ViolationState;
import dev.watershed.rules.verdict.Inconclusive;
import dev.watershed.rules.verdict.Misconfigured;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answer of {@code check} for a terminal: the worst first, then what could not be judged. */
public final class CheckText {

  private static final int MOST_LINES = 3;
  private static final String INDENT = "  ";

  private static final Map<ViolationState, String> WORDS =
      Map.of(
          ViolationState.BASELINE, "in the baseline",
          ViolationState.SUPPRESSED, "suppressed",
          ViolationState.SHADOW, "on trial");

  private final TextOptions options;
  private final Style style;

  public CheckText(TextOptions options) {
    this.options = options;
    this.style = options.style();
  }

  /** The whole answer; ends with a line break. */
  public String render(GateResult result, WidenedSpan span) {
    StringBuilder text = new StringBuilder();
    for (GatedViolation gated : result.violations()) {
      if (gated.state() == ViolationState.NEW || gated.state() == ViolationState.SHADOW) {
        violation(gated, text);
      }
    }
    for (Misconfigured misconfigured : result.misconfigured()) {
      head("misconfigured", misconfigured.rule(), misconfigured.subject(), text);
      text.append('\n');
      wrapped(misconfigured.reason(), text);
    }
    unknown(result, text);
    result.notes().forEach(note -> wrapped(note, text));
    SpanNotes.of(span).forEach(note -> text.append(note).append('\n'));
    result
        .source()
        .ifPresent(
            source ->
                text.append("judged by snapshot ")
                    .append(source.id())
                    .append(", made at ")
                    .append(source.madeAt())
                    .append('\n'));
    return text.append(sums(result)).append('\n').toString();
  }

  private void violation(GatedViolation gated, StringBuilder text) {
    Violation violation = gated.violation();
    String severity = violation.severity().key();
    head(
        gated.state() == ViolationState.SHADOW ? "shadow " + severity : severity,
        violation.rule(),
        violation.subject(),
        text);
    if (!violation.services().isEmpty()) {
      text.append(INDENT).append(VisibleText.of(String.join(", ", violation.services())));
    }
    text.append('\n');
    violation
        .location()
        .ifPresent(
            place ->
                text.append(INDENT)
                    .append("at ")
                    .append(VisibleText.of(place.toString()))
                    .append('\n'));
    wrapped(violation.message() + alike(violation), text);
    wrapped(violation.remedy(), text);
  }

  private static String sums(GateResult result) {
    StringBuilder text =
        new StringBuilder(result.fails() ? "The gate fails: " : "The gate passes: ");
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count =
          result.violations().stream()
              .filter(each -> each.state() == ViolationState.NEW)
              .filter(each -> each.violation().severity() == severity)
              .count();
      if (count > 0) {
        parts.add(Units.grouped(count) + " new of severity " + severity.key());
      }
    }
    if (parts.isEmpty()) {
      parts.add("nothing new");
    }
    for (ViolationState state : ViolationState.values()) {
      if (state != ViolationState.NEW && result.count(state) > 0) {
        parts.add(Units.grouped(result.count(state)) + " " + WORDS.get(state));
      }
    }
    parts.add(Units.grouped(result.inspected()) + " inspected");
    if (!result.inconclusive().isEmpty()) {
      parts.add(Units.grouped(result.inconclusive().size()) + " inconclusive");
    }
    if (result.notApplicable() > 0) {
      parts.add(Units.counted(result.notApplicable(), "rule") + " without anything to judge by");
    }
    return text.append(String.join(", ", parts)).append('.').toString();
  }

  /** What several rules could not judge for one reason is said once. */
  private void unknown(GateResult result, StringBuilder text) {
    Map<List<String>, List<String>> rules = new LinkedHashMap<>();
    for (Inconclusive each : result.inconclusive()) {
      rules
          .computeIfAbsent(List.of(each.subject(), each.reason()), said -> new ArrayList<>())
          .add(each.rule());
    }
    rules.forEach(
        (said, names) -> {
          head("unknown", said.get(0), String.join(", ", names), text);
          text.append('\n');
          wrapped(said.get(1), text);
        });
  }

  private static String alike(Violation violation) {
    return violation.alike() == 0
        ? ""
        : " (and " + Units.counted(violation.alike(), "other") + " of the same shape)";
  }

  private void head(String kind, String rule, String subject, StringBuilder text) {
    text.append(style.warn(kind))
        .append(INDENT)
        .append(style.bold(rule))
        .append(INDENT)
        .append(style.accent(VisibleText.of(subject)));
  }

  private void wrapped(String message, StringBuilder text) {
    int columns = options.width() - INDENT.length();
    for (String line : Wrap.lines(VisibleText.of(message), columns, MOST_LINES)) {
      text.append(INDENT).append(line).append('\n');
    }
  }
}
