package dev.watershed.benchmarks.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What data were made with, kept in a file beside them, {@code NAME.made}, so that no run takes
 * those of other options for its own.
 *
 * @param data a file or folder
 * @param options each as a name and its value
 */
public record MadeWith(Path data, List<String> options) {

  public MadeWith {
    options = List.copyOf(options);
  }

  /**
   * Whether the data are there.
   *
   * @throws IOException if they were made with other options, or were not made to their end
   */
  public boolean complete() throws IOException {
    if (!Files.exists(data)) {
      return false;
    }
    if (!Files.exists(file())) {
      throw new IOException(
          data + " is there, and nothing says that it was made to its end: delete it");
    }
    List<String> made = Files.readAllLines(file());
    if (!made.equals(options)) {
      throw refused(made);
    }
    return true;
  }

  /**
   * Requires that these are among the options with which the data were made.
   *
   * @throws IOException if they are not, or if nothing says what the data were made with
   */
  public void require() throws IOException {
    if (!Files.exists(file())) {
      throw new IOException("nothing says how " + data + " was made: there is no " + file());
    }
    List<String> made = Files.readAllLines(file());
    List<String> others = new ArrayList<>(options);
    others.removeAll(made);
    if (!others.isEmpty()) {
      throw refused(made);
    }
  }

  /** Says that the data are complete. */
  public void write() throws IOException {
    Files.createDirectories(file().getParent());
    Files.write(file(), options);
  }

  private Path file() {
    return data.toAbsolutePath().resolveSibling(data.getFileName() + ".made");
  }

  private IOException refused(List<String> made) {
    return new IOException(
        "%s was made with %s, not with %s: name another folder, or delete it"
            .formatted(data, String.join(" ", made), String.join(" ", options)));
  }
}
