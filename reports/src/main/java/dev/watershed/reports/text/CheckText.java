package dev.watershed.reports.text;

import dev.watershed.analyzer.coverage.WidenedSpan;
import dev.watershed.reports.SpanNotes;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.check.GateSentence;
import dev.watershed.reports.check.TouchedSentence;
import dev.watershed.reports.check.ViolationWords;
import dev.watershed.rules.gate.GateResult;
import dev.watershed.rules.gate.GatedViolation;
import dev.watershed.rules.gate.ViolationState;
import dev.watershed.rules.verdict.Inconclusive;
import dev.watershed.rules.verdict.Misconfigured;
import dev.watershed.rules.verdict.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answer of {@code check} for a terminal: the worst first, then what could not be judged. */
public final class CheckText {

  private static final int MOST_LINES = 3;
  private static final String INDENT = "  ";

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
    result.touched().map(TouchedSentence::of).ifPresent(touched -> wrapped(touched, text));
    SpanNotes.of(span).forEach(note -> text.append(note).append('\n'));
    result
        .source()
        .ifPresent(
            source ->
                text.append("judged by snapshot ")
                    .append(VisibleText.of(source.id()))
                    .append(", made at ")
                    .append(source.madeAt())
                    .append('\n'));
    return text.append(GateSentence.of(result)).append('\n').toString();
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
    wrapped(ViolationWords.message(violation), text);
    wrapped(violation.remedy(), text);
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

  private void head(String kind, String rule, String subject, StringBuilder text) {
    text.append(style.warn(kind))
        .append(INDENT)
        .append(style.bold(VisibleText.of(rule)))
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
