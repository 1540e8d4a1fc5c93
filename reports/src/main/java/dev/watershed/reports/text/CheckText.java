package dev.watershed.reports.text;

import dev.watershed.analyzer.coverage.WidenedSpan;
import dev.watershed.reports.SpanNotes;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.rules.verdict.Inconclusive;
import dev.watershed.rules.verdict.Misconfigured;
import dev.watershed.rules.verdict.Verdict;
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
  public String render(Verdict verdict, WidenedSpan span) {
    StringBuilder text = new StringBuilder();
    for (Violation violation : verdict.violations()) {
      head(violation.severity().key(), violation.rule(), violation.subject(), text);
      if (!violation.services().isEmpty()) {
        text.append(INDENT).append(VisibleText.of(String.join(", ", violation.services())));
      }
      text.append('\n');
      wrapped(violation.message() + alike(violation), text);
      wrapped(violation.remedy(), text);
    }
    for (Misconfigured misconfigured : verdict.misconfigured()) {
      head("misconfigured", misconfigured.rule(), misconfigured.subject(), text);
      text.append('\n');
      wrapped(misconfigured.reason(), text);
    }
    unknown(verdict, text);
    SpanNotes.of(span).forEach(note -> text.append(note).append('\n'));
    return text.append(Units.counted(verdict.violations().size(), "violation"))
        .append(", ")
        .append(Units.grouped(verdict.inspected()))
        .append(" inspected, ")
        .append(Units.grouped(verdict.inconclusive().size()))
        .append(" inconclusive, ")
        .append(Units.counted(verdict.notApplicable(), "rule"))
        .append(" without anything to judge by\n")
        .toString();
  }

  /** What several rules could not judge for one reason is said once. */
  private void unknown(Verdict verdict, StringBuilder text) {
    Map<List<String>, List<String>> rules = new LinkedHashMap<>();
    for (Inconclusive each : verdict.inconclusive()) {
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
