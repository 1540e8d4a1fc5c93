package dev.watershed.cli.command;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Where facts of statements are kept from run to run. */
interface FactsFiles {

  /** The bytes of a file, if it is there. */
  Optional<byte[]> read(String name) throws IOException;

  /** Writes a file, or replaces it. */
  void write(String name, byte[] content) throws IOException;

  /**
   * Deletes files that are old or too many, and what killed processes left.
   *
   * @param used names of files that stay
   */
  void clean(Set<String> used, Instant now) throws IOException;
}
