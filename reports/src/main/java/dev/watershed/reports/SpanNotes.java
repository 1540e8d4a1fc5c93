package dev.watershed.reports;

import dev.watershed.analyzer.coverage.WidenedSpan;
import dev.watershed.analyzer.saying.Saying;
import java.util.ArrayList;
import java.util.List;

/** What a reader has to know of the span that was counted, one sentence each. */
public final class SpanNotes {

  private SpanNotes() {}

  /** The notes of a span that some windows reach beyond. */
  public static List<String> of(WidenedSpan span) {
    return Saying.texts(said(span));
  }

  /** The same for every language. */
  public static List<Saying> said(WidenedSpan span) {
    List<Saying> notes = new ArrayList<>();
    span.from()
        .ifPresent(
            from ->
                notes.add(
                    Saying.of(
                        "span.from",
                        "Windows count whole: statements from {0} UTC are in these figures.",
                        new Saying.Minute(from))));
    span.until()
        .ifPresent(
            until ->
                notes.add(
                    Saying.of(
                        "span.until",
                        "Windows count whole: statements until {0} UTC are in these figures.",
                        new Saying.Minute(until))));
    return notes;
  }
}
