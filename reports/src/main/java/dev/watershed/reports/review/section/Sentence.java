package dev.watershed.reports.review.section;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.review.form.PageWords;

/** Notes of analyses as sentences of a document. */
final class Sentence {

  private Sentence() {}

  /** With a full stop. */
  static String of(Saying note, PageWords words) {
    String visible = VisibleText.of(words.sentence(note).strip());
    String end = words.text("sentence.end");
    return visible.endsWith(end) || visible.endsWith(".") || visible.isEmpty()
        ? visible
        : visible + end;
  }
}
