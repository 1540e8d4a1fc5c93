package dev.watershed.benchmarks.report;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The browser that the distribution installed. */
final class ChromiumFile {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private ChromiumFile() {}

  /**
   * Looks for it.
   *
   * @param path the folders in which a shell looks for programs, as in {@code PATH}
   */
  static Optional<Path> find(String path) {
    List<String> folders = Pattern.compile(File.pathSeparator).splitAsStream(path).toList();
    return NAMES.stream()
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
