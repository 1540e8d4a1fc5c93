package dev.watershed.analyzer.consolidation.plan;

import dev.watershed.analyzer.consolidation.crossing.Crossings;
import dev.watershed.analyzer.consolidation.proposal.Proposal;
import dev.watershed.analyzer.consolidation.proposal.ProposalKind;
import dev.watershed.analyzer.consolidation.room.FleetRoom;
import dev.watershed.analyzer.saying.Saying;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What to do, one after the other.
 *
 * @param today what crosses as it is
 * @param afterAll what crosses after all steps
 * @param roomToday what servers hold and cost as it is
 * @param roomAfterAll what they have to hold and cost after all steps
 * @param steps in the order in which they are to be made; none depends on a later one
 * @param alternatives proposals that contradict a step, or cannot be made after the steps, by kind
 * @param saidNotes what is not known, a sentence each
 */
public record Plan(
    Crossings today,
    Crossings afterAll,
    FleetRoom roomToday,
    FleetRoom roomAfterAll,
    List<PlannedStep> steps,
    List<Proposal> alternatives,
    List<Saying> saidNotes) {

  public Plan {
    Objects.requireNonNull(today, "today");
    Objects.requireNonNull(afterAll, "afterAll");
    Objects.requireNonNull(roomToday, "roomToday");
    Objects.requireNonNull(roomAfterAll, "roomAfterAll");
    steps = List.copyOf(steps);
    alternatives = List.copyOf(alternatives);
    saidNotes = List.copyOf(saidNotes);
  }

  /** The proposals of a kind, whether they are steps or what a step rules out. */
  public List<Proposal> proposals(ProposalKind kind) {
    return Stream.concat(steps.stream().map(PlannedStep::proposal), alternatives.stream())
        .filter(proposal -> proposal.kind() == kind)
        .toList();
  }

  /** The notes in English. */
  public List<String> notes() {
    return Saying.texts(saidNotes);
  }
}
