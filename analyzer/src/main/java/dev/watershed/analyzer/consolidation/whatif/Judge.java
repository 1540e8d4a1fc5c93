package dev.watershed.analyzer.consolidation.whatif;

import dev.watershed.analyzer.consolidation.crossing.ChangedTouch;
import dev.watershed.analyzer.consolidation.crossing.CrossingCounter;
import dev.watershed.analyzer.consolidation.crossing.Crossings;
import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.consolidation.placement.Planner;
import dev.watershed.analyzer.consolidation.room.CostShifts;
import dev.watershed.analyzer.consolidation.room.FleetRoom;
import dev.watershed.analyzer.consolidation.room.RoomCounter;
import dev.watershed.analyzer.consolidation.room.TableSizes;
import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Judges moves by what was seen; made once, it judges many. */
public final class Judge {

  private final CouplingInput input;
  private final Placement today;
  private final CrossingCounter counter;
  private final EffortEstimate effort;
  private final Obstacles obstacles;
  private final RoomCounter rooms;
  private final CostShifts shifts;
  private final FleetRoom roomToday;

  /** Prepares what does not depend on moves. */
  public Judge(WhatIfInput given) {
    input = given.facts().input();
    today = Placement.today(given.facts());
    BitSet hubs = given.facts().hubs();
    TableSizes sizes = TableSizes.of(given.catalogs());
    counter = new CrossingCounter(input, hubs);
    effort = new EffortEstimate(given, sizes);
    obstacles = new Obstacles(given);
    rooms = new RoomCounter(given.facts(), sizes, given.capacity());
    shifts = new CostShifts(input, given.capacity(), today, hubs);
    roomToday = rooms.today();
  }

  /** Who owns what and where it is, before any move. */
  public Placement today() {
    return today;
  }

  /** What servers hold and cost, before any move. */
  public FleetRoom roomToday() {
    return roomToday;
  }

  /** What servers would have to hold and cost. */
  public FleetRoom room(Placement placement) {
    return rooms.of(placement);
  }

  /** What moves alone would ask of people; nothing if they cannot be applied. */
  public Effort effort(List<Move> moves) {
    Planner.Planned planned = Planner.apply(input, today, moves);
    Placement after =
        planned.problems().isEmpty() && !moves.isEmpty() ? last(planned.placements()) : today;
    return effort.of(today, after, counter.changed(today, after));
  }

  /**
   * Judges groups of moves in their order, each as one step.
   *
   * @param groups each of at least one move
   */
  public WhatIf judge(List<List<Move>> groups) {
    Crossings crossings = counter.count(today);
    List<Move> moves = groups.stream().flatMap(List::stream).toList();
    Planner.Planned planned = Planner.apply(input, today, moves);
    if (!planned.problems().isEmpty()) {
      return new WhatIf(crossings, roomToday, List.of(), planned.problems());
    }
    Crossings crossingsToday = crossings;
    Placement before = today;
    FleetRoom room = roomToday;
    List<Step> steps = new ArrayList<>();
    int applied = 0;
    for (List<Move> group : groups) {
      applied += group.size();
      Placement after = planned.placements().get(applied - 1);
      Step step = step(group, before, after, crossings, room);
      steps.add(step);
      before = after;
      crossings = step.after();
      room = step.room().after();
    }
    return new WhatIf(crossingsToday, roomToday, steps, List.of());
  }

  private Step step(
      List<Move> moves, Placement before, Placement after, Crossings crossings, FleetRoom room) {
    List<ChangedTouch> changed = counter.changed(before, after);
    BitSet concerned = after.changedFrom(before);
    FleetRoom roomAfter = otherServers(before, after, concerned) ? rooms.of(after) : room;
    return new Step(
        moves,
        concerned.stream().filter(this::exists).mapToObj(input.tables()::label).toList(),
        crossings,
        counter.count(after),
        counter.foreign(after, concerned),
        changed,
        obstacles.of(before, after),
        effort.of(before, after, changed),
        new RoomChange(room, roomAfter, shifts.of(before, after)));
  }

  private boolean exists(int table) {
    return input.tables().get(table).kind() != CoupledTable.Kind.MISSING;
  }

  /** Whether a table gets to another server, or away: all else leaves servers as they are. */
  private static boolean otherServers(Placement before, Placement after, BitSet concerned) {
    return concerned.stream()
        .anyMatch(
            table ->
                !after.dataSet(table).equals(before.dataSet(table))
                    || after.retired(table) != before.retired(table)
                    || after.table(table) != before.table(table));
  }

  private static Placement last(List<Placement> placements) {
    return placements.get(placements.size() - 1);
  }
}
