package dev.watershed.reports.text;

import dev.watershed.analyzer.consolidation.whatif.Obstacle;

/** What stands in the way of a move, in words. */
public final class ObstacleText {

  private ObstacleText() {}

  public static String of(Obstacle obstacle) {
    return (obstacle.prevents()
            ? "in the way: "
            : ofServers(obstacle) ? "to be looked at: " : "to be made again: ")
        + obstacle.kind().key().replace('-', ' ')
        + " "
        + obstacle.subject()
        + " "
        + obstacle.message();
  }

  /** Whether it is about servers that differ. */
  static boolean ofServers(Obstacle obstacle) {
    return obstacle.kind() == Obstacle.Kind.SCHEMA || obstacle.kind() == Obstacle.Kind.SETTING;
  }
}
