package dev.watershed.reports.review.section;

import dev.watershed.analyzer.consolidation.plan.Plan;
import dev.watershed.analyzer.consolidation.plan.PlannedStep;
import dev.watershed.analyzer.consolidation.proposal.Proposal;
import dev.watershed.analyzer.consolidation.proposal.ProposalKind;
import java.util.List;
import java.util.stream.Stream;

/** What a plan proposes, whether it is a step or what a step rules out. */
final class PlanProposals {

  private PlanProposals() {}

  static List<Proposal> of(Plan plan, ProposalKind kind) {
    return Stream.concat(
            plan.steps().stream().map(PlannedStep::proposal), plan.alternatives().stream())
        .filter(proposal -> proposal.kind() == kind)
        .toList();
  }
}
