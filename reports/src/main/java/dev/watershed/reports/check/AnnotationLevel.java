package dev.watershed.reports.check;

import dev.watershed.rules.verdict.Severity;

/** The levels of annotations, the worst first. */
enum AnnotationLevel {
  ERROR("error"),
  WARNING("warning"),
  NOTICE("notice");

  private final String word;

  AnnotationLevel(String word) {
    this.word = word;
  }

  /** The name of the workflow command. */
  String word() {
    return word;
  }

  /** The level that shows a severity. */
  static AnnotationLevel of(Severity severity) {
    return switch (severity) {
      case ERROR -> AnnotationLevel.ERROR;
      case WARNING -> AnnotationLevel.WARNING;
      case INFO -> AnnotationLevel.NOTICE;
    };
  }
}
