package dev.watershed.reports.text;

import dev.watershed.analyzer.decision.KnownFinding;
import dev.watershed.analyzer.decision.MeasuredDecision;
import dev.watershed.analyzer.diff.DiffSide;
import dev.watershed.analyzer.diff.DigestChange;
import dev.watershed.reports.ComparedSpans;
import dev.watershed.reports.TimeSpan;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The answer of {@code diff} for a terminal. */
public final class DiffText {

  private static final String INDENT = "  ";
  private static final int STATEMENT_LINES = 2;

  private final TextOptions options;
  private final Style style;

  public DiffText(TextOptions options) {
    this.options = options;
    this.style = options.style();
  }

  /**
   * The whole answer; ends with a line break.
   *
   * @param shown the changes to show, the first ones
   */
  public String render(ComparedSpans spans, List<DigestChange> shown) {
    StringBuilder text = new StringBuilder();
    span("base", spans.base(), text);
    span("head", spans.head(), text);
    for (DigestChange change : shown) {
      change(change, text);
    }
    text.append('\n')
        .append(
            style.dim(
                Units.grouped(shown.size())
                    + " of "
                    + Units.counted(spans.diff().changes().size(), "change")
                    + " shown, "
                    + Units.counted(spans.diff().unchanged(), "digest")
                    + " unchanged, "
                    + Units.grouped(spans.diff().undecided())
                    + " undecided"))
        .append('\n');
    for (MeasuredDecision decision : spans.decisions()) {
      decision(decision, text);
    }
    for (String note : spans.notes()) {
      text.append(note).append('\n');
    }
    return text.toString();
  }

  private void decision(MeasuredDecision measured, StringBuilder text) {
    text.append('\n')
        .append(style.warn(measured.outcome().key()))
        .append(INDENT)
        .append(style.accent(measured.decision().finding()))
        .append(INDENT)
        .append(measured.decision().state().key())
        .append(INDENT)
        .append(VisibleText.of(measured.finding().map(KnownFinding::title).orElse("")))
        .append('\n')
        .append(INDENT)
        .append(VisibleText.of(measured.reason()))
        .append('\n');
  }

  private static void span(String name, ComparedSpans.Span span, StringBuilder text) {
    text.append(name)
        .append(INDENT)
        .append(TimeSpan.minute(span.from()))
        .append(" – ")
        .append(TimeSpan.minute(span.until()))
        .append(" UTC, ")
        .append(Units.grouped(span.events()))
        .append(" events\n");
  }

  private void change(DigestChange change, StringBuilder text) {
    text.append('\n')
        .append(style.warn(DisplayWidth.left(change.kind().key(), 6)))
        .append(INDENT)
        .append(style.accent(change.digest().name()))
        .append(INDENT)
        .append(change.microsPerDayMore() < 0 ? "−" : "+")
        .append(Units.micros(Math.abs(change.microsPerDayMore())))
        .append(" a day")
        .append(INDENT)
        .append(VisibleText.of(String.join(", ", change.services())))
        .append('\n');
    row("calls a day", perDay(change.base()), perDay(change.head()), "", text);
    row(
        "a call",
        time(change.base().microsPerCall()),
        time(change.head().microsPerCall()),
        standardErrors(change.standardErrors()),
        text);
    row("p95", time(change.base().p95Micros()), time(change.head().p95Micros()), "", text);
    String statement = VisibleText.of(change.digest().fingerprint());
    for (String line : Wrap.lines(statement, options.width() - INDENT.length(), STATEMENT_LINES)) {
      text.append(INDENT).append(line).append('\n');
    }
  }

  private void row(String name, String base, String head, String more, StringBuilder text) {
    text.append(INDENT)
        .append(style.dim(DisplayWidth.left(name, 12)))
        .append(DisplayWidth.right(base, 8))
        .append(" → ")
        .append(DisplayWidth.right(head, 8))
        .append(more)
        .append('\n');
  }

  /** Nothing of means that differ without any variance. */
  private static String standardErrors(OptionalDouble errors) {
    return errors.isPresent() && Double.isFinite(errors.getAsDouble())
        ? String.format(Locale.ROOT, " (%.1f standard errors)", errors.getAsDouble())
        : "";
  }

  private static String perDay(DiffSide side) {
    return side.calls() == 0 ? Units.UNKNOWN : Units.ratio(side.callsPerDay());
  }

  private static String time(OptionalDouble micros) {
    return micros.isPresent() ? Units.micros(micros.getAsDouble()) : Units.UNKNOWN;
  }
}
