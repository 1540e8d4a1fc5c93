package dev.watershed.analyzer.consolidation.distance;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The distance in a calendar month, UTC.
 *
 * @param seen what the store has of it; empty if nothing
 * @param distance by what was seen; empty if nothing was
 */
public record MonthDistance(
    YearMonth month, Optional<Seen> seen, Optional<TargetDistance> distance) {

  /** Below this share of its hours a month is seen in part. */
  private static final double WHOLE = 0.9;

  /**
   * What the store has of a month.
   *
   * @param share of its hours that lie between the first and the last statement and are not silent,
   *     0 to 1; of the server of which the least was seen
   * @param server that one
   * @param sources of the servers, {@code server source}, in order
   * @param laterCatalog whether the tables of a server are those of a later month, or those alone
   *     that statements name
   */
  public record Seen(double share, String server, List<String> sources, boolean laterCatalog) {

    public Seen {
      Objects.requireNonNull(server, "server");
      sources = List.copyOf(sources);
    }

    /** Whether much of the month is missing. */
    public boolean inPart() {
      return share < WHOLE;
    }
  }

  public MonthDistance {
    Objects.requireNonNull(month, "month");
    Objects.requireNonNull(seen, "seen");
    Objects.requireNonNull(distance, "distance");
    if (seen.isPresent() != distance.isPresent()) {
      throw new IllegalArgumentException(month + " is seen without distance, or unseen with one");
    }
  }

  /** A month of which the store has nothing. */
  public static MonthDistance unknown(YearMonth month) {
    return new MonthDistance(month, Optional.empty(), Optional.empty());
  }
}
