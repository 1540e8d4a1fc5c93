package dev.watershed.collector.slowlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.input.LogInput;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.Measure;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.Workload;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A real MySQL 9.7's slow log beside the digest counters that the same server kept for the same
 * traffic: four services, a schema each. Runs where the capture lies beside the repository.
 */
class ServerCaptureTest {

  private static final Path CAPTURE = Path.of("..", "..", "shared", "capture", "mysql97");
  private static final List<String> SERVICES = List.of("tpcc", "smallbank", "tatp", "voter");

  @BeforeEach
  void needsTheCapture() {
    Assumptions.assumeTrue(
        Files.isDirectory(CAPTURE), () -> "no capture at " + CAPTURE.toAbsolutePath());
  }

  /**
   * The server cuts the text of a digest after 1,024 bytes of tokens and counts all statements with
   * the same beginning together; here such a row is compared with the sum of these statements.
   */
  @Test
  void callsAndRowsEqualTheServersOwnCounters() throws Exception {
    Map<String, Counts> logged = logged();
    Map<String, Counts> counters = counters();
    Map<String, Counts> whole = new TreeMap<>();
    Map<String, Counts> joined = new TreeMap<>();
    logged.forEach(
        (text, counts) -> {
          Optional<String> cut =
              counters.keySet().stream().filter(text::startsWith).reduce((a, b) -> longer(a, b));
          String key = counters.containsKey(text) ? text : cut.orElse(text);
          joined.merge(key, counts, Counts::plus);
          if (key.equals(text)) {
            whole.put(text, counts);
          }
        });
    assertThat(counters).containsAllEntriesOf(joined);
    assertThat(whole).as("statements compared without a cut").hasSizeGreaterThan(90);
    assertThat(joined.values().stream().mapToLong(Counts::calls).sum()).isGreaterThan(20_000);
  }

  private record Counts(long calls, long rowsSent, long rowsExamined) {

    Counts plus(Counts other) {
      return new Counts(
          calls + other.calls, rowsSent + other.rowsSent, rowsExamined + other.rowsExamined);
    }
  }

  private static String longer(String a, String b) {
    return a.length() >= b.length() ? a : b;
  }

  private static Map<String, Counts> counters() throws Exception {
    List<String> lines = Files.readAllLines(CAPTURE.resolve("digests.tsv"));
    Map<String, Counts> counters = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      if (SERVICES.contains(cells[0])) {
        counters.merge(
            cells[0] + " " + Fingerprints.ofDigestText(cells[7]).text(),
            new Counts(
                Long.parseLong(cells[2]), Long.parseLong(cells[4]), Long.parseLong(cells[5])),
            Counts::plus);
      }
    }
    return counters;
  }

  /** What the log says of the services' own statements, per schema and fingerprint. */
  private static Map<String, Counts> logged() {
    Workload workload =
        new SlowLogCollector(SlowLogOptions.standard())
            .collect(
                List.of(new LogInput("log", Optional.of(CAPTURE.resolve("slow.log.gz")))),
                InputStream.nullInputStream(),
                ReadProgress.NONE)
            .workload();
    StatementTable table = workload.statements();
    Map<String, Counts> logged = new TreeMap<>();
    for (int row = 0; row < table.size(); row++) {
      String user = workload.origins().get(table.originIndex(row)).user();
      String text = workload.texts().get(table.textIndex(row)).fingerprint();
      if (user.startsWith("svc_") && !text.startsWith("administrator command")) {
        logged.merge(
            workload.schemas().get(table.schemaIndex(row)) + " " + text,
            new Counts(
                table.value(row, Measure.CALLS),
                table.value(row, Measure.ROWS_SENT),
                table.value(row, Measure.ROWS_EXAMINED)),
            Counts::plus);
      }
    }
    return logged;
  }
}
