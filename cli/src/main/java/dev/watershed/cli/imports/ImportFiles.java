package dev.watershed.cli.imports;

import dev.watershed.cli.config.PathPattern;
import dev.watershed.cli.config.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files that a configuration leads to, and what they are called in messages. */
final class ImportFiles {

  private final Path folder;
  private final Problems problems;

  /**
   * @param folder that of the configuration
   */
  ImportFiles(Path folder, Problems problems) {
    this.folder = folder.toAbsolutePath().normalize();
    this.problems = problems;
  }

  /** The files of a pattern; none is a problem of the key. */
  List<Path> of(String key, PathPattern pattern) {
    try {
      List<Path> found = pattern.files();
      if (found.isEmpty()) {
        problems.add(key, "no file matches '" + pattern.text() + "' (" + pattern.base() + ")");
      }
      return found;
    } catch (IOException | UncheckedIOException e) {
      problems.add(key, "cannot look through " + pattern.base() + ": " + e.getMessage());
      return List.of();
    }
  }

  /** The text of a file; a problem if it cannot be read. */
  Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (CharacterCodingException e) {
      problems.add(name(file), "is not UTF-8 text");
    } catch (IOException e) {
      problems.add(name(file), "cannot be read: " + e.getMessage());
    }
    return Optional.empty();
  }

  /** A file as seen from the configuration. */
  String name(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }
}
