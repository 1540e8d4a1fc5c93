package dev.watershed.analyzer.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.index.IndexAdvice.Confidence;
import dev.watershed.analyzer.index.IndexAdvice.Kind;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.workload.catalog.IndexKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AdviceOrderTest {

  private static IndexAdvice advice(
      String name, Kind kind, Confidence confidence, long bytes, double netGain) {
    return new IndexAdvice(
        kind,
        "shop",
        "orders",
        IndexFixture.index(name, "a", false, IndexKind.BTREE, true),
        List.of(),
        kind.isDrop()
            ? List.of()
            : List.of(new DigestEffect(1, 1, 1, Saying.nothing(), Saying.nothing(), 2, 1, 2, 1)),
        OptionalLong.of(bytes),
        OptionalDouble.empty(),
        netGain,
        confidence,
        List.of());
  }

  @Test
  void gainsStandBeforeDropsAndTheSurestOfEachBeforeTheRest() {
    List<IndexAdvice> ordered =
        List.of(
            advice("much", Kind.ADD, Confidence.MEDIUM, 1, 900),
            advice("little", Kind.ADD, Confidence.HIGH, 9_999, 10),
            advice("assumed", Kind.ADD, Confidence.LOW, 1, 5_000),
            advice("large", Kind.DROP_UNUSED, Confidence.HIGH, 5_000, 0),
            advice("small", Kind.DROP_UNUSED, Confidence.HIGH, 70, 9_000),
            advice("unsure", Kind.DROP_UNUSED, Confidence.LOW, 90_000, 0));
    Random random = new Random(3);
    for (int round = 0; round < 20; round++) {
      List<IndexAdvice> shuffled = new ArrayList<>(ordered);
      Collections.shuffle(shuffled, random);
      shuffled.sort(AdviceOrder.readers());
      assertThat(shuffled).isEqualTo(ordered);
    }
  }
}
