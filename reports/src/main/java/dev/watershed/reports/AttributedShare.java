package dev.watershed.reports;

import dev.watershed.analyzer.ranking.QualityFacts;
import java.util.OptionalDouble;

/** How much of the execution time services claim. */
public final class AttributedShare {

  private AttributedShare() {}

  /** 0 to 1; empty where nobody knows, since nothing took time. */
  public static OptionalDouble of(QualityFacts quality) {
    OptionalDouble rest = quality.unattributedShare();
    return rest.isPresent() ? OptionalDouble.of(1 - rest.getAsDouble()) : rest;
  }

  /** In words; a dash where nobody knows. */
  public static String text(QualityFacts quality) {
    OptionalDouble share = of(quality);
    return share.isPresent() ? Units.percent(share.getAsDouble()) : Units.UNKNOWN;
  }
}
