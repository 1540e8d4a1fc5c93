package dev.watershed.rules.change;

import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.ProposedChange;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.sql.facts.NamedTable;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.sql.lexical.TableUse;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * New statements over tables of several declared owners, that write a table of another owner than
 * their service, or read one outside its contract (a warning). Who sends a statement is said by its
 * origin or by --service; without it only statements over several owners are judged. Does not fire
 * on tables that nobody owns.
 */
public final class NewStatementOwnersRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      RuleKind.ofChange(
          "new-statement-owners",
          "a new statement that crosses declared owners",
          Severity.ERROR,
          List.of(),
          NewStatementOwnersRule::new);

  private final RuleSettings settings;

  NewStatementOwnersRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    if (!facts.claims().any()) {
      return Verdict.nothingConfigured();
    }
    return ChangeJudge.queries(
        KIND,
        facts,
        (query, found) -> {
          SortedSet<String> owners = new TreeSet<>();
          for (NamedTable named : query.facts().tables()) {
            owner(named, facts).ifPresent(owners::add);
          }
          if (owners.size() > 1) {
            violated(
                query,
                String.join(", ", owners),
                settings.severity(),
                "it uses tables of " + String.join(" and ", owners),
                owners.size(),
                found);
          } else {
            query.service().ifPresent(service -> judge(query, service, facts, found));
          }
        });
  }

  private void judge(
      ProposedChange.Query query, String service, FleetFacts facts, Verdict.Collector found) {
    for (NamedTable named : query.facts().tables()) {
      Optional<String> owner = owner(named, facts);
      String schema = named.table().schema().orElse("");
      String table = named.table().table();
      if (owner.isEmpty() || facts.claims().owns(service, schema, table)) {
        continue;
      }
      if (named.use() == TableUse.WRITE) {
        violated(
            query,
            named.table().qualifiedName(),
            settings.severity(),
            service + " would write " + named.table().qualifiedName() + " of " + owner.get(),
            1,
            found);
      } else if (!facts.claims().mayRead(service, schema, table)) {
        violated(
            query,
            named.table().qualifiedName(),
            Severity.WARNING,
            service
                + " would read "
                + named.table().qualifiedName()
                + " of "
                + owner.get()
                + ", outside its contract",
            1,
            found);
      }
    }
  }

  private static Optional<String> owner(NamedTable named, FleetFacts facts) {
    return named
        .table()
        .schema()
        .flatMap(schema -> facts.claims().owner(schema, named.table().table()));
  }

  private static void violated(
      ProposedChange.Query query,
      String subject,
      Severity severity,
      String message,
      int owners,
      Verdict.Collector found) {
    found.violated(
        ChangeJudge.violation(
            KIND,
            severity,
            query,
            subject,
            Fingerprints.idOf(query.digest()),
            message,
            "Ask the other owner's service, or agree on a contract (services[].reads).",
            List.of(Evidence.of("owners", owners))));
  }
}
