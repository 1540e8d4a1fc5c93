package dev.watershed.rules.index;

import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.IndexAdvice.Kind;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.index.AdviceJudge.Fault;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Indexes that are the beginning of another. Does not fire on unique ones, whose uniqueness the
 * longer index does not give.
 */
public final class RedundantIndexRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "redundant-index",
          "an index whose columns are the beginning of another",
          Severity.WARNING,
          List.of(),
          RedundantIndexRule::new);

  private final RuleSettings settings;

  RedundantIndexRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return AdviceJudge.judge(
        KIND,
        settings,
        facts,
        Set.of(Kind.DROP_REDUNDANT),
        "Drop it; 'advise' writes the statement and the way back.",
        (advice, key) -> List.of(new Fault(message(advice), evidence(advice))));
  }

  private static String message(IndexAdvice advice) {
    return "index "
        + advice.index().name()
        + " ("
        + AdviceJudge.columns(advice)
        + ") is the beginning of "
        + String.join(", ", advice.others());
  }

  private static List<Evidence> evidence(IndexAdvice advice) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(Evidence.of("columns", advice.index().parts().size()));
    advice.bytes().ifPresent(bytes -> evidence.add(Evidence.of("bytes", bytes)));
    advice
        .entriesWrittenPerSecond()
        .ifPresent(written -> evidence.add(Evidence.of("entriesWrittenPerSecond", written)));
    return evidence;
  }
}
