package dev.watershed.reports;

import dev.watershed.analyzer.coverage.WidenedSpan;
import java.util.ArrayList;
import java.util.List;

/** What a reader has to know of the span that was counted, one sentence each. */
public final class SpanNotes {

  private SpanNotes() {}

  /** The notes of a span that some windows reach beyond. */
  public static List<String> of(WidenedSpan span) {
    List<String> notes = new ArrayList<>();
    span.from().ifPresent(from -> notes.add(note("from " + TimeSpan.minute(from))));
    span.until().ifPresent(until -> notes.add(note("until " + TimeSpan.minute(until))));
    return notes;
  }

  private static String note(String which) {
    return "Windows count whole: statements " + which + " UTC are in these figures.";
  }
}
