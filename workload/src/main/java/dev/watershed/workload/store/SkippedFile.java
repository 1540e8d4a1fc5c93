package dev.watershed.workload.store;

import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;
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

  static SkippedFile of(String file, UnreadableFileException damaged) {
    return new SkippedFile(file, damaged.problem(), damaged.getMessage());
  }
}
