package dev.watershed.benchmarks.fleet.truth;

import dev.watershed.benchmarks.fleet.plan.FleetPlan;
import dev.watershed.benchmarks.fleet.service.Action;
import dev.watershed.benchmarks.fleet.service.Service;
import dev.watershed.benchmarks.fleet.service.SqlTemplate;
import dev.watershed.benchmarks.fleet.service.Step;
import dev.watershed.benchmarks.fleet.service.Touched;
import dev.watershed.sql.lexical.TableUse;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A statement that clients may send.
 *
 * @param digest of its fingerprint
 * @param fingerprint its canonical text
 * @param reads the tables that it reads; a view's are not among them
 * @param writes the tables that it writes; those of triggers, cascades and routines are not
 */
record PlannedStatement(long digest, String fingerprint, List<String> reads, List<String> writes) {

  /** Every statement once, by digest. */
  static Collection<PlannedStatement> all(FleetPlan plan) {
    SortedMap<Long, PlannedStatement> statements = new TreeMap<>();
    for (Service service : plan.services().all()) {
      for (Action action : service.actions()) {
        for (Step.Query query : action.queries().toList()) {
          String schema = query.via().map(plan.services()::service).orElse(service).schema();
          for (SqlTemplate template : query.templates()) {
            statements.computeIfAbsent(
                template.fingerprint().digest(), digest -> of(template, schema, plan));
          }
        }
      }
    }
    for (SqlTemplate template :
        List.of(Step.Transaction.BEGIN, Step.Transaction.COMMIT, Step.Transaction.ROLLBACK)) {
      statements.put(template.fingerprint().digest(), of(template, "", plan));
    }
    return statements.values();
  }

  private static PlannedStatement of(SqlTemplate template, String schema, FleetPlan plan) {
    return new PlannedStatement(
        template.fingerprint().digest(),
        template.fingerprint().text(),
        names(template, schema, TableUse.READ, plan),
        names(template, schema, TableUse.WRITE, plan));
  }

  private static List<String> names(
      SqlTemplate template, String schema, TableUse use, FleetPlan plan) {
    return Touched.by(template, schema, use, plan.catalog()).stream()
        .map(Object::toString)
        .toList();
  }
}
