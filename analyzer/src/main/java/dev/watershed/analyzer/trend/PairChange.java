package dev.watershed.analyzer.trend;

import dev.watershed.analyzer.coupling.PairMeasures;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Two services that share more or less than before.
 *
 * @param base what coupled them; empty if nothing did
 * @param head what couples them; empty if nothing does
 * @param grown measures that grew
 * @param shrunk measures that shrank
 */
public record PairChange(
    String first,
    String second,
    Optional<PairMeasures> base,
    Optional<PairMeasures> head,
    Set<Measure> grown,
    Set<Measure> shrunk) {

  /** What is compared. */
  public enum Measure {
    JACCARD("jaccard"),
    WRITE_WRITE("write-write"),
    JOINS("joins"),
    TRANSACTIONS("transactions");

    private final String key;

    Measure(String key) {
      this.key = key;
    }

    /** The name in files and reports, stable from version to version. */
    public String key() {
      return key;
    }

    /** Of a pair; 0 where nothing couples it. */
    public double of(Optional<PairMeasures> pair) {
      return switch (this) {
        case JACCARD -> pair.map(PairMeasures::jaccard).orElse(0.0);
        case WRITE_WRITE -> pair.map(PairMeasures::writeWritePerSecond).orElse(0.0);
        case JOINS -> pair.map(PairMeasures::joinsPerSecond).orElse(0.0);
        case TRANSACTIONS -> pair.map(PairMeasures::transactionsPerSecond).orElse(0.0);
      };
    }
  }

  public PairChange {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(head, "head");
    grown = Set.copyOf(grown);
    shrunk = Set.copyOf(shrunk);
  }
}
