package dev.watershed.analyzer.index;

import dev.watershed.analyzer.index.IndexAdvice.Confidence;
import java.util.Comparator;

/**
 * The order of advice, for people too: what to add, the greatest gain first, with what rests on no
 * statistics below the rest; then what to drop, the surest and largest first.
 */
public final class AdviceOrder {

  private AdviceOrder() {}

  /** The order. */
  public static Comparator<IndexAdvice> readers() {
    return Comparator.comparing((IndexAdvice advice) -> advice.kind().isDrop())
        .thenComparing(advice -> advice.confidence() == Confidence.LOW)
        .thenComparing(
            Comparator.comparingDouble(
                    (IndexAdvice advice) ->
                        advice.kind().isDrop() ? advice.bytes().orElse(0) : advice.netGain())
                .reversed())
        .thenComparing(IndexAdvice::qualifiedName)
        .thenComparing(advice -> advice.index().name());
  }
}
