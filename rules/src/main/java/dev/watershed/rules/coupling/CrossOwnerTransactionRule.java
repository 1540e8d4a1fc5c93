package dev.watershed.rules.coupling;

import dev.watershed.analyzer.coupling.FindingKind;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import java.util.List;

/**
 * Transactions that write tables of several declared owners: they hold the locks of both. Does not
 * fire on transactions that only read others' tables.
 */
public final class CrossOwnerTransactionRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "cross-owner-transaction",
          "transactions that write tables of several owners",
          Severity.ERROR,
          List.of(),
          CrossOwnerTransactionRule::new);

  private final RuleSettings settings;

  CrossOwnerTransactionRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return FindingJudge.judge(
        KIND,
        settings,
        facts,
        FindingKind.CROSS_OWNER_TRANSACTION,
        Saying.of(
            "cross-owner-transaction.remedy",
            "Write the tables of each owner in a transaction of its own, with an outbox or a"
                + " compensation between them."));
  }
}
