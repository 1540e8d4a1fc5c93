package dev.watershed.collector.slowlog;

import java.util.Objects;

/**
 * An input that could not be read, or not to its end.
 *
 * @param message what happened, where, and the way out
 * @param partlyRead whether events before the failure are in the result
 */
public record FailedInput(String name, String message, boolean partlyRead) {

  public FailedInput {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(message, "message");
  }
}
