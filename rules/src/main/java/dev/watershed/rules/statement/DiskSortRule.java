package dev.watershed.rules.statement;

import dev.watershed.analyzer.ranking.Effort;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.rules.rule.Parameter;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.statement.StatementJudge.Fault;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.ViolationKey;
import java.util.List;
import java.util.Optional;

/**
 * Statements that make temporary tables on disk, or whose sorts do not fit into memory, in many of
 * their calls. Does not fire where the server logs neither, and not below the floor.
 */
public final class DiskSortRule implements Rule {

  static final Parameter DISK_SHARE =
      Parameter.share(
          "diskShare", 0.5, "the disk tables and merge passes per call that are too many");

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "disk-sort",
          "a statement that sorts or groups on disk",
          Severity.WARNING,
          List.of(DISK_SHARE, StatementFloor.MIN_CALLS, StatementFloor.MIN_TIME_SHARE),
          DiskSortRule::new);

  private final RuleSettings settings;

  DiskSortRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return StatementJudge.judge(
        KIND,
        settings,
        StatementFloor.of(settings, facts),
        facts,
        (statement, key) -> fault(statement, key, facts));
  }

  private Optional<Fault> fault(FleetStatement statement, ViolationKey key, FleetFacts facts) {
    Optional<Effort> effort = statement.figures().effort();
    long tables = effort.map(Effort::temporaryDiskTables).orElse(0L);
    long passes = effort.map(Effort::sortMergePasses).orElse(0L);
    long calls = statement.figures().loggedCalls();
    double share = (double) (tables + passes) / calls;
    return tables + passes > 0 && facts.past().reaches(share, settings.value(DISK_SHARE), key)
        ? Optional.of(
            new Fault(
                Saying.of(
                    "disk-sort.message",
                    "{0} temporary tables on disk and {1} merge passes in {2} calls",
                    tables,
                    passes,
                    calls),
                Saying.of(
                    "disk-sort.remedy",
                    "An index in the order of GROUP BY or ORDER BY spares them, or fewer and"
                        + " shorter columns."),
                List.of(
                    Evidence.of("temporaryDiskTables", tables),
                    Evidence.of("sortMergePasses", passes))))
        : Optional.empty();
  }
}
