package dev.watershed.rules.index;

import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.IndexAdvice.Kind;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.index.AdviceJudge.Fault;
import dev.watershed.rules.rule.Parameter;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.ViolationKey;
import java.util.List;
import java.util.Set;

/**
 * Indexes that would spare much of what statements cost. Does not fire where the gain rests on
 * tables that nobody counted, nor where writes would cost more than reads are spared.
 */
public final class MissingIndexRule implements Rule {

  static final Parameter MIN_TIME_SHARE =
      Parameter.share(
          "minTimeShare", 0.001, "less of the execution time of a server is not worth an index");

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "missing-index",
          "statements that an index would spare most of their rows",
          Severity.WARNING,
          List.of(MIN_TIME_SHARE),
          MissingIndexRule::new);

  private final RuleSettings settings;

  MissingIndexRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return AdviceJudge.judge(
        KIND,
        settings,
        facts,
        Set.of(Kind.ADD, Kind.EXTEND, Kind.MAKE_VISIBLE),
        Saying.of(
            "missing-index.remedy",
            "'advise' writes the statement, the way back and what it costs."),
        (advice, key) -> fault(advice, key, facts));
  }

  private List<Fault> fault(IndexAdvice advice, ViolationKey key, FleetFacts facts) {
    double share = advice.effects().stream().mapToDouble(DigestEffect::loadShare).sum();
    if (!facts.past().reaches(share, settings.value(MIN_TIME_SHARE), key)) {
      return List.of();
    }
    DigestEffect first = advice.effects().get(0);
    return List.of(
        new Fault(
            Saying.of(
                "missing-index.message",
                "no index over ({0}): {1} with {2} % of the server's time; the first goes from {3}"
                    + " to {4}",
                AdviceJudge.columns(advice),
                Saying.count("statements", advice.effects().size(), "statement", "statements"),
                Saying.number(100 * share, 1),
                first.saidPlanBefore(),
                first.saidPlanAfter()),
            List.of(
                Evidence.of("statements", advice.effects().size()),
                Evidence.of("timeShare", share),
                Evidence.of("calls", first.calls()),
                Evidence.of("rowsBefore", first.rowsBefore()),
                Evidence.of("rowsAfter", first.rowsAfter()))));
  }
}
