package dev.watershed.cli.command;

import java.util.List;

/** The form of a plan. */
enum PlanFormat {
  TEXT("text"),
  JSON("json"),
  /** What {@code --what-if} reads. */
  MOVES("moves");

  private final String word;

  PlanFormat(String word) {
    this.word = word;
  }

  /** Reads {@code --format}. */
  static final class Converter extends Words<PlanFormat> {
    Converter() {
      super(List.of(values()), format -> format.word);
    }
  }
}
