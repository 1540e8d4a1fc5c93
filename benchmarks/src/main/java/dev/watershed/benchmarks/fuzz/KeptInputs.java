package dev.watershed.benchmarks.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The inputs that the repository keeps: few, and each reaches what no other one reaches. */
public final class KeptInputs {

  private static final Path RESOURCES = Path.of("benchmarks/src/test/resources/fuzz");

  private KeptInputs() {}

  /** The folder of a target's inputs. */
  public static Path folder(Path repository, FuzzTarget target) {
    return repository.resolve(RESOURCES).resolve(target.key());
  }

  /** The files of a target's inputs, by name. */
  public static List<Path> files(Path repository, FuzzTarget target) throws IOException {
    Path folder = folder(repository, target);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
