package dev.watershed.rules.schema;

import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.rules.verdict.ViolationKey;
import dev.watershed.sql.ServerSchemas;
import dev.watershed.workload.catalog.TableKind;
import java.util.List;
import java.util.Optional;

/** Judges the tables of catalogs one by one: what rules about their design have in common. */
final class TableJudge {

  /**
   * What is wrong with a table.
   *
   * @param detail the column it is about; empty if it is about the table
   * @param message one sentence
   * @param remedy the way out, one sentence
   */
  record Fault(String detail, Saying message, Saying remedy, List<Evidence> evidence) {

    Fault {
      evidence = List.copyOf(evidence);
    }
  }

  /** Says what is wrong with a table. */
  @FunctionalInterface
  interface Check {

    /** Empty if nothing is wrong. */
    Optional<Fault> fault(StatisticTable table, DataFacts data);
  }

  private TableJudge() {}

  /** Judges every base table that is not the server's own. */
  static Verdict judge(RuleKind kind, RuleSettings settings, FleetFacts facts, Check check) {
    Verdict.Collector found = new Verdict.Collector(kind.name());
    for (DataFacts data : facts.data()) {
      List<StatisticTable> tables = data.input().server().tables();
      if (tables.isEmpty()) {
        found.unknown(
            data.name(),
            Saying.of("unjudged.tables", "no catalog was collected: its tables are not known"));
      }
      for (StatisticTable table : tables) {
        if (table.definition().tableKind() == TableKind.BASE
            && !ServerSchemas.has(table.schema())) {
          found.inspected();
          check
              .fault(table, data)
              .ifPresent(fault -> found.violated(violation(kind, settings, table, fault)));
        }
      }
    }
    return found.verdict();
  }

  private static Violation violation(
      RuleKind kind, RuleSettings settings, StatisticTable table, Fault fault) {
    return Violation.seen(
        settings.severity(),
        new ViolationKey(kind.name(), "", table.qualifiedName(), fault.detail()),
        table.qualifiedName(),
        List.of(),
        fault.message(),
        fault.remedy(),
        fault.evidence());
  }
}
