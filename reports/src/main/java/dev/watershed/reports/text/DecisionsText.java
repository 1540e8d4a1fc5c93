package dev.watershed.reports.text;

import dev.watershed.analyzer.decision.Decision;
import dev.watershed.analyzer.decision.JudgedDecision;
import dev.watershed.analyzer.decision.KnownFinding;
import dev.watershed.analyzer.decision.Standing;
import dev.watershed.reports.LedgerView;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The ledger for a terminal. */
public final class DecisionsText {

  private static final String INDENT = "  ";
  private static final int MOST_LINES = 4;

  private static final Comparator<JudgedDecision> ORDER =
      Comparator.comparing((JudgedDecision each) -> each.standing() != Standing.REOPENED)
          .thenComparing(Comparator.comparingLong(JudgedDecision::ageDays).reversed())
          .thenComparing(each -> each.decision().finding());

  private final TextOptions options;
  private final int limit;
  private final StringBuilder text = new StringBuilder(4_096);

  /**
   * @param limit how many findings without a decision are shown; 0 for all
   */
  public DecisionsText(TextOptions options, int limit) {
    this.options = options;
    this.limit = limit == 0 ? Integer.MAX_VALUE : limit;
  }

  /** The whole answer; ends with a line break. */
  public String render(LedgerView view) {
    List<JudgedDecision> decisions = view.ledger().decisions();
    head(decisions, view.ledger().undecided().size());
    SortedMap<String, List<JudgedDecision>> teams = new TreeMap<>();
    for (JudgedDecision each : decisions) {
      teams.computeIfAbsent(each.decision().team(), any -> new ArrayList<>()).add(each);
    }
    teams.forEach(
        (team, own) -> {
          title(team);
          own.stream().sorted(ORDER).forEach(each -> decision(each, view));
        });
    undecided(view);
    if (!view.notes().isEmpty()) {
      title("what is not known");
      view.notes().forEach(this::line);
    }
    return text.toString();
  }

  private void head(List<JudgedDecision> decisions, int undecided) {
    StringBuilder counts = new StringBuilder();
    for (Standing standing : Standing.values()) {
      long count = decisions.stream().filter(each -> each.standing() == standing).count();
      if (count > 0) {
        counts.append(Units.grouped(count)).append(' ').append(standing.key()).append(", ");
      }
    }
    text.append(options.style().bold(Units.counted(decisions.size(), "decision")))
        .append(": ")
        .append(counts)
        .append(Units.counted(undecided, "finding"))
        .append(" without one\n");
  }

  private void decision(JudgedDecision each, LedgerView view) {
    Decision decision = each.decision();
    line(
        decision.finding()
            + INDENT
            + decision.state().key()
            + " "
            + Units.counted(Math.max(0, each.ageDays()), "day")
            + " ago"
            + decision.ticket().map(ticket -> " (" + ticket + ")").orElse("")
            + ", "
            + words(each, view)
            + (each.expired()
                ? "; held until " + decision.until().orElseThrow() + ": decide again"
                : "")
            + (each.ageDays() < 0 ? "; its date, " + decision.date() + ", is to come" : ""));
    each.finding().ifPresent(finding -> more(finding.title()));
    more(decision.reason());
  }

  private static String words(JudgedDecision each, LedgerView view) {
    String id = each.decision().finding();
    return switch (each.standing()) {
      case OPEN -> "still there, weight " + weight(each);
      case GONE -> "gone";
      case REOPENED -> "there again, weight " + weight(each);
      case UNSETTLED ->
          "there, weight "
              + weight(each)
              + ", but the span begins before it was done: --since "
              + each.decision().date().plusDays(1)
              + " tells";
      case UNKNOWN ->
          "unknown: nothing has this id, neither in the span nor until the day of the decision"
              + (view.hints().containsKey(id)
                  ? "; did you mean " + view.hints().get(id) + "?"
                  : "");
    };
  }

  private static String weight(JudgedDecision each) {
    return each.finding().map(finding -> Units.ratio(finding.weight())).orElse(Units.UNKNOWN);
  }

  private void undecided(LedgerView view) {
    List<KnownFinding> all = view.ledger().undecided();
    title("without a decision");
    if (all.isEmpty()) {
      line("none");
    }
    for (KnownFinding finding : all.stream().limit(limit).toList()) {
      line(
          finding.id()
              + INDENT
              + finding.title()
              + ", weight "
              + Units.ratio(finding.weight())
              + view.team(finding).map(team -> ", team " + team).orElse(""));
    }
    if (all.size() > limit) {
      line(all.size() - limit + " more (--limit 0 shows all)");
    }
  }

  private void title(String title) {
    text.append('\n').append(options.style().bold(VisibleText.of(title))).append('\n');
  }

  private void line(String line) {
    wrapped(line, INDENT);
  }

  private void more(String line) {
    wrapped(line, INDENT + INDENT);
  }

  private void wrapped(String line, String first) {
    String next = first;
    for (String part :
        Wrap.lines(VisibleText.of(line), options.width() - first.length() - 2, MOST_LINES)) {
      text.append(next).append(part).append('\n');
      next = INDENT + INDENT + INDENT;
    }
  }
}
