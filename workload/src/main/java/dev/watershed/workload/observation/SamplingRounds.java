package dev.watershed.workload.observation;

import dev.watershed.workload.LowestHashes;
import dev.watershed.workload.Measure.Merge;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** How often running servers were sampled: what the samples of the other tables stand for. */
public final class SamplingRounds {

  /** What it is made of. */
  public static final ObservationKind<Key, Figure> KIND =
      new ObservationKind<>(
          new Key("(other)", ""),
          List.of(Figure.values()),
          Comparator.comparing(Key::subject).thenComparing(Key::estimator),
          Key::stableHash);

  private SamplingRounds() {}

  /**
   * A kind of samples.
   *
   * @param subject what was sampled, as {@link Subject#key()}
   * @param estimator what a sample stands for, in words: such as {@code time since the round
   *     before}
   */
  public record Key(String subject, String estimator) {

    public Key {
      Objects.requireNonNull(subject, "subject");
      Objects.requireNonNull(estimator, "estimator");
    }

    long stableHash() {
      long hash = 0;
      hash = hash * 31 + LowestHashes.hashOf(subject);
      hash = hash * 31 + LowestHashes.hashOf(estimator);
      return LowestHashes.hashOf(hash);
    }
  }

  /** The figures of a row. Times are microseconds. */
  public enum Figure implements ObservationFigure {
    /** Samples taken. */
    ROUNDS(Merge.SUM),
    /** Samples that failed or came too late. */
    FAILED_ROUNDS(Merge.SUM),
    /** The time that the samples stand for. */
    SPAN_MICROS(Merge.SUM),
    /** The longest time between two samples. */
    GAP_MICROS_MAX(Merge.MAX),
    /** Samples whose statement the server had cut, so that comment tags at its end are lost. */
    CUT_TEXTS(Merge.SUM),
    /** Rows that the server had beyond those read in one sample. */
    LUMPED_ROWS(Merge.SUM);

    private final Merge merge;

    Figure(Merge merge) {
      this.merge = merge;
    }

    @Override
    public Merge merge() {
      return merge;
    }
  }

  /** What is sampled. */
  public enum Subject {
    STATEMENTS("statements"),
    LOCK_WAITS("lock waits"),
    METADATA_LOCKS("metadata locks"),
    TRANSACTIONS("transactions");

    private final String key;

    Subject(String key) {
      this.key = key;
    }

    /** The name in the file. */
    public String key() {
      return key;
    }
  }
}
