package dev.watershed.workload.store.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergedThresholdTest {

  @ParameterizedTest
  @CsvSource({
    "'', ?",
    "?, ?",
    "0, 0",
    "0.5, 0.5",
    "0 0, 0",
    "0 ?, ?",
    "0.5 ?, 0.5",
    "0 0.5, 0.5",
    "0.5 2 0, 2",
    "0.5 ? 2, 2",
  })
  void theHighestHidesMostAndAnUnknownOneMayHideSomething(String logs, String together) {
    List<OptionalDouble> all =
        logs.isEmpty()
            ? List.of()
            : Arrays.stream(logs.split(" ")).map(MergedThresholdTest::seconds).toList();
    for (int cut = 0; cut <= all.size(); cut++) {
      MergedThreshold first = merged(all.subList(0, cut));
      MergedThreshold second = merged(all.subList(cut, all.size()));
      first.add(second);
      assertThat(first.seconds()).isEqualTo(seconds(together));
      second.add(merged(all.subList(0, cut)));
      assertThat(second.seconds()).as("the other way round").isEqualTo(seconds(together));
    }
  }

  private static MergedThreshold merged(List<OptionalDouble> logs) {
    MergedThreshold threshold = new MergedThreshold();
    logs.forEach(threshold::add);
    return threshold;
  }

  private static OptionalDouble seconds(String text) {
    return text.equals("?") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }
}
