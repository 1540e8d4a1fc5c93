package dev.watershed.reports;

import java.util.Objects;

/**
 * An input that could not be read, or not to its end.
 *
 * @param path as the user named it
 * @param message what happened and the way out
 */
public record FailedSource(String path, String message) {

  public FailedSource {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(message, "message");
  }
}
