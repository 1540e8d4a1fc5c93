package dev.watershed.workload.store.container;

import java.io.IOException;

/** A file of the store that cannot be read; the others can. */
public final class UnreadableFileException extends IOException {

  private static final long serialVersionUID = 1L;

  private final FileProblem problem;

  /**
   * @param detail what exactly, and where
   */
  public UnreadableFileException(FileProblem problem, String detail) {
    super(problem.description() + " (" + detail + ")");
    this.problem = problem;
  }

  /** What is wrong. */
  public FileProblem problem() {
    return problem;
  }
}
