package dev.watershed.analyzer.consolidation.whatif;

import dev.watershed.analyzer.consolidation.crossing.ChangedTouch;
import dev.watershed.analyzer.consolidation.crossing.Crossings;
import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.saying.Saying.Joint;
import java.util.List;
import java.util.Objects;

/**
 * What moves that belong together change, after the ones before them.
 *
 * @param moves what is done, at least one
 * @param tables labels of those that get another owner or place, are merged or retired, in order
 * @param after what crosses once it is made
 * @param callsPerSecond statements of others than their owner that use these tables afterwards, by
 *     name: calls of the owner, once nobody else reaches into them
 * @param changed statements that cross other borders than before it
 * @param obstacles what stands in its way
 * @param room what servers have to hold and cost
 */
public record Step(
    List<Move> moves,
    List<String> tables,
    Crossings before,
    Crossings after,
    double callsPerSecond,
    List<ChangedTouch> changed,
    List<Obstacle> obstacles,
    Effort effort,
    RoomChange room) {

  public Step {
    moves = List.copyOf(moves);
    tables = List.copyOf(tables);
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    changed = List.copyOf(changed);
    obstacles = List.copyOf(obstacles);
    Objects.requireNonNull(effort, "effort");
    Objects.requireNonNull(room, "room");
  }

  /** What is done, in words. */
  public String text() {
    return said().text();
  }

  /** What is done. */
  public Saying said() {
    return Saying.joined(Joint.THEN, moves.stream().map(Move::said).toList());
  }
}
