package dev.watershed.analyzer.consolidation.plan;

import dev.watershed.analyzer.consolidation.crossing.Crossings;
import dev.watershed.analyzer.consolidation.proposal.Proposal;
import java.util.List;
import java.util.Objects;

/**
 * What to do, one after the other.
 *
 * @param today what crosses as it is
 * @param afterAll what crosses after all steps
 * @param steps in the order in which they are to be made; none depends on a later one
 * @param alternatives proposals that contradict a step, by kind
 * @param notes what is not known, a sentence each
 */
public record Plan(
    Crossings today,
    Crossings afterAll,
    List<PlannedStep> steps,
    List<Proposal> alternatives,
    List<String> notes) {

  public Plan {
    Objects.requireNonNull(today, "today");
    Objects.requireNonNull(afterAll, "afterAll");
    steps = List.copyOf(steps);
    alternatives = List.copyOf(alternatives);
    notes = List.copyOf(notes);
  }
}
