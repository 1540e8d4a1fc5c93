package dev.watershed.analyzer.index.shape;

import java.util.List;

/** Columns of several sources that are equal to each other. */
public record JoinClass(List<Member> members) {

  /**
   * A column.
   *
   * @param distinct how many different values it has
   */
  public record Member(int source, String key, double distinct) {}

  public JoinClass {
    members = List.copyOf(members);
  }

  /** The share of all combinations of rows of these sources that have equal values. */
  public double selectivity(long sources) {
    double product = 1;
    double smallest = Double.MAX_VALUE;
    int count = 0;
    for (Member member : members) {
      if ((sources & (1L << member.source)) != 0) {
        product /= member.distinct;
        smallest = Math.min(smallest, member.distinct);
        count++;
      }
    }
    return count < 2 ? 1 : product * smallest;
  }
}
