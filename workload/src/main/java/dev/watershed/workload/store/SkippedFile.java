package dev.watershed.workload.store;

import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.window.StoredWindow;
import java.util.Objects;

/**
 * A file of the store that could not be read; nothing of it is counted.
 *
 * @param file its name in the store
 * @param problem what is wrong
 * @param detail one line that says it to people
 */
public record SkippedFile(String file, FileProblem problem, String detail) {

  public SkippedFile {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(problem, "problem");
    Objects.requireNonNull(detail, "detail");
  }

  /** One line that names the file, too. */
  public String described() {
    return file + ": " + detail;
  }

  /** A window that turned out to be damaged while it was read. */
  public static SkippedFile of(StoredWindow window, UnreadableFileException damaged) {
    return of(WindowFiles.pathOf(window.name()), damaged);
  }

  static SkippedFile of(String file, UnreadableFileException damaged) {
    return new SkippedFile(file, damaged.problem(), damaged.getMessage());
  }
}
