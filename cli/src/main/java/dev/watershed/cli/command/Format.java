package dev.watershed.cli.command;

import java.util.List;

/** The form of a result. */
enum Format {
  TEXT("text"),
  JSON("json"),
  HTML("html"),
  SQL("sql");

  private final String word;

  Format(String word) {
    this.word = word;
  }

  /** Reads {@code --format}. */
  static final class Converter extends Words<Format> {
    Converter() {
      super(List.of(TEXT, JSON, HTML), format -> format.word);
    }
  }

  /** Reads {@code --format} where there is no page. */
  static final class WithoutHtml extends Words<Format> {
    WithoutHtml() {
      super(List.of(TEXT, JSON), format -> format.word);
    }
  }

  /** Reads {@code --format} where the answer can be a script. */
  static final class WithScript extends Words<Format> {
    WithScript() {
      super(List.of(TEXT, JSON, SQL), format -> format.word);
    }
  }
}
