package dev.watershed.reports.text;

import dev.watershed.analyzer.coupling.Evidence;
import dev.watershed.analyzer.coupling.Finding;
import dev.watershed.analyzer.trend.Appearance;
import dev.watershed.analyzer.trend.CouplingTrend;
import dev.watershed.analyzer.trend.FindingChange;
import dev.watershed.analyzer.trend.OwnerChange;
import dev.watershed.analyzer.trend.PairChange;
import dev.watershed.analyzer.trend.TrendKind;
import dev.watershed.reports.ComparedCoupling;
import dev.watershed.reports.TimeSpan;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The answer of {@code diff --coupling} for a terminal. */
public final class CouplingDiffText {

  private static final String INDENT = "  ";
  private static final String DEEP = "      ";
  private static final int MOST_LINES = 6;
  private static final int MOST_STATEMENTS = 3;
  private static final int LEAST_STATEMENT = 20;

  private final TextOptions options;
  private final Style style;
  private final int limit;
  private final StringBuilder text = new StringBuilder(8_192);

  /**
   * @param limit how many changes of each sort are shown; 0 for all
   */
  public CouplingDiffText(TextOptions options, int limit) {
    this.options = options;
    this.style = options.style();
    this.limit = limit == 0 ? Integer.MAX_VALUE : limit;
  }

  /** The whole answer; ends with a line break. */
  public String render(ComparedCoupling compared) {
    CouplingTrend trend = compared.trend();
    span("base", compared.base());
    span("head", compared.head());
    for (TrendKind kind : TrendKind.values()) {
      findings(kind, trend.findings().stream().filter(each -> each.kind() == kind).toList());
    }
    section(
        "tables that another service writes", trend.owners().stream().map(this::words).toList());
    section(
        "services and tables that appeared or vanished",
        trend.appearances().stream()
            .filter(each -> each.kind() != TrendKind.NOT_COMPARABLE)
            .map(CouplingDiffText::words)
            .toList());
    section(
        "pairs of services that share more or less",
        trend.pairs().stream().map(CouplingDiffText::words).toList());
    text.append('\n')
        .append(style.dim(Units.counted(trend.unchanged(), "finding") + " unchanged"))
        .append('\n');
    trend.notes().forEach(note -> line("", note));
    return text.toString();
  }

  private void span(String name, ComparedCoupling.Span span) {
    text.append(name)
        .append(INDENT)
        .append(TimeSpan.minute(span.from()))
        .append(" – ")
        .append(TimeSpan.minute(span.until()))
        .append(" UTC\n");
  }

  private void findings(TrendKind kind, List<FindingChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    heading(kind.key().replace('-', ' ') + ": " + Units.counted(changes.size(), "finding"));
    changes.stream().limit(limit).forEach(this::finding);
    more(changes.size());
  }

  private void finding(FindingChange change) {
    Finding finding = change.finding();
    text.append(INDENT)
        .append(style.accent(finding.id()))
        .append(INDENT)
        .append(style.warn(finding.kind().key()))
        .append(INDENT)
        .append(weight(change.base()))
        .append(" → ")
        .append(weight(change.head()))
        .append('\n');
    line(
        INDENT + INDENT,
        finding.message() + (change.reason().isEmpty() ? "" : " (" + change.reason() + ")"));
    finding.evidence().stream().limit(MOST_STATEMENTS).forEach(this::statement);
  }

  private static String weight(Optional<Finding> side) {
    return side.map(finding -> Units.perSecond(finding.weight()) + "/s").orElse(Units.UNKNOWN);
  }

  private void statement(Evidence evidence) {
    String start =
        Fingerprints.idOf(evidence.digest())
            + INDENT
            + VisibleText.of(evidence.party())
            + " "
            + Units.perSecond(evidence.callsPerSecond())
            + "/s  ";
    int width = options.width() - DEEP.length() - DisplayWidth.of(start) - 2;
    text.append(DEEP)
        .append(start)
        .append(
            DisplayWidth.cut(
                VisibleText.of(evidence.fingerprint()), Math.max(LEAST_STATEMENT, width)))
        .append('\n');
  }

  private String words(OwnerChange change) {
    return change.table()
        + ": "
        + change.base()
        + " had "
        + Units.percent(change.baseShare())
        + " of the writes, "
        + change.head()
        + " has "
        + Units.percent(change.headShare())
        + "; owner "
        + change.status().key();
  }

  private static String words(Appearance appearance) {
    return (appearance.kind() == TrendKind.NEW ? "appeared: " : "vanished: ")
        + (appearance.service() ? "service " : "table ")
        + appearance.name()
        + ", "
        + Units.perSecond(appearance.callsPerSecond())
        + "/s";
  }

  private static String words(PairChange change) {
    List<String> parts = new ArrayList<>();
    for (PairChange.Measure measure : PairChange.Measure.values()) {
      if (change.grown().contains(measure) || change.shrunk().contains(measure)) {
        parts.add(
            measure.key()
                + " "
                + figure(measure, measure.of(change.base()))
                + " → "
                + figure(measure, measure.of(change.head())));
      }
    }
    return change.first() + ", " + change.second() + ": " + String.join(", ", parts);
  }

  private static String figure(PairChange.Measure measure, double value) {
    return measure == PairChange.Measure.JACCARD
        ? String.format(Locale.ROOT, "%.2f", value)
        : Units.perSecond(value) + "/s";
  }

  private void section(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      heading(title + ": " + Units.grouped(lines.size()));
      lines.stream().limit(limit).forEach(each -> line(INDENT, each));
      more(lines.size());
    }
  }

  private void more(int all) {
    if (all > limit) {
      line(DEEP, Units.grouped(all - limit) + " more (--limit 0 shows all)");
    }
  }

  private void heading(String words) {
    text.append('\n').append(style.bold(VisibleText.of(words))).append('\n');
  }

  private void line(String indent, String line) {
    text.append(Wrap.indented(indent, line, options.width(), MOST_LINES));
  }
}
