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
 * Indexes that few statements use, a little, and that many writes have to keep. Does not fire where
 * not everything that may use them was seen.
 */
public final class LowValueIndexRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "low-value-index",
          "an index whose use does not pay for its writes",
          Severity.WARNING,
          List.of(),
          LowValueIndexRule::new);

  private final RuleSettings settings;

  LowValueIndexRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return AdviceJudge.judge(
        KIND,
        settings,
        facts,
        Set.of(Kind.DROP_LOW_VALUE),
        "Make it invisible first and watch its statements; 'advise' writes the statements.",
        (advice, key) -> List.of(new Fault(message(advice), evidence(advice))));
  }

  private static String message(IndexAdvice advice) {
    return "index "
        + advice.index().name()
        + " ("
        + AdviceJudge.columns(advice)
        + ") costs more by its writes than its use spares";
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
