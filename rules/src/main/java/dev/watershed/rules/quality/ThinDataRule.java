package dev.watershed.rules.quality;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.rule.Parameter;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.rules.verdict.ViolationKey;
import java.util.List;

/**
 * Servers of which too short a time was seen: what runs once a day is then not known, and silence
 * of other rules says little. Does not fire on long spans with little load.
 */
public final class ThinDataRule implements Rule {

  static final Parameter MIN_HOURS =
      Parameter.number("minHours", 24, "the hours of load that verdicts need");

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "thin-data",
          "a server of which too short a time was seen",
          Severity.INFO,
          List.of(MIN_HOURS),
          ThinDataRule::new);

  private static final double SECONDS_PER_HOUR = 3_600;

  private final RuleSettings settings;

  ThinDataRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    Verdict.Collector found = new Verdict.Collector(KIND.name());
    for (DataFacts data : facts.data()) {
      found.inspected();
      double hours = data.input().server().observedSeconds() / SECONDS_PER_HOUR;
      if (hours < settings.value(MIN_HOURS)) {
        found.violated(
            Violation.seen(
                settings.severity(),
                new ViolationKey(KIND.name(), "", "", data.name()),
                data.name(),
                List.of(),
                Saying.of(
                    "thin-data.message",
                    "{0} hours of statements were seen; {1} are needed for verdicts on what runs"
                        + " rarely",
                    Saying.number(hours, 1),
                    Evidence.plain(settings.value(MIN_HOURS))),
                Saying.of(
                    "thin-data.remedy", "Take a longer span with --since, or collect for longer."),
                List.of(Evidence.of("observedHours", hours))));
      }
    }
    return found.verdict();
  }
}
