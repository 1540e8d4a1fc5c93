package dev.watershed.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The bundled fleet. */
public final class ExampleFiles {

  private static final Path MARKETPLACE = Path.of("../examples/marketplace");

  private ExampleFiles() {}

  /** Puts its logs, dumps and configuration into a folder. */
  public static void copyInto(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(MARKETPLACE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }
}
