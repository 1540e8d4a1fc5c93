package dev.watershed.analyzer.index.trial;

import java.util.Objects;

/**
 * A statement that the copy refused to run.
 *
 * @param reason in the server's terms, without literals
 */
public record RefusedStatement(long digest, String reason) {

  public RefusedStatement {
    Objects.requireNonNull(reason, "reason");
  }
}
