package dev.watershed.rules.statement;

import dev.watershed.analyzer.index.RewriteAdvice;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.statement.StatementJudge.Fault;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Turns what no index can mend into violations, for statements above the floor. */
final class RewriteJudge {

  private RewriteJudge() {}

  /**
   * Judges.
   *
   * @param reasons why no index helps
   * @param message what is wrong with a column
   */
  static Verdict judge(
      RuleKind kind,
      RuleSettings settings,
      FleetFacts facts,
      Set<RewriteAdvice.Reason> reasons,
      Function<String, Saying> message) {
    return judge(kind, settings, facts, reasons, message, statement -> true);
  }

  /** The same for some statements only. */
  static Verdict judge(
      RuleKind kind,
      RuleSettings settings,
      FleetFacts facts,
      Set<RewriteAdvice.Reason> reasons,
      Function<String, Saying> message,
      Predicate<FleetStatement> concerned) {
    Map<Long, RewriteAdvice> advised = new HashMap<>();
    for (DataFacts data : facts.data()) {
      for (RewriteAdvice advice : data.advice().rewrites()) {
        if (reasons.contains(advice.reason())) {
          advised.putIfAbsent(advice.digest(), advice);
        }
      }
    }
    return StatementJudge.judge(
        kind,
        settings,
        StatementFloor.of(settings, facts),
        facts,
        (statement, key) ->
            concerned.test(statement) ? fault(statement, advised, message) : Optional.empty());
  }

  private static Optional<Fault> fault(
      FleetStatement statement,
      Map<Long, RewriteAdvice> advised,
      Function<String, Saying> message) {
    return Optional.ofNullable(advised.get(statement.digest()))
        .map(
            advice ->
                new Fault(
                    message.apply(advice.subject()),
                    advice.saidRewrite(),
                    List.of(Evidence.of("rowsExamined", statement.figures().rowsExamined()))));
  }
}
