package dev.watershed.cli.command;

import java.util.List;

/** The form of advice. */
enum AdviceFormat {
  TEXT("text"),
  JSON("json"),
  /** A script that changes what is advised. */
  SQL("sql");

  private final String word;

  AdviceFormat(String word) {
    this.word = word;
  }

  /** Reads {@code --format}. */
  static final class Converter extends Words<AdviceFormat> {
    Converter() {
      super(List.of(values()), format -> format.word);
    }
  }
}
