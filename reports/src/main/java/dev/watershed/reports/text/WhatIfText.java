package dev.watershed.reports.text;

import dev.watershed.analyzer.consolidation.crossing.Border;
import dev.watershed.analyzer.consolidation.crossing.ChangedTouch;
import dev.watershed.analyzer.consolidation.whatif.Effort;
import dev.watershed.analyzer.consolidation.whatif.Obstacle;
import dev.watershed.analyzer.consolidation.whatif.Step;
import dev.watershed.analyzer.consolidation.whatif.WhatIf;
import dev.watershed.analyzer.coupling.input.CoupledStatement;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The answer of {@code plan --what-if} for a terminal. */
public final class WhatIfText {

  private static final String INDENT = "  ";
  private static final String DEEP = "      ";
  private static final int MOST_LINES = 6;
  private static final int LEAST_STATEMENT = 20;

  private final TextOptions options;
  private final Style style;
  private final int limit;
  private final StringBuilder text = new StringBuilder(8_192);

  /**
   * @param limit how many tables, statements and obstacles of each move are shown; 0 for all
   */
  public WhatIfText(TextOptions options, int limit) {
    this.options = options;
    this.style = options.style();
    this.limit = limit == 0 ? Integer.MAX_VALUE : limit;
  }

  /** The whole answer; ends with a line break. */
  public String render(WhatIf whatIf, CouplingInput input) {
    text.append(new CrossingsText(options).table(whatIf.today(), whatIf.afterAll()));
    RoomText.summary(whatIf.roomToday(), whatIf.roomAfterAll()).forEach(each -> line(INDENT, each));
    for (int number = 0; number < whatIf.steps().size(); number++) {
      Step step = whatIf.steps().get(number);
      text.append('\n');
      heading(number + 1 + ". " + step.text());
      step(step, input);
    }
    return text.toString();
  }

  private void heading(String words) {
    text.append(style.bold(VisibleText.of(words))).append('\n');
  }

  private void step(Step step, CouplingInput input) {
    line(INDENT, Units.counted(step.tables().size(), "table") + ": " + some(step.tables()));
    new CrossingsText(options)
        .changes(step.before(), step.after())
        .forEach(change -> line(INDENT, change));
    if (step.callsPerSecond() > 0) {
      line(
          INDENT,
          String.format(
              Locale.ROOT,
              "others than their owner use them %,.3f times a second afterwards: calls of the owner",
              step.callsPerSecond()));
    }
    RoomText.changes(step.room()).forEach(change -> line(INDENT, change));
    effort(step);
    step.obstacles().stream().limit(limit).forEach(this::obstacle);
    more(step.obstacles().size(), "obstacle");
    List<ChangedTouch> changed =
        step.changed().stream()
            .sorted(
                Comparator.comparingDouble(
                        (ChangedTouch touch) -> -input.touches().calls(touch.touch()))
                    .thenComparing(ChangedTouch::touch))
            .toList();
    changed.stream().limit(limit).forEach(touch -> statement(touch, input));
    more(changed.size(), "statement");
  }

  private String some(List<String> names) {
    String shown = names.stream().limit(limit).collect(Collectors.joining(", "));
    return names.size() > limit ? shown + " and " + (names.size() - limit) + " more" : shown;
  }

  private void more(int all, String word) {
    if (all > limit) {
      line(DEEP, Units.counted(all - limit, "more " + word) + " (--limit 0 shows all)");
    }
  }

  private void effort(Step step) {
    Effort effort = step.effort();
    List<String> parts = new ArrayList<>();
    parts.add("effort " + effort.text());
    if (!effort.services().isEmpty()) {
      parts.add("services " + String.join(", ", effort.services()));
    }
    if (!effort.teams().isEmpty()) {
      parts.add("teams " + String.join(", ", effort.teams()));
    }
    line(INDENT, String.join("; ", parts) + RoomText.unchanged(step.room()));
    CopyText.of(effort).ifPresent(copies -> line(INDENT, copies));
  }

  private void obstacle(Obstacle obstacle) {
    line(INDENT, ObstacleText.of(obstacle));
  }

  private void statement(ChangedTouch changed, CouplingInput input) {
    int number = input.touches().statement(changed.touch());
    CoupledStatement statement = input.statements().get(number);
    String start =
        Fingerprints.idOf(statement.digest())
            + INDENT
            + VisibleText.of(input.parties().name(input.touches().party(changed.touch())))
            + String.format(
                Locale.ROOT,
                " %,.3f/s  ",
                input.touches().calls(changed.touch()) / input.seconds(number));
    int width = options.width() - DEEP.length() - DisplayWidth.of(start) - 2;
    text.append(DEEP)
        .append(start)
        .append(
            DisplayWidth.cut(
                VisibleText.of(statement.fingerprint()), Math.max(LEAST_STATEMENT, width)))
        .append('\n');
    line(DEEP + INDENT, words(changed.before()) + " → " + words(changed.after()));
  }

  private static String words(Set<Border> borders) {
    return borders.isEmpty()
        ? "stays within its service"
        : borders.stream().sorted().map(Border::words).collect(Collectors.joining(", "));
  }

  private void line(String indent, String line) {
    text.append(Wrap.indented(indent, line, options.width(), MOST_LINES));
  }
}
