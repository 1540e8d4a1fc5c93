package dev.watershed.collector.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.observation.ObservationRows;
import dev.watershed.workload.observation.ObservationTable;
import dev.watershed.workload.observation.ServerMinutes;
import dev.watershed.workload.observation.ServerMinutes.Figure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostMetricsReaderTest {

  @Test
  void rowsAreReadWhateverTheOrderOfTheColumns() throws IOException {
    HostMetrics metrics =
        read(
            "host, cpu_percent,time,written_bytes,read_bytes",
            "db1,37.5,2026-11-23T10:15:00Z,512,1024",
            "",
            "db1,,1795429020,,7");
    assertThat(metrics.issues()).isEmpty();
    assertThat(metrics.samples())
        .containsExactly(
            new HostSample(
                Instant.parse("2026-11-23T10:15:00Z"),
                OptionalDouble.of(37.5),
                OptionalLong.of(1_024),
                OptionalLong.of(512)),
            new HostSample(
                Instant.ofEpochSecond(1_795_429_020),
                OptionalDouble.empty(),
                OptionalLong.of(7),
                OptionalLong.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "abc,2026-11-23T10:15:00Z,1 | cpu_percent is 'abc'; expected a number from 0 to 100",
        "101,2026-11-23T10:15:00Z,1 | cpu_percent is '101'",
        "NaN,2026-11-23T10:15:00Z,1 | cpu_percent is 'NaN'",
        "1,2026-11-23 10:15,1 | time is '2026-11-23 10:15'; expected a time such as",
        "1,,1 | time is ''",
        "1,99999999999999999999,1 | time is '99999999999999999999'",
        "1,253402300800,1 | time is '253402300800'",
        "1,+999999999-01-01T00:00:00Z,1 | time is '+999999999-01-01T00:00:00Z'",
        "1,1969-12-31T23:59:59Z,1 | time is '1969-12-31T23:59:59Z'",
        "1,2026-11-23T10:15:00Z,-5 | read_bytes is '-5'; expected a whole number",
        "1,2026-11-23T10:15:00Z,1.5 | read_bytes is '1.5'",
        "1,2026-11-23T10:15:00Z | a row of 2 fields; expected read_bytes as well",
      })
  void aLineThatMakesNoSenseIsLocatedAndTheRestCounts(String line, String message)
      throws IOException {
    HostMetrics metrics =
        read("cpu_percent,time,read_bytes", line, "5,2026-11-23T10:16:00+09:00,1");
    assertThat(metrics.samples())
        .extracting(HostSample::time)
        .containsExactly(Instant.parse("2026-11-23T01:16:00Z"));
    assertThat(metrics.issues())
        .singleElement()
        .satisfies(issue -> assertThat(issue).startsWith("host.csv:2: " + message));
    assertThat(metrics.issueCount()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-11-23T10:15:00Z,1,2", "time", "cpu_percent,read_bytes"})
  void aFileWithoutColumnsSaysWhatIsExpected(String header) throws IOException {
    assertThat(read(header, "1,2").issues())
        .containsExactly(
            "host.csv:1: no columns; expected a line with the names time and some of cpu_percent,"
                + " read_bytes, written_bytes");
  }

  @Test
  void rowsOfAMinuteComeTogether() throws IOException {
    HostMetrics metrics =
        read(
            "time,cpu_percent,read_bytes,written_bytes",
            "2026-11-23T10:15:10Z,10,1,2",
            "2026-11-23T10:15:40Z,30,3,4",
            "2026-11-23T10:16:10Z,50,5,6");
    ObservationRows<ServerMinutes.Key, Figure> rows = new ObservationRows<>(ServerMinutes.KIND, 10);
    HostMinutes.add(metrics.samples(), rows);
    ObservationTable<ServerMinutes.Key, Figure> minutes = rows.build();
    assertThat(minutes.size()).isEqualTo(2);
    assertThat(minutes.value(0, Figure.HOST_SAMPLES)).isEqualTo(2);
    assertThat(minutes.value(0, Figure.HOST_CPU_MILLIPERCENT_SUM)).isEqualTo(40_000);
    assertThat(minutes.value(0, Figure.HOST_CPU_MILLIPERCENT_MAX)).isEqualTo(30_000);
    assertThat(minutes.value(0, Figure.HOST_READ_BYTES)).isEqualTo(4);
    assertThat(minutes.value(1, Figure.HOST_WRITTEN_BYTES)).isEqualTo(6);
  }

  private static HostMetrics read(String... lines) throws IOException {
    return HostMetricsReader.read(
        "host.csv", new BufferedReader(new StringReader(String.join("\n", lines))));
  }
}
