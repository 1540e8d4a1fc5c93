package dev.watershed.rules.quality;

import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.saying.IssueSaying;
import dev.watershed.analyzer.saying.Saying;
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
import dev.watershed.workload.Issue;
import dev.watershed.workload.IssueReason;
import java.util.List;

/**
 * Executions that were lost or lumped before anybody could look at them. Does not fire on what was
 * read and corrected, such as a schema carried over.
 */
public final class LostDataRule implements Rule {

  static final Parameter MAX_SHARE =
      Parameter.share("maxShare", 0.01, "the executions per execution read that may be lost");

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "lost-data",
          "executions that were lost, hidden or lumped together",
          Severity.WARNING,
          List.of(MAX_SHARE),
          LostDataRule::new);

  private final RuleSettings settings;

  LostDataRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    long calls = facts.workload().totals().map(Figures::loggedCalls).orElse(0L);
    if (calls == 0) {
      return Verdict.unknown(
          KIND.name(), "fleet", Saying.of("unjudged.statements", "no statement in the span"));
    }
    Verdict.Collector found = new Verdict.Collector(KIND.name());
    for (IssueReason reason : IssueReason.values()) {
      if (reason.losesExecutions()) {
        found.inspected();
        long lost =
            facts.workload().quality().issues().stream()
                .filter(issue -> issue.reason() == reason)
                .mapToLong(Issue::count)
                .sum();
        judge(reason.key(), IssueSaying.of(reason), (double) lost / calls, facts, found);
      }
    }
    found.inspected();
    judge(
        "lumped digests",
        Saying.of("lost-data.lumped", "statements beyond the bound of digests, by their time"),
        facts.workload().quality().lumpedDigestShare().orElse(0),
        facts,
        found);
    return found.verdict();
  }

  private void judge(
      String name, Saying words, double share, FleetFacts facts, Verdict.Collector found) {
    ViolationKey key = new ViolationKey(KIND.name(), "", "", name);
    if (facts.past().exceeds(share, settings.value(MAX_SHARE), key)) {
      found.violated(
          Violation.seen(
              settings.severity(),
              key,
              name,
              List.of(),
              Saying.of("lost-data.message", "{0} %: {1}", Saying.number(100 * share, 1), words),
              Saying.of("lost-data.remedy", "'doctor' says what each server lacks."),
              List.of(Evidence.of("lostShare", share))));
    }
  }
}
