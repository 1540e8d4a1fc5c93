package dev.watershed.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.benchmarks.server.ClockDifference.Sum;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ClockDifferenceTest {

  private static ClockDifference of(Map<String, Sum> counted, Map<String, Sum> logged) {
    return new ClockDifference(new TreeMap<>(counted), new TreeMap<>(logged));
  }

  @Test
  void meansOfTheSameCallsAreCompared() {
    ClockDifference difference =
        of(
            Map.of("long", new Sum(2, 20_000), "short", new Sum(2, 20)),
            Map.of("long", new Sum(2, 19_900), "short", new Sum(2, 10)));
    assertThat(difference.longOnes())
        .singleElement()
        .satisfies(
            digest -> {
              assertThat(digest.text()).isEqualTo("long");
              assertThat(digest.share()).isCloseTo(0.005, Offset.offset(1e-9));
            });
    assertThat(difference.digests()).hasSize(2);
    assertThat(difference.sameCalls()).isTrue();
  }

  @Test
  void whatOneSourceDoesNotKnowIsApart() {
    ClockDifference counted = of(Map.of("long", new Sum(2, 20_000)), Map.of());
    assertThat(counted.sameCalls()).isFalse();
    assertThat(counted.longOnes().get(0).share()).isEqualTo(1);
    ClockDifference logged = of(Map.of(), Map.of("long", new Sum(2, 20_000)));
    assertThat(logged.sameCalls()).isFalse();
    assertThat(logged.longOnes().get(0).share()).isEqualTo(1);
  }

  @Test
  void ofNothingNothingIsLong() {
    assertThat(of(Map.of(), Map.of()).longOnes()).isEmpty();
  }
}
