package dev.watershed.workload.observation;

import dev.watershed.workload.LowestHashes;
import dev.watershed.workload.Measure.Merge;
import dev.watershed.workload.Origin;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * By which origins the time of a statement was spent, by samples of the statements that run. The
 * share of an origin in the samples of a digest estimates its share in the digest's execution time.
 *
 * <p>Time is cut into intervals of equal length; in each the server is looked at once, at a moment
 * chosen by chance, so that work which begins at round times is seen as often as it runs
 * (stratified sampling: Cochran, Sampling Techniques, 3rd edition 1977, chapter 5). Whether an
 * execution is seen in an interval of which it fills the part f is a trial with probability f, so
 * that the number of its samples has the variance Σ f·(1 − f): almost Poisson for statements that
 * are much shorter than an interval, almost none for those that are longer.
 */
public final class Attribution {

  /** What it is made of. */
  public static final ObservationKind<Key, Figure> KIND =
      new ObservationKind<>(
          new Key(0, Origin.LUMPED),
          List.of(Figure.values()),
          Comparator.comparingLong(Key::digest).thenComparing(Key::origin),
          Key::stableHash);

  private Attribution() {}

  /**
   * Whose statement it was.
   *
   * @param digest the statement; 0 if unknown
   * @param origin where it comes from; without a user if unknown
   */
  public record Key(long digest, Origin origin) {

    public Key {
      Objects.requireNonNull(origin, "origin");
    }

    long stableHash() {
      long hash = 0;
      hash = hash * 31 + LowestHashes.hashOf(digest);
      hash = hash * 31 + origin.stableHash();
      return LowestHashes.hashOf(hash);
    }
  }

  /** The figures of a row. Times are microseconds. */
  public enum Figure implements ObservationFigure {
    /** How often one of its executions was seen running. */
    SAMPLES(Merge.SUM),
    /** How many executions were seen: each is counted when it is first seen. */
    EXECUTIONS(Merge.SUM),
    /** The time that the samples stand for: the length of their interval each. */
    SAMPLED_MICROS(Merge.SUM),
    /** How long the executions had run when they were seen, summed over the samples. */
    ELAPSED_MICROS(Merge.SUM),
    /**
     * An estimate, without bias, of the variance of {@link #SAMPLED_MICROS}, in millionths of a
     * square second; of intervals of a second, that is the variance of {@link #SAMPLES}. It is the
     * sum over the samples of (1 − f)·d², where d is the length of the sample's interval and f the
     * part of it in which the execution ran. Where the execution was not seen in the next interval
     * f is unknown, and twice the part up to the sample stands for it.
     */
    COUNT_VARIANCE_MILLIONTHS(Merge.SUM);

    private final Merge merge;

    Figure(Merge merge) {
      this.merge = merge;
    }

    @Override
    public Merge merge() {
      return merge;
    }
  }
}
