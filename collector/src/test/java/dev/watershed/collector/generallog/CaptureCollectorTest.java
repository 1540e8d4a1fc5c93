package dev.watershed.collector.generallog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.input.LogInput;
import dev.watershed.collector.slowlog.FailedInput;
import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.workload.WorkloadBounds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureCollectorTest {

  private static final String SLOW =
      """
      # Time: 2026-11-23T02:13:44.135966Z
      # User@Host: app[app] @  [10.2.3.4]  Id:    12
      # Query_time: 0.000300  Lock_time: 0.000100 Rows_sent: 1  Rows_examined: 1
      %sSET timestamp=1795400024;
      %s;
      """;
  private static final String GENERAL =
      "2026-11-23T02:13:44.135966Z\t   12 Connect\tapp@10.2.3.4 on shop using TCP/IP\n"
          + "2026-11-23T02:13:44.135967Z\t   12 Query\tSELECT a FROM t\n"
          + "2026-11-23T02:13:44.135968Z\t   12 Query\tSELECT b FROM t\n"
          + "2026-11-23T02:13:44.135969Z\t   12 Query\tSELECT c FROM t\n"
          + "2026-11-23T02:13:44.135969Z\t   12 Query\tSELECT c FROM t\n";

  @TempDir Path folder;

  @Test
  void theContentTellsWhatALogIs() throws IOException {
    CapturedLog log =
        collect(30_000, "", slow("SELECT a FROM t", "SELECT b FROM t"), GENERAL, "[client]\n");
    assertThat(log.statements())
        .extracting(SentStatement::fingerprint)
        .containsExactly(
            "SELECT a FROM t",
            "SELECT b FROM t",
            "SELECT a FROM t",
            "SELECT b FROM t",
            "SELECT c FROM t");
    assertThat(log.statements())
        .allSatisfy(
            each -> {
              assertThat(each.schema()).contains("shop");
              assertThat(each.origin().user()).isEqualTo("app");
              assertThat(each.origin().host()).isEqualTo("10.2.3.0/24");
            });
    assertThat(log.failed())
        .extracting(FailedInput::message)
        .singleElement()
        .satisfies(
            message -> assertThat(message).startsWith("2.log: neither a slow log nor a general"));
    assertThat(log.beyond()).isZero();
  }

  @Test
  void standardInputIsReadAsAFileIs() throws IOException {
    assertThat(collect(30_000, GENERAL).statements()).hasSize(3);
    assertThat(collect(30_000, slow("SELECT a FROM t")).statements()).hasSize(1);
  }

  @Test
  void whatIsBeyondTheBoundIsCountedInEitherLog() throws IOException {
    CapturedLog general = collect(2, "", GENERAL);
    assertThat(general.statements()).hasSize(2);
    assertThat(general.beyond()).isEqualTo(2);
    CapturedLog slow =
        collect(
            2,
            "",
            slow("SELECT a FROM t", "SELECT b FROM t", "SELECT c FROM t", "SELECT c FROM t"));
    assertThat(slow.statements()).hasSize(2);
    assertThat(slow.statements().size() + slow.beyond()).isBetween(3L, 4L);
  }

  @Test
  void aLogThatIsNotThereIsNamed() {
    LogInput input = new LogInput("gone.log", Optional.of(folder.resolve("gone.log")));
    CapturedLog log =
        CaptureCollector.collect(List.of(input), new ByteArrayInputStream(new byte[0]), options(9));
    assertThat(log.failed())
        .extracting(FailedInput::message)
        .containsExactly("gone.log: no such file");
  }

  /** Reads the first text as standard input, unless it is empty, and the others as files. */
  private CapturedLog collect(int texts, String standardInput, String... files) throws IOException {
    List<LogInput> inputs = new ArrayList<>();
    if (!standardInput.isEmpty()) {
      inputs.add(LogInput.standardInput());
    }
    for (String text : files) {
      Path file = Files.writeString(folder.resolve(inputs.size() + ".log"), text);
      inputs.add(new LogInput(file.getFileName().toString(), Optional.of(file)));
    }
    return CaptureCollector.collect(
        inputs,
        new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)),
        options(texts));
  }

  private static String slow(String... statements) {
    StringBuilder log = new StringBuilder();
    for (String statement : statements) {
      log.append(SLOW.formatted(log.isEmpty() ? "use shop;\n" : "", statement));
    }
    return log.toString();
  }

  private static SlowLogOptions options(int texts) {
    return new SlowLogOptions(
        SlowLogOptions.standard().sqlMode(),
        Optional.empty(),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        List.of(),
        24,
        1,
        WorkloadBounds.ofNames(texts, 9, 9, 9, 9));
  }
}
