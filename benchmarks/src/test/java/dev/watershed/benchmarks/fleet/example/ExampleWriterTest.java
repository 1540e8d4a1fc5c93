package dev.watershed.benchmarks.fleet.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.benchmarks.fleet.truth.Truth;
import dev.watershed.collector.input.LogStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleWriterTest {

  private static final Truth TRUTH =
      new Truth(
          1,
          Instant.EPOCH,
          Duration.ofSeconds(60),
          List.of(new Truth.Server("a", "a-slow.log", 3)),
          List.of(),
          List.of(),
          List.of());

  @Test
  void filesAreCompressedAndNamedSo(@TempDir Path folder) throws IOException {
    Path capture = Files.createDirectories(folder.resolve("capture"));
    Files.writeString(capture.resolve("a-slow.log"), "# Time: …\n");
    Files.writeString(capture.resolve("a.sql"), "CREATE TABLE t (a INT);\n");
    Files.writeString(
        capture.resolve("watershed.yaml"), "{name: a, slowLog: a-slow.log, catalog: a.sql}");
    Files.writeString(capture.resolve("truth.json"), "{\"slowLog\": \"a-slow.log\"}");
    Path out = folder.resolve("out");

    long bytes = ExampleWriter.write(capture, TRUTH, out);

    assertThat(text(out.resolve("a-slow.log.gz"))).isEqualTo("# Time: …\n");
    assertThat(text(out.resolve("a.sql.gz"))).isEqualTo("CREATE TABLE t (a INT);\n");
    assertThat(out.resolve("watershed.yaml"))
        .hasContent("{name: a, slowLog: a-slow.log.gz, catalog: a.sql.gz}");
    assertThat(text(out.resolve(ExampleWriter.TRUTH)))
        .isEqualTo("{\"slowLog\": \"a-slow.log.gz\"}");
    long written = 0;
    try (var files = Files.list(out)) {
      for (Path file : files.toList()) {
        written += Files.size(file);
      }
    }
    assertThat(bytes).isEqualTo(written);
  }

  private static String text(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file)) {
      return new String(LogStream.uncompressed(raw).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
