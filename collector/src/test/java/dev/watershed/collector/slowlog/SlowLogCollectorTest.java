package dev.watershed.collector.slowlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.watershed.collector.input.LogInput;
import dev.watershed.collector.reference.SlowLogGenerator;
import dev.watershed.sql.SqlMode;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Measure;
import dev.watershed.workload.Origin;
import dev.watershed.workload.OriginTag;
import dev.watershed.workload.Quality;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlowLogCollectorTest {

  private static final byte[] LOG = SlowLogGenerator.clean(42, 400);

  @TempDir Path directory;

  @Test
  void packedLogsAndStandardInputReadLikeTheFile() throws IOException {
    Map<String, String> plain = facts(file("slow.log", LOG));
    assertThat(plain).hasSizeGreaterThan(20);
    assertThat(facts(file("slow.log.gz", gzip(LOG)))).isEqualTo(plain);
    assertThat(facts(file("no-suffix", gzip(LOG)))).as("by content").isEqualTo(plain);
    assertThat(facts(file("slow.log.zst", Zstd.compress(LOG)))).isEqualTo(plain);
    byte[] members = join(gzip(Arrays.copyOf(LOG, 5_000)), gzip(tail(5_000)));
    assertThat(facts(file("members.gz", members))).as("two members").isEqualTo(plain);
    byte[] frames = join(Zstd.compress(Arrays.copyOf(LOG, 5_000)), Zstd.compress(tail(5_000)));
    assertThat(facts(file("frames.zst", frames))).as("two frames").isEqualTo(plain);
    for (byte[] bytes : List.of(LOG, gzip(LOG), Zstd.compress(LOG))) {
      SlowLogResult piped =
          new SlowLogCollector(SlowLogOptions.standard())
              .collect(
                  List.of(LogInput.standardInput()),
                  new ByteArrayInputStream(bytes),
                  ReadProgress.NONE);
      assertThat(LogFacts.of(piped.workload())).as("standard input").isEqualTo(plain);
    }
  }

  @Test
  void aTextThatWasCutIsCountedOnceInHoweverManyParts() throws IOException {
    StringBuilder statement = new StringBuilder("SELECT ");
    for (int column = 0; column < 8_000; column++) {
      statement.append("column_").append(column).append(", ");
    }
    String text = statement + "1 FROM t";
    LogInput log = file("slow.log", events(text, "SELECT 1", text, text, text));
    for (long partBytes : new long[] {50_000, 200_000, 10_000_000}) {
      Quality quality =
          new SlowLogCollector(SlowLogOptions.standard().withThreads(2), 64 << 10, partBytes)
              .collect(List.of(log), InputStream.nullInputStream(), ReadProgress.NONE)
              .workload()
              .quality();
      assertThat(quality.count(IssueReason.LONG_STATEMENT)).as("parts of " + partBytes).isOne();
    }
  }

  @Test
  void aTruncatedArchiveGivesWhatIsThereAndSaysSo() throws IOException {
    for (byte[] packed : List.of(gzip(LOG), Zstd.compress(LOG))) {
      LogInput cut = file("cut", Arrays.copyOf(packed, packed.length * 2 / 3));
      SlowLogResult result = read(SlowLogOptions.standard(), cut);
      assertThat(result.failed()).hasSize(1);
      assertThat(result.failed().get(0).message())
          .contains("cut: the compressed file is damaged or ends early");
      assertThat(result.workload().quality().count(IssueReason.TRUNCATED_ARCHIVE)).isEqualTo(1);
      assertThat(result.failed().get(0).partlyRead())
          .isEqualTo(result.workload().sources().get(0).events() > 0);
    }
    byte[] packed = gzip(LOG);
    LogInput cut = file("cut.gz", Arrays.copyOf(packed, packed.length - 20));
    assertThat(read(SlowLogOptions.standard(), cut).workload().sources().get(0).events())
        .isGreaterThan(300);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          binary        | a\\0b                                                        | binary
          postgresql    | 2026-11-23 UTC [7] LOG:  duration: 12.3 ms  statement: select | PostgreSQL
          error log     | 2026-11-23T00:00:00Z 0 [System] [MY-010116] [Server] starting | error log
          general log   | 2026-11-23T00:00:00.1Z     8 Query     select 1               | general query
          json          | {"t": 1}                                                      | JSON
          dump          | CREATE TABLE t (a int);                                       | SQL statements
          prose         | hello                                                         | no slow-log event
          """)
  void otherFilesAreNamedForWhatTheyAre(String name, String text, String guess) throws IOException {
    LogInput input = file(name, text.replace("\\0", "\0").getBytes(StandardCharsets.UTF_8));
    SlowLogResult result = read(SlowLogOptions.standard(), input);
    assertThat(result.failed()).hasSize(1);
    FailedInput failure = result.failed().get(0);
    assertThat(failure.partlyRead()).isFalse();
    assertThat(failure.message())
        .startsWith(name + ": ")
        .contains(guess)
        .contains("# User@Host")
        .contains("@@slow_query_log_file");
  }

  @Test
  void anEmptyFileIsNoFailureAndAMissingOneIs() throws IOException {
    LogInput missing = new LogInput("gone.log", Optional.of(directory.resolve("gone.log")));
    SlowLogResult result =
        read(SlowLogOptions.standard(), file("empty.log", new byte[0]), missing, file("a", LOG));
    assertThat(result.failed()).extracting(FailedInput::name).containsExactly("gone.log");
    assertThat(result.failed().get(0).message()).isEqualTo("gone.log: no such file");
    assertThat(result.workload().sources()).hasSize(3);
    assertThat(result.workload().sources().get(0).events()).isZero();
    assertThat(result.workload().sources().get(2).events()).isGreaterThan(300);
  }

  @Test
  void anEventOfUnknownTimeIsInNoSpanAndIsCounted() throws IOException {
    String untimed =
        "# User@Host: app[app] @  [10.0.0.7]  Id: 1\n"
            + "# Query_time: 0.1  Lock_time: 0.0 Rows_sent: 1  Rows_examined: 1\nselect 0;\n";
    byte[] log = join(untimed.getBytes(StandardCharsets.UTF_8), events("select 1"));
    SlowLogResult result =
        read(withSpan(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")), file("slow.log", log));
    assertThat(result.workload().sources().get(0).events()).isEqualTo(1);
    assertThat(result.workload().quality().count(IssueReason.UNKNOWN_TIME)).isEqualTo(1);
  }

  @Test
  void onlyEventsOfTheSpanCount() throws IOException {
    LogInput input = file("slow.log", events("select 1", "select 2", "select 3"));
    SlowLogOptions options =
        withSpan(Instant.parse("2026-11-23T02:00:02Z"), Instant.parse("2026-11-23T02:00:03Z"));
    Workload workload = read(options, input).workload();
    assertThat(workload.statements().size()).isEqualTo(1);
    assertThat(workload.statements().value(0, Measure.CALLS)).isEqualTo(1);
  }

  @Test
  void tagsOfCommentsAtEitherEndBecomePartOfTheOrigin() throws IOException {
    byte[] log =
        events(
            "select 1 /*application:market,controller:coupon,traceparent:00-1*/",
            "/*controller='plan%2Flist',framework='x'*/ select 1",
            "select /* controller:inside */ 1",
            "select 1 -- controller:line");
    Workload workload = read(SlowLogOptions.standard(), file("slow.log", log)).workload();
    assertThat(workload.origins())
        .contains(
            new Origin(
                "app",
                "10.0.0.0/24",
                List.of(
                    new OriginTag("application", "market"), new OriginTag("controller", "coupon"))),
            new Origin("app", "10.0.0.0/24", List.of(new OriginTag("controller", "plan/list"))),
            new Origin("app", "10.0.0.0/24", List.of()))
        .hasSize(4);
  }

  @Test
  void samplesAreTheSlowestStatementsWithoutTheirLiterals() throws IOException {
    LogInput input = file("slow.log", events("select 'secret'", "select 'other'"));
    assertThat(read(SlowLogOptions.standard(), input).workload().texts())
        .anySatisfy(text -> assertThat(text.sample()).contains("select ?"))
        .noneSatisfy(text -> assertThat(text.sample().orElse("")).contains("secret"));
  }

  @Test
  void throughAPipeAStatementOf100MegabytesIsReadInAFewMegabytes() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LongStatementMain.class.getName())
            .redirectErrorStream(true)
            .start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).isEqualTo("[INSERT INTO t VALUES (...), SELECT ?] from 3 events, issues []");
  }

  private Map<String, String> facts(LogInput input) {
    SlowLogResult result = read(SlowLogOptions.standard(), input);
    assertThat(result.failed()).isEmpty();
    return LogFacts.of(result.workload());
  }

  private static SlowLogResult read(SlowLogOptions options, LogInput... inputs) {
    return new SlowLogCollector(options)
        .collect(List.of(inputs), InputStream.nullInputStream(), ReadProgress.NONE);
  }

  private LogInput file(String name, byte[] bytes) throws IOException {
    Path path = directory.resolve(name);
    Files.write(path, bytes);
    return new LogInput(name, Optional.of(path));
  }

  private static byte[] events(String... statements) {
    StringBuilder log = new StringBuilder();
    List<String> list = new ArrayList<>(List.of(statements));
    for (int i = 0; i < list.size(); i++) {
      log.append("# Time: 2026-11-23T02:00:0").append(i + 1).append(".000000Z\n");
      log.append("# User@Host: app[app] @  [10.0.0.7]  Id: 1\n");
      log.append("# Query_time: 0.").append(9 - i);
      log.append("  Lock_time: 0.0 Rows_sent: 1  Rows_examined: 1\n");
      log.append("SET timestamp=1795399201;\n").append(list.get(i)).append(";\n");
    }
    return log.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static SlowLogOptions withSpan(Instant since, Instant until) {
    return new SlowLogOptions(
        SqlMode.standard(),
        Optional.empty(),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        Optional.of(since),
        Optional.of(until),
        false,
        SlowLogOptions.USUAL_TAGS,
        24,
        1,
        WorkloadBounds.standard());
  }

  private static byte[] tail(int from) {
    return Arrays.copyOfRange(LOG, from, LOG.length);
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }
}
