package dev.watershed.analyzer.service;

import java.util.Comparator;

/**
 * How specifically a match fits an origin; the greater one wins.
 *
 * @param criteria how many of its criteria the origin confirms
 * @param literalCharacters how many characters (of a network: prefix bits) stand for themselves in
 *     the patterns that fit
 */
record MatchStrength(int criteria, int literalCharacters) implements Comparable<MatchStrength> {

  private static final Comparator<MatchStrength> ORDER =
      Comparator.comparingInt(MatchStrength::criteria)
          .thenComparingInt(MatchStrength::literalCharacters);

  @Override
  public int compareTo(MatchStrength other) {
    return ORDER.compare(this, other);
  }
}
