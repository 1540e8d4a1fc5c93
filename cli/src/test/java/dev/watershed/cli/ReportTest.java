package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code report}. */
class ReportTest {

  private static final Path EXAMPLE = Path.of("..", "examples", "marketplace");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void twoRunsOnTheSameStoreGiveTheSameBytes(String language) throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    CommandRun run = new CommandRun(folder);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    byte[] first = report(run, language, "first.html");
    assertThat(report(run, language, "second.html")).isEqualTo(first);
    assertThat(new String(first, java.nio.charset.StandardCharsets.UTF_8))
        .startsWith("<!doctype html>")
        .contains("<html lang=\"" + language + "\">");
  }

  private byte[] report(CommandRun run, String language, String file) throws IOException {
    run.execute("report", "-c", "watershed.yaml", "--lang", language, "--out", file);
    assertThat(run.exitCode()).as(run.errors()).isZero();
    return Files.readAllBytes(folder.resolve(file));
  }
}
