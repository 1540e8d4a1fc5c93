package dev.watershed.reports.review.section;

import dev.watershed.reports.VisibleText;

/** Notes of analyses as sentences of a document. */
final class Sentence {

  private Sentence() {}

  /** With a full stop. Its beginning stays as it is: it may be a name. */
  static String of(String note) {
    String visible = VisibleText.of(note.strip());
    return visible.endsWith(".") || visible.isEmpty() ? visible : visible + ".";
  }
}
