package dev.watershed.collector.slowlog;

import dev.watershed.collector.input.LogInput;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
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

  /** A message that says why an input could not be read. */
  public static String reason(LogInput input, IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return input.name() + ": no such file";
    }
    if (failure instanceof AccessDeniedException) {
      return input.name() + ": permission denied; run as a user who may read it";
    }
    return input.name() + ": " + failure.getMessage();
  }
}
