package dev.watershed.analyzer.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.decision.MeasuredDigest.Side;
import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.workload.LatencyHistogram;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MeasuredDigestTest {

  @Test
  void figuresAreThoseOfACall() {
    assertThat(Side.of(Optional.of(figures(4))))
        .isEqualTo(new Side(4, OptionalDouble.of(250), OptionalDouble.of(75)));
  }

  @Test
  void whatDidNotRunHasNone() {
    Side none = new Side(0, OptionalDouble.empty(), OptionalDouble.empty());
    assertThat(Side.of(Optional.empty())).isEqualTo(none);
    assertThat(Side.of(Optional.of(figures(0)))).isEqualTo(none);
  }

  private static Figures figures(long calls) {
    return new Figures(
        calls,
        calls,
        OptionalLong.of(calls),
        300,
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        0,
        8,
        1_000,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new LatencyHistogram());
  }
}
