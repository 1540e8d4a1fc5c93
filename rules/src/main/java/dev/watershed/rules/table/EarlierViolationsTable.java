package dev.watershed.rules.table;

import dev.watershed.analyzer.query.RowColumn;
import dev.watershed.analyzer.query.RowTable;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.verdict.ViolationKey;
import java.util.List;

/** {@code earlier_violations}: a row per violation of the span that was judged before. */
final class EarlierViolationsTable {

  private EarlierViolationsTable() {}

  static RowTable<ViolationKey> of(FleetFacts facts) {
    return new RowTable<>(
        "earlier_violations",
        List.of(
            RowColumn.text("key", ViolationKey::text),
            RowColumn.text("rule", ViolationKey::rule),
            RowColumn.text("service", ViolationKey::service),
            RowColumn.text("table_name", ViolationKey::table),
            RowColumn.text("detail", ViolationKey::detail)),
        () -> facts.past().keys().stream().sorted().map(ViolationKey::parse).toList());
  }
}
