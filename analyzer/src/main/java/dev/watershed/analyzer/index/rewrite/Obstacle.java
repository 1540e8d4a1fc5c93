package dev.watershed.analyzer.index.rewrite;

import dev.watershed.analyzer.index.RewriteAdvice.Reason;
import dev.watershed.analyzer.saying.Saying;
import java.util.Comparator;

/**
 * Something in a text that keeps indexes from serving it.
 *
 * @param subject the table, and the column if there is one
 * @param rewrite the way out, a whole sentence
 */
record Obstacle(Reason reason, String subject, Saying rewrite) implements Comparable<Obstacle> {

  private static final Comparator<Obstacle> ORDER =
      Comparator.comparing(Obstacle::reason)
          .thenComparing(Obstacle::subject)
          .thenComparing(obstacle -> obstacle.rewrite().text());

  @Override
  public int compareTo(Obstacle other) {
    return ORDER.compare(this, other);
  }
}
