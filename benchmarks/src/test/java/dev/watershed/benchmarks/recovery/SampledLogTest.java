package dev.watershed.benchmarks.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampledLogTest {

  @TempDir Path folder;

  @Test
  void keepsSomeStatementsOfEachDigest() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 5; i++) {
      text.append(event("SELECT a FROM t\nWHERE b = " + i, 0.5));
    }
    text.append(event("# administrator command: Quit", 9)).append(event("SELECT 1", 4));
    Path log = folder.resolve("slow.log");
    Files.writeString(log, text);
    List<SampleStatement> samples = SampledLog.read(log);
    assertThat(samples).hasSize(2);
    assertThat(samples.get(0).statements()).containsExactly("SELECT 1");
    assertThat(samples.get(1).calls()).isEqualTo(5);
    assertThat(samples.get(1).seconds()).isEqualTo(2.5);
    assertThat(samples.get(1).schema()).isEqualTo("shop");
    assertThat(samples.get(1).statements())
        .containsExactly(
            "SELECT a FROM t\nWHERE b = 1",
            "SELECT a FROM t\nWHERE b = 2",
            "SELECT a FROM t\nWHERE b = 3");
  }

  private static String event(String statement, double seconds) {
    return "# Time: 2026-11-23T02:13:44.135966Z\n"
        + "# User@Host: u[u] @ host [10.0.0.1]  Id: 1\n# Query_time: "
        + seconds
        + "  Lock_time: 0.0 Rows_sent: 0  Rows_examined: 0\nuse shop;\nSET timestamp=1764000000;\n"
        + statement
        + ";\n";
  }
}
