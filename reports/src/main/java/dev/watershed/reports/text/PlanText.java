package dev.watershed.reports.text;

import dev.watershed.analyzer.consolidation.plan.Plan;
import dev.watershed.analyzer.consolidation.plan.PlannedStep;
import dev.watershed.analyzer.consolidation.proposal.Proposal;
import dev.watershed.analyzer.consolidation.whatif.Obstacle;
import dev.watershed.analyzer.consolidation.whatif.Step;
import dev.watershed.analyzer.coupling.Evidence;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The answer of {@code plan} for a terminal: what to do first, and why. */
public final class PlanText {

  private static final String INDENT = "  ";
  private static final String DEEP = "      ";
  private static final int MOST_LINES = 6;
  private static final int MOST_EVIDENCE = 3;
  private static final int LEAST_STATEMENT = 20;

  private final TextOptions options;
  private final Style style;
  private final int limit;
  private final StringBuilder text = new StringBuilder(8_192);

  /**
   * @param limit how many steps are shown; 0 for all
   */
  public PlanText(TextOptions options, int limit) {
    this.options = options;
    this.style = options.style();
    this.limit = limit == 0 ? Integer.MAX_VALUE : limit;
  }

  /** The whole answer; ends with a line break. */
  public String render(Plan plan) {
    heading(
        plan.steps().isEmpty()
            ? "nothing to propose"
            : Units.counted(plan.steps().size(), "step") + ", the one to begin with first");
    text.append('\n').append(new CrossingsText(options).table(plan.today(), plan.afterAll()));
    RoomText.summary(plan.roomToday(), plan.roomAfterAll()).forEach(each -> line(INDENT, each));
    int number = 0;
    for (PlannedStep step : plan.steps()) {
      if (++number > limit) {
        break;
      }
      text.append('\n');
      heading(number + ". " + step.proposal().message());
      step(step);
    }
    if (plan.steps().size() > limit) {
      text.append('\n');
      line(INDENT, plan.steps().size() - limit + " more (--limit 0 shows all)");
    }
    if (!plan.alternatives().isEmpty()) {
      text.append('\n');
      heading("instead of one of these");
      for (Proposal proposal : plan.alternatives().stream().limit(limit).toList()) {
        line(INDENT, proposal.id() + INDENT + proposal.message());
      }
      if (plan.alternatives().size() > limit) {
        line(INDENT, plan.alternatives().size() - limit + " more (--limit 0 shows all)");
      }
    }
    if (!plan.notes().isEmpty()) {
      text.append('\n');
      heading("what is not known");
      plan.notes().forEach(note -> line(INDENT, note));
    }
    return text.toString();
  }

  private void heading(String words) {
    String next = "";
    for (String part : Wrap.lines(VisibleText.of(words), options.width() - 4, MOST_LINES)) {
      text.append(next).append(style.bold(part)).append('\n');
      next = INDENT;
    }
  }

  private void step(PlannedStep step) {
    Proposal proposal = step.proposal();
    List<String> figures = new ArrayList<>();
    figures.add(proposal.id());
    figures.add(proposal.kind().key());
    figures.add("confidence " + proposal.confidence().key());
    step.judged().ifPresent(judged -> figures.add("effort " + judged.effort().size()));
    line(INDENT, String.join(", ", figures));
    proposal.savedPerMonth().ifPresent(money -> line(INDENT, RoomText.saved(money)));
    proposal.grounds().forEach(ground -> line(INDENT, "because " + ground));
    step.judged().ifPresent(this::judged);
    int number = 1;
    for (String each : proposal.steps()) {
      line(INDENT, "step " + number++ + ": " + each);
    }
    proposal.risks().forEach(risk -> line(INDENT, "but " + risk));
    if (!step.alternatives().isEmpty()) {
      line(INDENT, "instead of " + String.join(", ", step.alternatives()));
    }
    proposal.evidence().stream().limit(MOST_EVIDENCE).forEach(this::evidence);
    int further = proposal.evidence().size() - MOST_EVIDENCE;
    if (further > 0) {
      line(DEEP, Units.counted(further, "more statement"));
    }
  }

  private void judged(Step step) {
    new CrossingsText(options).changes(step.before(), step.after()).forEach(c -> line(INDENT, c));
    RoomText.changes(step.room()).forEach(change -> line(INDENT, change));
    line(INDENT, "effort " + step.effort().text() + RoomText.unchanged(step.room()));
    CopyText.of(step.effort()).ifPresent(copies -> line(INDENT, copies));
    List<Obstacle> preventing =
        step.obstacles().stream()
            .filter(obstacle -> obstacle.prevents() || ObstacleText.ofServers(obstacle))
            .toList();
    preventing.stream()
        .limit(MOST_EVIDENCE)
        .forEach(obstacle -> line(INDENT, ObstacleText.of(obstacle)));
    if (preventing.size() > MOST_EVIDENCE) {
      line(DEEP, Units.counted(preventing.size() - MOST_EVIDENCE, "more obstacle") + " in the way");
    }
  }

  private void evidence(Evidence evidence) {
    String start =
        Fingerprints.idOf(evidence.digest())
            + INDENT
            + VisibleText.of(evidence.party())
            + String.format(Locale.ROOT, " %,.3f/s  ", evidence.callsPerSecond());
    int width = options.width() - DEEP.length() - DisplayWidth.of(start) - 2;
    text.append(DEEP)
        .append(start)
        .append(
            DisplayWidth.cut(
                VisibleText.of(evidence.fingerprint()), Math.max(LEAST_STATEMENT, width)))
        .append('\n');
  }

  private void line(String indent, String line) {
    text.append(Wrap.indented(indent, line, options.width(), MOST_LINES));
  }
}
