package dev.watershed.workload;

import java.util.Objects;

/**
 * One input and what it gave.
 *
 * @param path as the user named it; {@code -} for standard input
 * @param bytes bytes read, uncompressed
 * @param events events found, unweighted
 * @param issues places that could not be read as they stand
 */
public record SourceFile(String path, long bytes, long events, long issues) {

  public SourceFile {
    Objects.requireNonNull(path, "path");
    if (bytes < 0 || events < 0 || issues < 0) {
      throw new IllegalArgumentException("negative count for " + path);
    }
  }
}
