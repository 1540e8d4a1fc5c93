package dev.watershed.analyzer.ranking;

import java.util.Objects;

/**
 * What a ranking shows.
 *
 * @param groupBy what a line stands for
 * @param order the order of the lines
 * @param limit the most lines; 0 for all
 */
public record RankingOptions(GroupBy groupBy, Order order, int limit) {

  public RankingOptions {
    Objects.requireNonNull(groupBy, "groupBy");
    Objects.requireNonNull(order, "order");
    if (limit < 0) {
      throw new IllegalArgumentException("limit must be 0 or more: " + limit);
    }
  }

  /** The twenty digests that took the most time. */
  public static RankingOptions standard() {
    return new RankingOptions(GroupBy.DIGEST, Order.TIME, 20);
  }

  /** All digests, those that took the most time first. */
  public static RankingOptions everyDigest() {
    return new RankingOptions(GroupBy.DIGEST, Order.TIME, 0);
  }
}
