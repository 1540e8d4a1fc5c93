package dev.watershed.reports.check;

import dev.watershed.reports.Units;
import dev.watershed.reports.VisibleText;
import dev.watershed.rules.gate.GateResult;
import dev.watershed.rules.gate.GatedViolation;
import dev.watershed.rules.gate.ViolationState;
import dev.watershed.rules.verdict.Inconclusive;
import dev.watershed.rules.verdict.Misconfigured;
import dev.watershed.rules.verdict.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer of {@code check} as workflow commands of GitHub Actions, which it shows as
 * annotations: what is new, what is misconfigured, and what had to be judged and could not. Ends
 * with the verdict and what was left out, in lines that are no command.
 */
public final class CheckAnnotations {

  /** The most of each level that GitHub shows of a step. */
  static final int MOST = 10;

  private static final int MOST_CHARACTERS = 1_000;

  private final CheckPlaces places;

  public CheckAnnotations(CheckPlaces places) {
    this.places = places;
  }

  /** The whole answer; ends with a line break. */
  public String render(GateResult result) {
    Map<AnnotationLevel, List<String>> commands = commands(result);
    StringBuilder text = new StringBuilder();
    List<String> leftOut = new ArrayList<>();
    commands.forEach(
        (level, lines) -> {
          lines.stream().limit(MOST).forEach(line -> text.append(line).append('\n'));
          if (lines.size() > MOST) {
            leftOut.add(Units.counted(lines.size() - MOST, level.word()));
          }
        });
    text.append(GateSentence.of(result)).append('\n');
    if (!leftOut.isEmpty()) {
      text.append("Not annotated, since GitHub shows ")
          .append(MOST)
          .append(" of each: ")
          .append(String.join(", ", leftOut))
          .append("; --format text has all.\n");
    }
    return text.toString();
  }

  private Map<AnnotationLevel, List<String>> commands(GateResult result) {
    Map<AnnotationLevel, List<String>> commands = new LinkedHashMap<>();
    for (AnnotationLevel level : AnnotationLevel.values()) {
      commands.put(level, new ArrayList<>());
    }
    CheckOrder.sorted(result)
        .filter(gated -> gated.state() == ViolationState.NEW)
        .sorted(Comparator.comparing(gated -> !CheckOrder.isLocated(gated)))
        .map(GatedViolation::violation)
        .forEach(
            violation ->
                commands.get(AnnotationLevel.of(violation.severity())).add(command(violation)));
    for (Misconfigured each : result.misconfigured()) {
      commands
          .get(AnnotationLevel.ERROR)
          .add(
              command(
                  AnnotationLevel.ERROR,
                  "file=" + property(places.configurationFromRoot()) + ",",
                  each.rule() + ": " + each.subject(),
                  each.reason(),
                  Optional.empty()));
    }
    for (Inconclusive each : result.inconclusive().stream().filter(Inconclusive::fails).toList()) {
      commands
          .get(AnnotationLevel.ERROR)
          .add(
              command(
                  AnnotationLevel.ERROR,
                  "",
                  each.rule() + ": cannot judge " + each.subject(),
                  each.reason(),
                  Optional.empty()));
    }
    return commands;
  }

  private String command(Violation violation) {
    String place =
        violation
            .location()
            .map(
                at ->
                    "file="
                        + property(places.fromRoot(at.path()))
                        + ",line="
                        + at.line()
                        + ",col="
                        + at.column()
                        + ",")
            .orElse("");
    return command(
        AnnotationLevel.of(violation.severity()),
        place,
        violation.rule() + ": " + violation.subject(),
        ViolationWords.message(violation),
        Optional.of(violation.remedy()).filter(remedy -> !remedy.isEmpty()));
  }

  private static String command(
      AnnotationLevel level, String place, String title, String message, Optional<String> remedy) {
    return "::"
        + level.word()
        + " "
        + place
        + "title="
        + property(title)
        + "::"
        + data(message)
        + remedy.map(way -> "%0A" + data(way)).orElse("");
  }

  /** Foreign text as the message of a command. */
  private static String data(String foreign) {
    String visible = VisibleText.of(foreign);
    int most = Math.min(MOST_CHARACTERS, visible.codePointCount(0, visible.length()));
    String cut = visible.substring(0, visible.offsetByCodePoints(0, most));
    return (cut.length() < visible.length() ? cut + "…" : cut).replace("%", "%25");
  }

  /** Foreign text as a property of a command. */
  private static String property(String foreign) {
    return data(foreign).replace(":", "%3A").replace(",", "%2C");
  }
}
