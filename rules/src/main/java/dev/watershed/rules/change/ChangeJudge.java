package dev.watershed.rules.change;

import dev.watershed.analyzer.change.ChangePlace;
import dev.watershed.analyzer.change.ChangedTable;
import dev.watershed.analyzer.change.SchemaChange;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.ProposedChange;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Location;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.rules.verdict.ViolationKey;
import java.util.List;

/** What rules about changes have in common. */
final class ChangeJudge {

  /** Judges one change of a definition. */
  @FunctionalInterface
  interface Check {

    /**
     * @param found takes violations
     */
    void judge(ProposedChange.Definition definition, SchemaChange change, Verdict.Collector found);
  }

  /** Judges one new statement. */
  @FunctionalInterface
  interface QueryCheck {

    /**
     * @param found takes violations
     */
    void judge(ProposedChange.Query query, Verdict.Collector found);
  }

  private ChangeJudge() {}

  /** Judges every change; not applicable without any. */
  static Verdict changes(RuleKind kind, FleetFacts facts, Check check) {
    if (facts.change().isEmpty() || facts.change().get().definitions().isEmpty()) {
      return Verdict.nothingConfigured();
    }
    Verdict.Collector found = new Verdict.Collector(kind.name());
    for (ProposedChange.Definition definition : facts.change().get().definitions()) {
      for (SchemaChange change : definition.changes()) {
        found.inspected();
        check.judge(definition, change, found);
      }
    }
    return found.verdict();
  }

  /** Judges every new statement; not applicable without any. */
  static Verdict queries(RuleKind kind, FleetFacts facts, QueryCheck check) {
    if (facts.change().isEmpty() || facts.change().get().queries().isEmpty()) {
      return Verdict.nothingConfigured();
    }
    Verdict.Collector found = new Verdict.Collector(kind.name());
    for (ProposedChange.Query query : facts.change().get().queries()) {
      found.inspected();
      check.judge(query, found);
    }
    return found.verdict();
  }

  /** A violation by a change of a table. */
  static Violation violation(
      RuleKind kind,
      Severity severity,
      ChangedTable at,
      String detail,
      List<String> services,
      String message,
      String remedy,
      List<Evidence> evidence) {
    String table = at.schema() + "." + at.table();
    return Violation.seen(
            severity,
            new ViolationKey(kind.name(), "", table, detail),
            detail.isEmpty() ? table : table + "." + detail,
            services,
            message,
            remedy,
            evidence)
        .at(location(at.place()));
  }

  /** A violation by a new statement. */
  static Violation violation(
      RuleKind kind,
      Severity severity,
      ProposedChange.Query query,
      String table,
      String detail,
      String message,
      String remedy,
      List<Evidence> evidence) {
    return Violation.seen(
            severity,
            new ViolationKey(kind.name(), query.service().orElse(""), table, detail),
            query.source().orElse(table),
            query.service().stream().toList(),
            message + ": " + query.fingerprint(),
            remedy,
            evidence)
        .at(location(query.place()));
  }

  static Location location(ChangePlace place) {
    return new Location(place.path(), Math.max(1, place.line()), Math.max(1, place.column()));
  }
}
