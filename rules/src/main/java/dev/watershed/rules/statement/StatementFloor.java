package dev.watershed.rules.statement;

import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.rules.rule.Parameter;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import java.util.ArrayList;
import java.util.List;

/**
 * Below what a statement is too rare or too cheap to be judged. A share of the time is the same for
 * an hour and for a month.
 *
 * @param minCalls executions in the span: fewer may be chance
 * @param minTimeShare of the execution time of all statements that were seen
 * @param allMicros that time
 */
record StatementFloor(long minCalls, double minTimeShare, long allMicros) {

  static final Parameter MIN_CALLS =
      Parameter.count("minCalls", 20, "statements with fewer calls in the span are not judged");
  static final Parameter MIN_TIME_SHARE =
      Parameter.share(
          "minTimeShare", 0.001, "statements with less of the execution time are not judged");

  /** The floor that a configuration sets. */
  static StatementFloor of(RuleSettings settings, FleetFacts facts) {
    return new StatementFloor(
        settings.whole(MIN_CALLS),
        settings.value(MIN_TIME_SHARE),
        facts.workload().totals().map(Figures::timeMicros).orElse(0L));
  }

  /** Whether a statement is judged. */
  boolean passes(FleetStatement statement) {
    return statement.figures().loggedCalls() >= minCalls
        && statement.figures().timeMicros() >= minTimeShare * allMicros;
  }

  /** Why nothing was judged. */
  Saying nothing() {
    return Saying.of(
        "unjudged.floor",
        "no statement of the span has {0} calls and {1} % of the execution time",
        Saying.grouped(minCalls),
        Evidence.plain(100 * minTimeShare));
  }

  /** What every verdict on a statement rests on. */
  static List<Evidence> evidence(FleetStatement statement) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(Evidence.of("calls", statement.figures().loggedCalls()));
    evidence.add(Evidence.of("queryTimeSeconds", statement.figures().timeMicros() / 1e6));
    statement.share().ifPresent(share -> evidence.add(Evidence.of("timeShare", share)));
    return evidence;
  }
}
