package dev.watershed.cli.config;

import java.util.Objects;

/**
 * A text of a file.
 *
 * @param line from 1
 */
public record YamlText(String text, int line) {

  public YamlText {
    Objects.requireNonNull(text, "text");
  }
}
