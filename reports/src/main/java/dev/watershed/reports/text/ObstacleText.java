package dev.watershed.reports.text;

import dev.watershed.analyzer.consolidation.whatif.Obstacle;
import dev.watershed.analyzer.saying.Saying;

/** What stands in the way of a move, in words. */
public final class ObstacleText {

  private ObstacleText() {}

  public static String of(Obstacle obstacle) {
    return said(obstacle).text();
  }

  /** The same for every language. */
  public static Saying said(Obstacle obstacle) {
    Saying kind =
        Saying.of(
            "obstacle-kind." + obstacle.kind().key(), obstacle.kind().key().replace('-', ' '));
    return obstacle.prevents()
        ? Saying.of(
            "obstacle.prevents",
            "in the way: {0} {1} {2}",
            kind,
            obstacle.subject(),
            obstacle.said())
        : ofServers(obstacle)
            ? Saying.of(
                "obstacle.look",
                "to be looked at: {0} {1} {2}",
                kind,
                obstacle.subject(),
                obstacle.said())
            : Saying.of(
                "obstacle.again",
                "to be made again: {0} {1} {2}",
                kind,
                obstacle.subject(),
                obstacle.said());
  }

  /** Whether it is about servers that differ. */
  static boolean ofServers(Obstacle obstacle) {
    return obstacle.kind() == Obstacle.Kind.SCHEMA || obstacle.kind() == Obstacle.Kind.SETTING;
  }
}
