package dev.watershed.reports.review.consolidation;

import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.consolidation.placement.Planner;
import dev.watershed.analyzer.consolidation.plan.Plan;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.structure.Cluster;
import dev.watershed.reports.review.chart.MatrixChart;
import dev.watershed.reports.review.chart.MatrixPart;
import dev.watershed.reports.review.coupling.ServiceMatrix;
import dev.watershed.reports.review.coupling.ServiceUses;
import dev.watershed.reports.review.form.PageWords;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who uses whose tables today and after all steps of a plan: the same services in the same order.
 */
public record PlanMatrices(MatrixChart before, MatrixChart after) {

  /** What some services have to do with in either, the same services in both. */
  public PlanMatrices of(Set<String> services) {
    Set<Integer> kept = new TreeSet<>(MatrixPart.met(before, services));
    kept.addAll(MatrixPart.met(after, services));
    return new PlanMatrices(
        MatrixPart.of(before, services, kept), MatrixPart.of(after, services, kept));
  }

  /** Empty where the plan moves nothing, or nobody uses tables of others. */
  public static Optional<PlanMatrices> of(
      CouplingFacts facts, List<Cluster> clusters, Plan plan, PageWords words) {
    List<Move> moves =
        plan.steps().stream().flatMap(step -> step.proposal().moves().stream()).toList();
    Placement today = Placement.today(facts);
    Planner.Planned planned = Planner.apply(facts.input(), today, moves);
    if (planned.placements().isEmpty() || !planned.problems().isEmpty()) {
      return Optional.empty();
    }
    Placement afterAll = planned.placements().get(planned.placements().size() - 1);
    Set<Integer> parties = ServiceMatrix.parties(ServiceUses.of(facts, today));
    parties.addAll(ServiceMatrix.parties(ServiceUses.of(facts, afterAll)));
    MatrixChart before = ServiceMatrix.of("before", facts, clusters, today, parties, words);
    MatrixChart after = ServiceMatrix.of("after", facts, clusters, afterAll, parties, words);
    return before.cells().isEmpty()
        ? Optional.empty()
        : Optional.of(new PlanMatrices(before, after));
  }
}
