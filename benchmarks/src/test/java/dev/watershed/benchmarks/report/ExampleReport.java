package dev.watershed.benchmarks.report;

import dev.watershed.benchmarks.proof.Watershed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The reports about the example of the repository, in every language. */
final class ExampleReport {

  static final List<String> LANGUAGES = List.of("en", "ja");

  private static final Path EXAMPLE = Path.of("..", "examples", "marketplace");

  private ExampleReport() {}

  /** Writes them into a folder, as {@code en.html} and {@code ja.html}. */
  static void write(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    Watershed watershed = new Watershed(folder);
    watershed.run("collect", "-c", "watershed.yaml", "--log-ended");
    for (String language : LANGUAGES) {
      watershed.run(
          "report", "-c", "watershed.yaml", "--lang", language, "--out", language + ".html");
    }
  }
}
