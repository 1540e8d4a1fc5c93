package dev.watershed.reports.text;

import dev.watershed.analyzer.ranking.GroupBy;
import dev.watershed.analyzer.ranking.GroupFacts;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.analyzer.span.SpanFacts;
import dev.watershed.reports.FailedSource;
import dev.watershed.reports.Notes;
import dev.watershed.reports.ReportContext;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import java.util.List;
import java.util.OptionalDouble;

/** The answer of {@code digest} for a terminal. */
public final class DigestText {

  private final TextOptions options;
  private final Style style;

  public DigestText(TextOptions options) {
    this.options = options;
    this.style = options.style();
  }

  /** The whole answer; ends with a line break. */
  public String render(WorkloadFacts facts, ReportContext context) {
    StringBuilder text = new StringBuilder(8_192);
    new HeaderText(options).append(facts, context, text);
    if (facts.totals().isPresent()) {
      text.append('\n');
      new LoadText(options).append(facts, text);
      text.append('\n');
      new RankingText(options).append(facts, text);
      footer(facts, context, text);
    }
    end(facts, context, text);
    return text.toString();
  }

  /** The answer where the load by service is an estimate. */
  String render(SpanFacts span, ReportContext context) {
    WorkloadFacts facts = span.ranking();
    StringBuilder text = new StringBuilder(8_192);
    new HeaderText(options).append(facts, span.services().seenServices(), context, text);
    text.append('\n');
    new LoadText(options).append(facts, span.services(), text);
    text.append('\n');
    GroupBy groupBy = facts.options().groupBy();
    if (groupBy != GroupBy.SERVICE && groupBy != GroupBy.MODULE) {
      new RankingText(options).append(facts, text);
      footer(facts, context, text);
      text.append('\n');
    }
    new ServiceText(options)
        .append(
            groupBy == GroupBy.MODULE ? groupBy.key() : GroupBy.SERVICE.key(),
            groupBy == GroupBy.MODULE ? span.modules() : span.services(),
            facts.options().limit(),
            text);
    end(facts, context, text);
    return text.toString();
  }

  private void end(WorkloadFacts facts, ReportContext context, StringBuilder text) {
    notes(Notes.of(facts), text);
    failed(context.failed(), text);
    new IssueText(options).append(facts.quality().issues(), text);
  }

  private void footer(WorkloadFacts facts, ReportContext context, StringBuilder text) {
    String groups = noun(facts.options().groupBy(), facts.groupCount());
    StringBuilder footer = new StringBuilder();
    if (facts.groups().size() < facts.groupCount()) {
      footer
          .append(Units.grouped(facts.groups().size()))
          .append(" of ")
          .append(Units.grouped(facts.groupCount()))
          .append(' ')
          .append(groups);
      OptionalDouble shown = shareShown(facts);
      shown.ifPresent(
          share -> footer.append(", ").append(Units.percent(share)).append(" of the time"));
      footer.append(". All: --limit 0");
    } else {
      footer.append(facts.groupCount() == 1 ? "The only " : "All ");
      footer.append(facts.groupCount() == 1 ? "" : Units.grouped(facts.groupCount()) + " ");
      footer.append(groups);
    }
    text.append('\n');
    String one = explainHint(facts, context);
    String both = footer + " · one: " + one;
    if (!one.isEmpty() && DisplayWidth.of(both) <= options.width()) {
      text.append(style.dim(both)).append('\n');
    } else {
      text.append(style.dim(footer.toString())).append('\n');
      text.append(one.isEmpty() ? "" : style.dim("One: " + one) + "\n");
    }
  }

  /** A command to copy, therefore never wrapped. */
  private static String explainHint(WorkloadFacts facts, ReportContext context) {
    if (facts.options().groupBy() != GroupBy.DIGEST || facts.groups().isEmpty()) {
      return "";
    }
    String first = facts.groups().get(0).key().name();
    return "watershed explain "
        + first
        + context
            .configuration()
            .map(file -> " -c " + ShellWords.join(List.of(file)))
            .orElseGet(() -> " --from " + ShellWords.join(context.inputs()));
  }

  private void notes(List<String> notes, StringBuilder text) {
    if (notes.isEmpty()) {
      return;
    }
    text.append('\n').append(style.bold("notes")).append('\n');
    for (String note : notes) {
      String indent = "  ";
      for (String line : Wrap.lines(note, options.width() - indent.length(), 10)) {
        text.append(indent).append(line).append('\n');
        indent = "    ";
      }
    }
  }

  private void failed(List<FailedSource> failed, StringBuilder text) {
    if (!failed.isEmpty()) {
      text.append('\n').append(style.bold("not read, or not to the end")).append('\n');
    }
    for (FailedSource source : failed) {
      String message = VisibleText.of(source.message());
      for (String line : Wrap.lines(message, options.width() - 2, 5)) {
        text.append("  ").append(style.warn(line)).append('\n');
      }
    }
  }

  private static OptionalDouble shareShown(WorkloadFacts facts) {
    boolean overlapping = facts.options().groupBy() == GroupBy.TABLE;
    if (overlapping || facts.groups().stream().anyMatch(group -> group.share().isEmpty())) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        facts.groups().stream()
            .map(GroupFacts::share)
            .mapToDouble(OptionalDouble::orElseThrow)
            .sum());
  }

  private static String noun(GroupBy groupBy, int count) {
    String noun = groupBy == GroupBy.MINUTE ? "time slot" : groupBy.key();
    return count == 1 ? noun : noun + "s";
  }
}
