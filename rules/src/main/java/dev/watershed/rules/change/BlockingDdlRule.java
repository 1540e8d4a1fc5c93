package dev.watershed.rules.change;

import dev.watershed.analyzer.change.ChangedTable;
import dev.watershed.analyzer.change.OnlineMode;
import dev.watershed.analyzer.change.OnlineStatement;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.rules.fleet.ProposedChange;
import dev.watershed.rules.rule.Parameter;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import java.util.List;
import java.util.Locale;

/**
 * ALTER TABLE that blocks writes of a large table in use, as its server and version make it, or
 * that the server refuses as it is written (ALGORITHM, LOCK); a rebuild of a very large one beside
 * its writers is a warning. Does not fire on tables that no statement uses, on small ones, and
 * where nobody counted rows.
 */
public final class BlockingDdlRule implements Rule {

  static final Parameter MIN_ROWS =
      Parameter.count("minRows", 100_000, "tables with fewer rows are not judged");
  static final Parameter REBUILT_ROWS =
      Parameter.count(
          "rebuiltRows", 5_000_000, "a rebuild of fewer rows beside writers is no matter");

  /** What configurations know of it. */
  public static final RuleKind KIND =
      RuleKind.ofChange(
          "blocking-ddl",
          "a definition that blocks the writers of a large table, or copies it",
          Severity.ERROR,
          List.of(MIN_ROWS, REBUILT_ROWS),
          BlockingDdlRule::new);

  private final RuleSettings settings;

  BlockingDdlRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    if (facts.change().isEmpty() || facts.change().get().definitions().isEmpty()) {
      return Verdict.nothingConfigured();
    }
    UsedBy uses = UsedBy.of(facts);
    Verdict.Collector found = new Verdict.Collector(KIND.name());
    for (ProposedChange.Definition definition : facts.change().get().definitions()) {
      found.inspected();
      if (definition.online().isPresent() && !definition.changes().isEmpty()) {
        judge(definition, definition.online().get(), facts, uses, found);
      }
    }
    return found.verdict();
  }

  private void judge(
      ProposedChange.Definition definition,
      OnlineStatement online,
      FleetFacts facts,
      UsedBy uses,
      Verdict.Collector found) {
    ChangedTable at = definition.changes().get(0).at();
    long rows = ChangedTables.rows(facts, definition.dataSet(), at.schema(), at.table()).orElse(0);
    List<FleetStatement> used = uses.table(definition.dataSet(), at.schema(), at.table());
    String mode = online.verdict().mode().key();
    if (online.refused()) {
      found.violated(
          violation(
              definition, at, settings.severity(), "the server refuses it as it is written", used));
    } else if (used.isEmpty()) {
      return;
    } else if (online.verdict().mode() == OnlineMode.UNKNOWN && rows >= settings.whole(MIN_ROWS)) {
      found.unknown(
          at.schema() + "." + at.table(),
          "how its server and version make this is not known: writers of "
              + size(rows)
              + " may have to wait");
    } else if (online.verdict().mode().blocksWrites() && rows >= settings.whole(MIN_ROWS)) {
      found.violated(
          violation(
              definition, at, settings.severity(), size(rows) + " are made anew: " + mode, used));
    } else if (online.verdict().rebuilds() && rows >= settings.whole(REBUILT_ROWS)) {
      found.violated(
          violation(
              definition, at, Severity.WARNING, size(rows) + " are built again: " + mode, used));
    }
  }

  private static String size(long rows) {
    return String.format(Locale.ROOT, "about %,d rows", rows);
  }

  private static Violation violation(
      ProposedChange.Definition definition,
      ChangedTable at,
      Severity severity,
      String message,
      List<FleetStatement> used) {
    return ChangeJudge.violation(
            KIND,
            severity,
            at,
            "",
            UsedBy.services(used),
            used.isEmpty() ? message : message + "; used by " + UsedBy.words(used),
            "Use gh-ost or pt-online-schema-change, or a form that the server does in place.",
            used.isEmpty()
                ? List.of(Evidence.of("changes", definition.changes().size()))
                : UsedBy.evidence(used))
        .at(ChangeJudge.location(definition.place()));
  }
}
