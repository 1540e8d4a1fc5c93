package dev.watershed.cli.command;

import java.util.List;

/** The form of a gate's answer. */
enum CheckFormat {
  TEXT("text"),
  JSON("json"),
  /** For code scanning: SARIF 2.1.0. */
  SARIF("sarif"),
  /** For test reports: JUnit XML. */
  JUNIT("junit"),
  /** A code quality report of GitLab. */
  GITLAB("gitlab"),
  /** Annotations of GitHub Actions, and the summary of the step. */
  GITHUB("github"),
  /** One comment. */
  MARKDOWN("markdown");

  private final String word;

  CheckFormat(String word) {
    this.word = word;
  }

  /** Reads {@code --format}. */
  static final class Converter extends Words<CheckFormat> {
    Converter() {
      super(List.of(values()), format -> format.word);
    }
  }
}
