package dev.watershed.cli.command;

import java.util.List;

/** The form of a result. */
public enum Format {
  TEXT("text"),
  JSON("json"),
  HTML("html");

  private final String word;

  Format(String word) {
    this.word = word;
  }

  /** Reads {@code --format}. */
  static final class Converter extends Words<Format> {
    Converter() {
      super(List.of(values()), format -> format.word);
    }
  }

  /** Reads {@code --format} where there is no page. */
  public static final class WithoutHtml extends Words<Format> {
    public WithoutHtml() {
      super(List.of(TEXT, JSON), format -> format.word);
    }
  }
}
