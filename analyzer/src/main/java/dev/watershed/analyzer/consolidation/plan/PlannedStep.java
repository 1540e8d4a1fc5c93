package dev.watershed.analyzer.consolidation.plan;

import dev.watershed.analyzer.consolidation.proposal.Proposal;
import dev.watershed.analyzer.consolidation.whatif.Step;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A proposal of the sequence.
 *
 * @param judged what it changes after the ones before it; empty if it moves nothing
 * @param alternatives ids of proposals that it rules out
 */
public record PlannedStep(Proposal proposal, Optional<Step> judged, List<String> alternatives) {

  public PlannedStep {
    Objects.requireNonNull(proposal, "proposal");
    Objects.requireNonNull(judged, "judged");
    alternatives = List.copyOf(alternatives);
  }
}
