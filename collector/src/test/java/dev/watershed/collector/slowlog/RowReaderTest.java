package dev.watershed.collector.slowlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.follow.WindowSums;
import dev.watershed.collector.input.LogInput;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Workload;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RowReaderTest {

  private static final SlowLogOptions OPTIONS =
      SlowLogOptions.standard().withLongQueryTimeSeconds(OptionalDouble.of(0));
  private static final long START = Micros.of(Instant.parse("2026-11-23T10:00:01Z"));

  private static LoggedStatement row(long number, String schema, String text) {
    return new LoggedStatement(
        number,
        START + number * 1_000_000,
        "svc[svc] @ host [10.1.2.3]",
        7,
        schema,
        1_500_001 + number,
        12,
        3,
        40,
        OptionalLong.empty(),
        text.getBytes(StandardCharsets.UTF_8));
  }

  private static RowReader reader() throws Exception {
    return new RowReader(OPTIONS, "log", CarriedState.start(), "watershed_sample");
  }

  @Test
  void rowsSayWhatTheSameLogSays() throws Exception {
    List<String> texts =
        List.of(
            "SELECT a FROM t WHERE k = 'x; # Query_time: 9'",
            "BEGIN",
            "/*controller='coupon'*/ UPDATE t SET a = 1",
            "COMMIT",
            "SELECT `we``ird` FROM t /* tail */");
    RowReader reader = reader();
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < texts.size(); i++) {
      LoggedStatement row = row(i, "sh`op", texts.get(i));
      assertThat(reader.take(row)).isTrue();
      log.append(LoggedHeader.text(row)).append(texts.get(i)).append(";\n");
    }

    Workload file =
        new SlowLogCollector(OPTIONS)
            .collect(
                List.of(new LogInput("-", Optional.empty())),
                new ByteArrayInputStream(log.toString().getBytes(StandardCharsets.UTF_8)),
                ReadProgress.NONE)
            .workload();
    Workload rows = reader.take().workload();
    var found = WindowSums.of(rows);
    var expected = WindowSums.of(file);
    found.keySet().removeIf(key -> key.startsWith("source") || key.contains("transaction"));
    expected.keySet().removeIf(key -> key.startsWith("source"));
    assertThat(WindowSums.differences(found, expected)).isEmpty();
    assertThat(rows.transactions().size()).isEqualTo(1);
  }

  @Test
  void aRowWithoutASchemaHasNone() throws Exception {
    RowReader reader = reader();
    reader.take(row(0, "shop", "SELECT 1"));
    reader.take(row(1, "", "SELECT 2 FROM t"));
    Workload workload = reader.take().workload();

    assertThat(workload.quality().count(IssueReason.INHERITED_SCHEMA)).isZero();
    assertThat(workload.statements().size()).isEqualTo(2);
    assertThat(WindowSums.of(workload).keySet())
        .anyMatch(key -> key.startsWith("all statement  Origin"))
        .anyMatch(key -> key.startsWith("all statement shop Origin"));
  }

  @Test
  void aNameOfACommandIsOne() throws Exception {
    RowReader reader = reader();
    reader.take(row(0, "", "Quit"));
    reader.take(row(1, "", "Prepare"));
    reader.take(row(2, "", "quit"));

    assertThat(reader.take().workload().texts())
        .extracting(text -> text.fingerprint())
        .contains("administrator command: Quit", "administrator command: Prepare")
        .as("with the one that stands for others")
        .hasSize(4);
  }

  @Test
  void ownStatementsAreCountedAndThoseThatOnlyNameThemAreNot() throws Exception {
    RowReader reader = reader();
    reader.take(row(0, "", "SELECT 1 FROM mysql.slow_log AS watershed_sample LIMIT 3"));
    reader.take(row(1, "", "SELECT 'watershed_sample' FROM t"));
    Workload workload = reader.take().workload();

    assertThat(workload.quality().count(IssueReason.OWN_STATEMENTS)).isEqualTo(1);
    assertThat(workload.statements().size()).isEqualTo(1);
  }

  @Test
  void theFirstRowOfAnotherSlotWaitsForTheWindow() throws Exception {
    RowReader reader = reader();
    assertThat(reader.take(row(0, "", "SELECT 1"))).isTrue();
    LoggedStatement later = row(900, "", "SELECT 2 FROM t");
    assertThat(reader.take(later)).isFalse();
    assertThat(reader.take().slotStart()).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
    assertThat(reader.take(later)).isTrue();
    assertThat(reader.take().slotStart()).isEqualTo(Instant.parse("2026-11-23T10:15:00Z"));
  }
}
