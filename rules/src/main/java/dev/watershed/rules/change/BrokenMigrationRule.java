package dev.watershed.rules.change;

import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.ProposedChange;
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
 * Files with a syntax error, statements that fail on the catalog as it is, and what the migration
 * tool would refuse. Does not fire on statements that nobody can check here, such as CALL.
 */
public final class BrokenMigrationRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      RuleKind.ofChange(
          "broken-migration",
          "a migration that the server or its tool would refuse",
          Severity.ERROR,
          List.of(),
          BrokenMigrationRule::new);

  private final RuleSettings settings;

  BrokenMigrationRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    if (facts.change().isEmpty()) {
      return Verdict.nothingConfigured();
    }
    Verdict.Collector found = new Verdict.Collector(KIND.name());
    found.inspected();
    for (ProposedChange.Problem problem : facts.change().get().problems()) {
      found.violated(
          Violation.seen(
                  settings.severity(),
                  new ViolationKey(KIND.name(), "", problem.place().path(), problem.message()),
                  problem.place().path(),
                  List.of(),
                  problem.message(),
                  "Mend the file; the catalog is that of the snapshot or store that was judged.",
                  List.of(Evidence.of("line", problem.place().line())))
              .at(ChangeJudge.location(problem.place())));
    }
    return found.verdict();
  }
}
