package dev.watershed.reports.check;

import dev.watershed.analyzer.coverage.WidenedSpan;
import dev.watershed.reports.SpanNotes;
import dev.watershed.reports.Units;
import dev.watershed.rules.gate.GateResult;
import dev.watershed.rules.gate.GatedViolation;
import dev.watershed.rules.gate.ViolationState;
import dev.watershed.rules.verdict.Inconclusive;
import dev.watershed.rules.verdict.Misconfigured;
import dev.watershed.rules.verdict.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer of {@code check} as one comment in Markdown (GitHub and GitLab flavoured), which
 * begins with a line by which it is found again. What fails is open, all else behind a click.
 */
public final class CheckMarkdown {

  /** The first line: nobody sees it. */
  public static final String MARKER = "<!-- watershed-check -->";

  /** The most characters of a comment on GitHub. */
  static final int MOST_CHARACTERS = 65_536;

  private final MarkdownRows rows;

  public CheckMarkdown(CheckPlaces places) {
    this.rows = new MarkdownRows(places);
  }

  /** The whole answer; ends with a line break. */
  public String render(GateResult result, WidenedSpan span) {
    StringBuilder text = new StringBuilder(MARKER).append('\n');
    text.append("**").append(GateSentence.of(result)).append("**\n");
    String end = source(result);
    List<String> leftOut = new ArrayList<>();
    List<String> coming = new ArrayList<>();
    List<MarkdownSection<?>> sections =
        sections(result, span).stream().filter(each -> !each.rows().isEmpty()).toList();
    sections.forEach(section -> coming.add(section.title()));
    for (MarkdownSection<?> section : sections) {
      // No section takes the room in which it could be said that those behind it are left out.
      String rest = leftOut(coming, leftOut);
      coming.remove(0);
      String rendered =
          section.render(MOST_CHARACTERS - text.length() - rest.length() - end.length());
      text.append(rendered);
      if (rendered.isEmpty()) {
        leftOut.add(section.title());
      }
    }
    return text.append(leftOut(List.of(), leftOut)).append(end).toString();
  }

  private List<MarkdownSection<?>> sections(GateResult result, WidenedSpan span) {
    List<MarkdownSection<?>> sections = new ArrayList<>();
    sections.add(violations(fresh(result, Severity.ERROR), "new error", true));
    sections.add(
        new MarkdownSection<Misconfigured>(
            result.misconfigured().size() + " misconfigured",
            true,
            "",
            result.misconfigured(),
            rows::misconfigured));
    sections.add(violations(fresh(result, Severity.WARNING), "new warning", false));
    sections.add(violations(fresh(result, Severity.INFO), "new hint", false));
    List<String> notes = new ArrayList<>(result.notes());
    result.touched().map(TouchedSentence::of).ifPresent(notes::add);
    notes.addAll(SpanNotes.of(span));
    sections.add(
        new MarkdownSection<>(
            Units.counted(notes.size(), "note"), true, "", notes, MarkdownRows::note));
    sections.add(
        new MarkdownSection<Inconclusive>(
            result.inconclusive().size() + " that could not be judged",
            false,
            "",
            result.inconclusive(),
            rows::inconclusive));
    sections.add(accepted(result, ViolationState.SHADOW));
    sections.add(accepted(result, ViolationState.SUPPRESSED));
    sections.add(accepted(result, ViolationState.BASELINE));
    return sections;
  }

  private MarkdownSection<GatedViolation> violations(
      List<GatedViolation> violations, String noun, boolean open) {
    return new MarkdownSection<>(
        Units.counted(violations.size(), noun),
        open,
        MarkdownRows.VIOLATIONS,
        violations,
        rows::violation);
  }

  private MarkdownSection<GatedViolation> accepted(GateResult result, ViolationState state) {
    List<GatedViolation> violations =
        CheckOrder.sorted(result).filter(gated -> gated.state() == state).toList();
    return new MarkdownSection<>(
        Units.grouped(violations.size()) + " " + ViolationWords.state(state),
        false,
        MarkdownRows.ACCEPTED,
        violations,
        rows::accepted);
  }

  private static List<GatedViolation> fresh(GateResult result, Severity severity) {
    return CheckOrder.sorted(result)
        .filter(gated -> gated.state() == ViolationState.NEW)
        .filter(gated -> gated.violation().severity() == severity)
        .toList();
  }

  private static String leftOut(List<String> more, List<String> titles) {
    List<String> all = new ArrayList<>(titles);
    all.addAll(more);
    return all.isEmpty()
        ? ""
        : "\nLeft out, since a comment has no room for more: " + String.join(", ", all) + ".\n";
  }

  private static String source(GateResult result) {
    return result
        .source()
        .map(
            source ->
                "\nJudged by the snapshot "
                    + MarkdownText.code(source.id())
                    + ", made at "
                    + source.madeAt()
                    + ".\n")
        .orElse("");
  }
}
