package dev.watershed.collector.server;

import java.util.Objects;

/** A server that does not tell what it is asked for: what, and the way out. */
public final class ServerException extends Exception {

  private static final long serialVersionUID = 1L;

  private final ServerProblem problem;

  /**
   * @param message a sentence that says what is wrong and what to do; without secrets
   */
  public ServerException(ServerProblem problem, String message) {
    super(message);
    this.problem = Objects.requireNonNull(problem, "problem");
  }

  public ServerException(ServerProblem problem, String message, Throwable cause) {
    super(message, cause);
    this.problem = Objects.requireNonNull(problem, "problem");
  }

  /** Why. */
  public ServerProblem problem() {
    return problem;
  }
}
