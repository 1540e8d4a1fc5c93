package dev.watershed.collector.slowlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.input.LogInput;
import dev.watershed.collector.reference.ReferenceLog;
import dev.watershed.collector.reference.ReferenceOptions;
import dev.watershed.collector.reference.ReferenceSlowLogReader;
import dev.watershed.collector.reference.SlowLogFixture;
import dev.watershed.collector.reference.SlowLogGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast reader against the slow reference, however the input is cut. */
class ReaderAgreementTest {

  private static final int NORMAL_WINDOW = PartReader.WINDOW;

  @TempDir Path directory;

  static Stream<SlowLogFixture> fixtures() throws IOException {
    return SlowLogFixture.all().stream();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void everyFixtureReadsAsItsReference(SlowLogFixture fixture) throws IOException {
    Map<String, String> expected = reference(fixture.log(), fixture.options());
    assertThat(fast(fixture.log(), fixture.options(), NORMAL_WINDOW, 1 << 24, 1))
        .isEqualTo(expected);
    for (int window : new int[] {1, 97, 1_000}) {
      assertThat(fast(fixture.log(), fixture.options(), window, 1 << 24, 1))
          .as("window %d", window)
          .isEqualTo(expected);
    }
    for (int part : new int[] {70, 300, 2_000}) {
      assertThat(fast(fixture.log(), fixture.options(), NORMAL_WINDOW, part, 3))
          .as("parts of %d", part)
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void anySplitOfARandomLogGivesTheSame(int seed) throws IOException {
    Random random = new Random(seed);
    int events = 60 + random.nextInt(200);
    byte[] log =
        seed % 2 == 0
            ? SlowLogGenerator.clean(seed, events)
            : SlowLogGenerator.damaged(seed, events);
    ReferenceOptions options = SlowLogGenerator.options(seed);
    Map<String, String> expected = reference(log, options);
    assertThat(fast(log, options, NORMAL_WINDOW, 1 << 24, 1)).isEqualTo(expected);
    for (int round = 0; round < 6; round++) {
      int window = 1 + random.nextInt(5_000);
      int part = 64 + random.nextInt(log.length);
      int threads = 1 + random.nextInt(4);
      assertThat(fast(log, options, window, part, threads))
          .as("seed %d, window %d, parts of %d, %d threads", seed, window, part, threads)
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {101, 102, 103, 104, 105, 106})
  void aTruncatedLogReadsAsItsReference(int seed) throws IOException {
    Random random = new Random(seed);
    byte[] log = SlowLogGenerator.damaged(seed, 40);
    ReferenceOptions options = SlowLogGenerator.options(seed);
    for (int round = 0; round < 40; round++) {
      byte[] cut = Arrays.copyOf(log, random.nextInt(log.length));
      assertThat(fast(cut, options, 1 + random.nextInt(3_000), 1 << 24, 1))
          .as("seed %d cut at %d", seed, cut.length)
          .isEqualTo(reference(cut, options));
    }
  }

  /** A line of a header that was cut by a restart is a banner, in the smallest window as well. */
  @ParameterizedTest
  @CsvSource({
    "# Query_time: 0.1, 1",
    "# Query_time: 0.1, 60",
    "# Query_time: 0.1, 97",
    "# Query_time: 0.1, 150",
    "# Time: 026, 1",
    "# Time: 026, 97",
    "# Time: 2026-11-23T02:00, 60",
    "# User@Host: a[a, 97",
    "# User@Host: a[a, 150"
  })
  void aBannerBehindACutLineIsOneInAnyWindow(String cut, int window) throws IOException {
    String log =
        "left over\n"
            + cut
            + "/usr/sbin/mysqld, Version: 9.7.4. started with:\n"
            + "Tcp port: 3306  Unix socket: /var/run/mysqld/mysqld.sock\n"
            + "Time                 Id Command    Argument\n";
    byte[] bytes = log.getBytes(StandardCharsets.ISO_8859_1);
    ReferenceOptions options = ReferenceOptions.standard();
    assertThat(fast(bytes, options, window, 1 << 24, 1))
        .containsKey("issue RESTART")
        .isEqualTo(fast(bytes, options, NORMAL_WINDOW, 1 << 24, 1));
  }

  /** A part may begin at the banner: the reader of the one before went on to it. */
  @ParameterizedTest
  @CsvSource({"'', 97", "# Time: 261123 2, 97", "# Time: 261123 2, 120", "# User@Host: a, 120"})
  void aBannerThatAPartBeginsWithIsOne(String cut, int window) throws IOException {
    String banner =
        "mysqld, Version: 9.7.4. started with:\n"
            + "Tcp port: 3306  Unix socket: mysqld.sock\n"
            + "Time                 Id Command    Argument\n";
    String log = banner + "left over\n# Query_time: 0.1" + banner + cut + banner + "# Tim";
    byte[] bytes = log.getBytes(StandardCharsets.ISO_8859_1);
    ReferenceOptions options = ReferenceOptions.standard();
    Map<String, String> whole = fast(bytes, options, NORMAL_WINDOW, 1 << 24, 1);
    assertThat(whole).containsEntry("issue RESTART", "2 from 133");
    for (int part = 64; part < bytes.length; part++) {
      assertThat(fast(bytes, options, window, part, 2)).as("parts of %d", part).isEqualTo(whole);
    }
  }

  private static Map<String, String> reference(byte[] log, ReferenceOptions options) {
    ReferenceLog read = ReferenceSlowLogReader.read(log, options);
    return LogFacts.of(read, options);
  }

  private Map<String, String> fast(
      byte[] log, ReferenceOptions options, int window, long partBytes, int threads)
      throws IOException {
    Path file = directory.resolve("slow.log");
    Files.write(file, log);
    SlowLogOptions reading =
        SlowLogOptions.standard().withSqlMode(LogFacts.mode(options)).withThreads(threads);
    if (options.timeZone().isPresent()) {
      reading = reading.withTimeZone(options.timeZone().get());
    }
    if (options.sampleRate().isPresent()) {
      reading = reading.withSampleRate(options.sampleRate().getAsLong());
    }
    return LogFacts.of(
        new SlowLogCollector(reading, window, partBytes)
            .collect(
                List.of(new LogInput("slow.log", Optional.of(file))),
                InputStream.nullInputStream(),
                ReadProgress.NONE)
            .workload());
  }
}
