package dev.watershed.cli.command;

import java.util.List;

/** What becomes of the literals in sample statements. */
enum SampleText {
  REDACTED("redacted"),
  RAW("raw");

  private final String word;

  SampleText(String word) {
    this.word = word;
  }

  /** Reads {@code --samples}. */
  static final class Converter extends Words<SampleText> {
    Converter() {
      super(List.of(values()), sample -> sample.word);
    }
  }
}
