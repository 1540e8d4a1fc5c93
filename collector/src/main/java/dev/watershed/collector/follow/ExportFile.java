package dev.watershed.collector.follow;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A file that somebody else writes and that is read as a whole.
 *
 * @param wayOut what to do where there is none
 */
public record ExportFile(Path path, String wayOut) {

  private static final long MOST_BYTES = 64L << 20;

  public ExportFile {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(wayOut, "wayOut");
  }

  /**
   * What is in it.
   *
   * @throws IOException with the way out, if it is not there, may not be read, or has more than 64
   *     MiB
   */
  public byte[] bytes() throws IOException {
    try {
      long size = Files.size(path);
      if (size > MOST_BYTES) {
        throw new IOException(
            "a file of " + size + " bytes; expected " + MOST_BYTES + " at most; rotate it");
      }
      return Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no such file; " + wayOut, e);
    } catch (AccessDeniedException e) {
      throw new IOException("permission denied; run as a user who may read it", e);
    }
  }
}
