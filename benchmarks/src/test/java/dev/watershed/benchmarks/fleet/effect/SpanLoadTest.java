package dev.watershed.benchmarks.fleet.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.benchmarks.fleet.month.CapturedLog;
import dev.watershed.benchmarks.fleet.month.LogEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpanLoadTest {

  private static final String EVENT =
      """
      # Time: 2026-11-25T12:00:0%d.000000Z
      # User@Host: app[app] @ host [10.0.0.1]  Id: 3
      # Query_time: 0.00%d000  Lock_time: 0.000000 Rows_sent: 1  Rows_examined: %d
      SET timestamp=1795608000;
      SELECT a FROM t WHERE b = %d;
      """;

  @Test
  void onlyTheEventsOfASpanCount(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("slow.log");
    Files.writeString(
        log,
        "use shop;\n".transform(use -> EVENT.formatted(1, 2, 10, 1).replace("SET", use + "SET"))
            + EVENT.formatted(2, 4, 20, 2)
            + EVENT.formatted(3, 9, 90, 3));
    List<LogEvent> events = CapturedLog.read(log).events();

    SpanLoad all = SpanLoad.of(events, ServiceMapping.of(List.of()));
    SpanLoad last = SpanLoad.of(events.subList(1, 3), ServiceMapping.of(List.of()));

    assertThat(all.sum(key -> true)).isEqualTo(new CallSums(3, 0, 15_000, 0, 120));
    assertThat(last.sum(key -> true)).isEqualTo(new CallSums(2, 0, 13_000, 0, 110));
    assertThat(last.sum(key -> true).rowsPerCall()).isEqualTo(55);
    assertThat(last.sum(key -> key.service().equals("app"))).isEqualTo(last.sum(key -> true));
    assertThat(last.sum(key -> key.service().equals("other"))).isEqualTo(CallSums.NONE);
  }
}
