package dev.watershed.reports.text;

import dev.watershed.analyzer.calls.CallFacts;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.Evidence;
import dev.watershed.analyzer.coupling.Finding;
import dev.watershed.analyzer.coupling.FindingKind;
import dev.watershed.analyzer.coupling.OwnerBasis;
import dev.watershed.analyzer.coupling.PairMeasures;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The answer of {@code analyze --coupling} for a terminal: findings by kind, the heaviest first.
 */
public final class CouplingText {

  private static final String INDENT = "  ";
  private static final String DEEP = "      ";
  private static final int MOST_EVIDENCE = 3;
  private static final int MOST_LINES = 6;
  private static final int LEAST_STATEMENT = 20;
  private static final int NAME = 36;
  private static final int FIGURE = 11;

  private final TextOptions options;
  private final Style style;
  private final int limit;
  private final StringBuilder text = new StringBuilder(8_192);

  /**
   * @param limit how many of each kind are shown; 0 for all
   */
  public CouplingText(TextOptions options, int limit) {
    this.options = options;
    this.style = options.style();
    this.limit = limit == 0 ? Integer.MAX_VALUE : limit;
  }

  /**
   * The whole answer; ends with a line break.
   *
   * @param calls between services, if any are known
   */
  public String render(CouplingFacts facts, Optional<CallFacts> calls) {
    head(facts);
    for (FindingKind kind : FindingKind.values()) {
      section(kind, facts.of(kind));
    }
    pairs(facts, calls);
    calls.ifPresent(each -> text.append(new CallsText(options, limit).render(each, facts)));
    text.append('\n').append(style.bold("what is not known")).append('\n');
    facts.notes().forEach(note -> line(INDENT, note));
    calls.ifPresent(each -> each.notes().forEach(note -> line(INDENT, note)));
    return text.toString();
  }

  private void head(CouplingFacts facts) {
    text.append(
            style.bold(
                Units.counted(facts.input().parties().services(), "service")
                    + ", "
                    + Units.counted(facts.input().tables().size(), "table")
                    + ", "
                    + Units.counted(facts.input().statements().size(), "statement")))
        .append('\n');
    facts
        .input()
        .secondsByData()
        .forEach((name, seconds) -> line(INDENT, name + " for " + Units.seconds(seconds)));
    if (facts.transactions().all() > 0) {
      line(
          INDENT,
          "of "
              + Units.rate(facts.transactions().all())
              + " transactions, "
              + Units.rate(facts.transactions().crossing())
              + " use tables of several owners, "
              + Units.rate(facts.transactions().writing())
              + " write such");
    }
  }

  private void section(FindingKind kind, List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    long occasional = findings.stream().filter(Finding::occasional).count();
    String few = occasional == 0 ? "" : ", " + occasional + " by few calls";
    text.append('\n')
        .append(style.bold(kind.title() + " (" + findings.size() + few + ")"))
        .append('\n');
    findings.stream().limit(limit).forEach(this::finding);
    if (findings.size() > limit) {
      line(INDENT, findings.size() - limit + " more (--limit 0 shows all)");
    }
  }

  private void finding(Finding finding) {
    line(INDENT, finding.message());
    List<String> figures = new ArrayList<>();
    figures.add(finding.id());
    figures.add(Units.rate(finding.callsPerSecond()) + " calls");
    figures.add(Units.percent(finding.timeShare()) + " of the time");
    if (finding.basis() == OwnerBasis.PROPOSED) {
      figures.add("rests on a proposed owner");
    }
    if (finding.occasional()) {
      figures.add("so few calls that it may be chance");
    }
    if (finding.estimated()) {
      figures.add("estimated by samples");
    }
    line(DEEP, String.join(", ", figures));
    finding.inferred().stream()
        .limit(MOST_EVIDENCE)
        .forEach(each -> line(DEEP, "inferred: " + each));
    finding.evidence().stream().limit(MOST_EVIDENCE).forEach(this::evidence);
    int further =
        finding.furtherEvidence() + Math.max(0, finding.evidence().size() - MOST_EVIDENCE);
    if (further > 0) {
      line(DEEP, Units.counted(further, "other statement"));
    }
  }

  private void evidence(Evidence evidence) {
    String start =
        Fingerprints.idOf(evidence.digest())
            + INDENT
            + VisibleText.of(evidence.party())
            + " "
            + Units.rate(evidence.callsPerSecond())
            + INDENT;
    int width = options.width() - DEEP.length() - DisplayWidth.of(start) - 2;
    text.append(DEEP)
        .append(start)
        .append(
            DisplayWidth.cut(
                VisibleText.of(evidence.fingerprint()), Math.max(LEAST_STATEMENT, width)))
        .append('\n');
  }

  private void pairs(CouplingFacts facts, Optional<CallFacts> calls) {
    List<PairMeasures> pairs =
        facts.pairs().stream().sorted(PairMeasures.mostSharedFirst()).toList();
    if (pairs.isEmpty()) {
      return;
    }
    text.append('\n')
        .append(style.bold("pairs of services, those that share most first"))
        .append('\n');
    text.append(INDENT)
        .append(DisplayWidth.left("pair", NAME))
        .append(DisplayWidth.right("Jaccard", FIGURE))
        .append(DisplayWidth.right("writes/s", FIGURE))
        .append(DisplayWidth.right("joins/s", FIGURE))
        .append(DisplayWidth.right("trans./s", FIGURE))
        .append(DisplayWidth.right("waited", FIGURE))
        .append(calls.isPresent() ? DisplayWidth.right("calls/s", FIGURE) : "")
        .append('\n');
    pairs.stream().limit(limit).forEach(pair -> pair(pair, facts, calls));
    if (pairs.size() > limit) {
      line(INDENT, pairs.size() - limit + " more (--limit 0 shows all)");
    }
  }

  private void pair(PairMeasures pair, CouplingFacts facts, Optional<CallFacts> calls) {
    String names =
        facts.input().parties().name(pair.first())
            + " – "
            + facts.input().parties().name(pair.second());
    text.append(INDENT)
        .append(DisplayWidth.left(VisibleText.of(names), NAME))
        .append(figure("%.3f", pair.jaccard()))
        .append(figure("%.3f", pair.writeWritePerSecond()))
        .append(figure("%.3f", pair.joinsPerSecond()))
        .append(figure("%.3f", pair.transactionsPerSecond()))
        .append(figure("%.1f s", pair.lockWaitSeconds()))
        .append(calls.map(each -> called(each, pair)).orElse(""))
        .append('\n');
  }

  private static String called(CallFacts calls, PairMeasures pair) {
    return DisplayWidth.right(
        calls
            .pair(pair.first(), pair.second())
            .map(each -> CallsText.rate(each.callsPerSecond()))
            .orElse("–"),
        FIGURE);
  }

  private static String figure(String format, double value) {
    return DisplayWidth.right(value == 0 ? "–" : String.format(Locale.ROOT, format, value), FIGURE);
  }

  private void line(String indent, String line) {
    text.append(Wrap.indented(indent, line, options.width(), MOST_LINES));
  }
}
