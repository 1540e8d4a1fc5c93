package dev.watershed.analyzer.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceChoiceTest {

  @ParameterizedTest(name = "{5}")
  @CsvSource({
    "0,   false, 1000, 1000, slowlog,    'a log of every statement'",
    "0,   false,  950, 1000, slowlog,    'nearly every statement, for commands are no statements'",
    "0,   false,  500, 1000, perfschema, 'a log that was switched off for half of the time'",
    "0.1, false,  900, 1000, perfschema, 'a log with a threshold'",
    "'',  false, 1000, 1000, perfschema, 'a log of which nobody knows the threshold'",
    "0,   true,  1000, 1000, perfschema, 'a sampled log'",
    "0.1, false,   10,    0, slowlog,    'counters that show nothing yet'",
  })
  void aServerIsShownByOneSource(
      String threshold, boolean sampled, long logged, long counted, String taken, String why) {
    OptionalDouble seconds =
        threshold == null || threshold.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(Double.parseDouble(threshold));
    SourceChoice choice =
        choose(
            source("a", "perfschema", counted, OptionalDouble.of(0), false),
            source("a", "slowlog", logged, seconds, sampled));

    assertThat(choice.taken()).extracting(ServerCoverage::source).as(why).containsExactly(taken);
    assertThat(choice.left()).hasSize(1);
    assertThat(choice.takes(window("a", taken))).isTrue();
    assertThat(choice.takes(window("a", choice.left().get(0).source()))).isFalse();
  }

  @Test
  void everyServerChoosesForItself() {
    SourceChoice choice =
        choose(
            source("a", "perfschema", 10, OptionalDouble.of(0), false),
            source("a", "slowlog", 10, OptionalDouble.of(0), false),
            source("b", "perfschema", 10, OptionalDouble.of(0), false),
            source("c", "slowlog", 10, OptionalDouble.of(2), true));

    assertThat(choice.taken())
        .extracting(ServerCoverage::source)
        .containsExactly("slowlog", "perfschema", "slowlog");
    assertThat(choice.left()).extracting(ServerCoverage::server).containsExactly("a");
    assertThat(choice.takes(window("b", "perfschema"))).isTrue();
  }

  private static SourceChoice choose(ServerCoverage... sources) {
    return SourceChoice.of(new Coverage(List.of(sources), Optional.empty(), Optional.empty()));
  }

  private static WindowName window(String server, String source) {
    return new WindowName(
        server, source, WindowLevel.SLOT, Instant.parse("2026-11-23T02:00:00Z"), 1);
  }

  private static ServerCoverage source(
      String server, String source, long calls, OptionalDouble threshold, boolean sampled) {
    return new ServerCoverage(
        server,
        source,
        calls,
        calls,
        calls,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        threshold,
        sampled,
        0);
  }
}
