package dev.watershed.analyzer.consolidation.whatif;

import dev.watershed.analyzer.consolidation.crossing.ChangedTouch;
import dev.watershed.analyzer.consolidation.crossing.CrossingCounter;
import dev.watershed.analyzer.consolidation.crossing.Crossings;
import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.consolidation.placement.MoveProblem;
import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.consolidation.placement.Planner;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * What a list of moves would change. Rates are exact counts of the statements and transactions that
 * were seen: what a placement makes cross is counted over all of them again, not added up from
 * pairs.
 *
 * @param today what crosses as it is
 * @param steps one for each move; none if there are problems
 * @param problems moves that name what does not exist
 */
public record WhatIf(Crossings today, List<Step> steps, List<MoveProblem> problems) {

  public WhatIf {
    Objects.requireNonNull(today, "today");
    steps = List.copyOf(steps);
    problems = List.copyOf(problems);
  }

  /** Judges moves in their order. */
  public static WhatIf of(WhatIfInput given, List<Move> moves) {
    CouplingInput input = given.facts().input();
    Placement before = Placement.today(given.facts());
    CrossingCounter counter = new CrossingCounter(input, given.hubs());
    Crossings crossings = counter.count(before);
    Planner.Planned planned = Planner.apply(input, before, moves);
    if (!planned.problems().isEmpty()) {
      return new WhatIf(crossings, List.of(), planned.problems());
    }
    EffortEstimate effort = new EffortEstimate(given);
    Crossings today = crossings;
    List<Step> steps = new ArrayList<>();
    for (int number = 0; number < moves.size(); number++) {
      Placement after = planned.placements().get(number);
      Crossings crossingsAfter = counter.count(after);
      List<ChangedTouch> changed = counter.changed(before, after);
      BitSet concerned = concerned(before, after);
      steps.add(
          new Step(
              moves.get(number),
              concerned.stream().mapToObj(input.tables()::label).toList(),
              crossings,
              crossingsAfter,
              counter.foreign(after, concerned),
              changed,
              Obstacles.of(given, before, after),
              effort.of(before, after, changed)));
      before = after;
      crossings = crossingsAfter;
    }
    return new WhatIf(today, steps, List.of());
  }

  /** What crosses after all moves. */
  public Crossings afterAll() {
    return steps.isEmpty() ? today : steps.get(steps.size() - 1).after();
  }

  private static BitSet concerned(Placement before, Placement after) {
    BitSet concerned = new BitSet();
    for (int table = 0; table < after.tables(); table++) {
      concerned.set(
          table,
          after.movedFrom(before, table)
              || after.retired(table) != before.retired(table)
              || after.cut(table) != before.cut(table)
              || !after.owner(table).equals(before.owner(table)));
    }
    return concerned;
  }
}
