package dev.watershed.benchmarks.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file for readers that want one, in a folder of this process alone. */
final class Scratch {

  private Scratch() {}

  /** The file with this content; the next call of the same name replaces it. */
  static Path file(String name, byte[] content) {
    Path folder =
        Path.of(
            System.getProperty("java.io.tmpdir"),
            "watershed-fuzz-" + ProcessHandle.current().pid());
    try {
      Files.createDirectories(folder);
      return Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
