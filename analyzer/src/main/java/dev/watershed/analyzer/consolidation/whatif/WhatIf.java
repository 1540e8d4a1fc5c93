package dev.watershed.analyzer.consolidation.whatif;

import dev.watershed.analyzer.consolidation.crossing.Crossings;
import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.consolidation.placement.MoveProblem;
import dev.watershed.analyzer.consolidation.room.FleetRoom;
import java.util.List;
import java.util.Objects;

/**
 * What a list of moves would change. Rates are exact counts of the statements and transactions that
 * were seen: what a placement makes cross is counted over all of them again, not added up from
 * pairs.
 *
 * @param today what crosses as it is
 * @param roomToday what servers hold and cost as it is
 * @param steps one for each group of moves; none if there are problems
 * @param problems moves that name what does not exist
 */
public record WhatIf(
    Crossings today, FleetRoom roomToday, List<Step> steps, List<MoveProblem> problems) {

  public WhatIf {
    Objects.requireNonNull(today, "today");
    Objects.requireNonNull(roomToday, "roomToday");
    steps = List.copyOf(steps);
    problems = List.copyOf(problems);
  }

  /** Judges moves in their order, each as a step. */
  public static WhatIf of(WhatIfInput given, List<Move> moves) {
    return new Judge(given).judge(moves.stream().map(List::of).toList());
  }

  /** What crosses after all moves. */
  public Crossings afterAll() {
    return steps.isEmpty() ? today : steps.get(steps.size() - 1).after();
  }

  /** What servers have to hold and cost after all moves. */
  public FleetRoom roomAfterAll() {
    return steps.isEmpty() ? roomToday : steps.get(steps.size() - 1).room().after();
  }
}
