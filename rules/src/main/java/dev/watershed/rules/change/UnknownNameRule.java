package dev.watershed.rules.change;

import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.ProposedChange;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.sql.facts.FactIssue;
import java.util.List;
import java.util.Set;

/**
 * New statements that name a table or a column that the catalog does not have after the
 * definitions. Does not fire where the catalog is known to lack something.
 */
public final class UnknownNameRule implements Rule {

  private static final Set<FactIssue.Reason> NAMES =
      Set.of(FactIssue.Reason.MISSING_TABLE, FactIssue.Reason.MISSING_COLUMN);

  /** What configurations know of it. */
  public static final RuleKind KIND =
      RuleKind.ofChange(
          "unknown-name",
          "a new statement that names a table or column that is not there",
          Severity.ERROR,
          List.of(),
          UnknownNameRule::new);

  private final RuleSettings settings;

  UnknownNameRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return ChangeJudge.queries(
        KIND,
        facts,
        (query, found) -> {
          boolean whole =
              ChangedTables.data(facts, query.dataSet())
                  .map(data -> data.after().gaps().isEmpty())
                  .orElse(false);
          if (whole) {
            for (FactIssue issue : query.facts().issues()) {
              if (NAMES.contains(issue.reason())) {
                found.violated(
                    ChangeJudge.violation(
                        KIND,
                        settings.severity(),
                        query,
                        subject(query, issue),
                        "",
                        issue.subject() + " is not there after the definitions",
                        "Add it by a migration of this change, or mend the name.",
                        List.of(Evidence.of("issues", query.facts().issues().size()))));
              }
            }
          }
        });
  }

  /** The name; a bare column behind its table where there is but one. */
  private static String subject(ProposedChange.Query query, FactIssue issue) {
    List<String> tables =
        query.facts().tables().stream()
            .map(named -> named.table().qualifiedName())
            .distinct()
            .toList();
    boolean bare =
        issue.reason() == FactIssue.Reason.MISSING_COLUMN && issue.subject().indexOf('.') < 0;
    return bare && tables.size() == 1 ? tables.get(0) + "." + issue.subject() : issue.subject();
  }
}
