package dev.watershed.benchmarks.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file for readers that want one, in a folder of this process alone. Who starts a process that
 * may end in any way deletes its folder; a process that ends by itself deletes its own.
 */
final class Scratch {

  private Scratch() {}

  /** That of a process. */
  static Path folder(long pid) {
    return Path.of(System.getProperty("java.io.tmpdir"), "watershed-fuzz-" + pid);
  }

  /** The file with this content; the next call of the same name replaces it. */
  static Path file(String name, byte[] content) {
    Path file = folder(ProcessHandle.current().pid()).resolve(name);
    try {
      Files.createDirectories(file.getParent()).toFile().deleteOnExit();
      file.toFile().deleteOnExit();
      return Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
