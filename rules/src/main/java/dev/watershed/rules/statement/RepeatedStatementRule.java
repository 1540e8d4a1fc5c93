package dev.watershed.rules.statement;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.transaction.TransactionClassFacts;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.rules.rule.Parameter;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.rules.verdict.ViolationKey;
import dev.watershed.sql.StatementKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Transactions that repeat a query for each of many rows (N + 1). A class of transactions says
 * which digests ran and how many statements in all; what exceeds one of each are repetitions, and
 * the query with the most calls is named, if it has enough of them. Does not fire on queries
 * outside of transactions, whose bursts no class shows, nor on repeated writes.
 */
public final class RepeatedStatementRule implements Rule {

  static final Parameter MAX_REPEATS =
      Parameter.count("maxRepeats", 10, "the repetitions per transaction that are no burst");
  static final Parameter MIN_TRANSACTIONS =
      Parameter.count("minTransactions", 5, "classes with fewer transactions are not judged");

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "repeated-statement",
          "transactions that repeat one query for each of many rows",
          Severity.WARNING,
          List.of(MAX_REPEATS, MIN_TRANSACTIONS),
          RepeatedStatementRule::new);

  private final RuleSettings settings;

  RepeatedStatementRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    if (!facts.transactions().known()) {
      return Verdict.unknown(
          KIND.name(),
          "fleet",
          Saying.of(
              "unjudged.transactions", "no source tells in which transaction statements ran"));
    }
    Map<String, FleetStatement> statements = new HashMap<>();
    facts.statements().forEach(each -> statements.put(each.digestText(), each));
    Verdict.Collector found = new Verdict.Collector(KIND.name());
    for (TransactionClassFacts each : facts.transactions().classes()) {
      if (each.transactions() >= settings.whole(MIN_TRANSACTIONS) && !each.digests().isEmpty()) {
        found.inspected();
        repeated(each, statements).ifPresent(query -> judge(each, query, facts, found));
      }
    }
    return found.verdict();
  }

  /** The query with the most calls, if these can be the repetitions. */
  private static Optional<FleetStatement> repeated(
      TransactionClassFacts given, Map<String, FleetStatement> statements) {
    double repeats = repeats(given) * given.transactions();
    return given.digests().stream()
        .flatMap(digest -> Optional.ofNullable(statements.get(digest)).stream())
        .filter(each -> each.facts().kind() == StatementKind.SELECT)
        .filter(each -> each.figures().loggedCalls() >= repeats)
        .reduce(
            (one, other) ->
                other.figures().loggedCalls() > one.figures().loggedCalls() ? other : one);
  }

  private static double repeats(TransactionClassFacts given) {
    return (double) given.statements() / given.transactions() - given.digests().size();
  }

  private void judge(
      TransactionClassFacts given,
      FleetStatement query,
      FleetFacts facts,
      Verdict.Collector found) {
    for (ViolationKey key : query.keys(KIND.name())) {
      if (given.services().contains(key.service())
          && facts.past().exceeds(repeats(given), settings.value(MAX_REPEATS), key)) {
        found.violated(
            Violation.seen(
                settings.severity(),
                key,
                query.digestText(),
                List.of(key.service()),
                Saying.of(
                    "repeated-statement.message",
                    "{0} repetitions in each of {1} transactions, most likely of: {2}",
                    Evidence.plain(repeats(given)),
                    given.transactions(),
                    query.fingerprint()),
                Saying.of(
                    "repeated-statement.remedy", "Ask once for all rows, by IN (…) or a join."),
                List.of(
                    Evidence.of("repeatsPerTransaction", repeats(given)),
                    Evidence.of("transactions", given.transactions()),
                    Evidence.of("statements", given.statements()))));
      }
    }
  }
}
