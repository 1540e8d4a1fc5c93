package dev.watershed.spark.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.follow.LogPlan;
import dev.watershed.collector.slowlog.SlowLogOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServerLogTest {

  private static final String EVENT =
      "# Time: 2026-11-%02dT10:00:00.000000Z\n# User@Host: a[a] @  [10.0.0.1]  Id: 8\n"
          + "# Query_time: 0.1  Lock_time: 0 Rows_sent: 1  Rows_examined: 1\nSELECT 1;\n";

  @Test
  void theFileOfTheServersNameGrows() throws IOException {
    assertThat(steps("file:/logs/db/slow.log.1", "file:/logs/db/slow.log"))
        .containsExactly("/logs/db/slow.log.1 ended", "/logs/db/slow.log grows");
  }

  @Test
  void ofSeveralFilesOfThatNameTheNewestDoes() throws IOException {
    assertThat(steps("file:/logs/db/01/slow.log", "file:/logs/db/02/slow.log"))
        .containsExactly("/logs/db/01/slow.log ended", "/logs/db/02/slow.log grows");
  }

  @Test
  void aPathIsWhatItsAddressSays() {
    LogPart part = new LogPart("file:/logs/a b/slow.log#1[x].gz", 1, 1, true, new byte[0]);
    assertThat(part.path()).hasToString("/logs/a b/slow.log#1[x].gz");
  }

  private static List<String> steps(String... addresses) throws IOException {
    List<LogPart> parts = new ArrayList<>();
    for (String address : addresses) {
      byte[] head = EVENT.formatted(parts.size() + 1).getBytes(StandardCharsets.UTF_8);
      parts.add(new LogPart(address, head.length, parts.size() + 1, false, head));
    }
    ServerLog log =
        new ServerLog(
            "db",
            "slow.log",
            "slow.log",
            false,
            "1",
            new ReaderSettings(SlowLogOptions.standard()),
            new byte[0],
            new ArrayList<>(parts));
    return log.plan().steps().stream().flatMap(ServerLogTest::said).toList();
  }

  private static Stream<String> said(LogPlan.Step step) {
    return Stream.of(step.file().path() + (step.grows() ? " grows" : " ended"));
  }
}
