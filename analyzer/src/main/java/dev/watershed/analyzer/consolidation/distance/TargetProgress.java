package dev.watershed.analyzer.consolidation.distance;

import dev.watershed.analyzer.saying.Saying;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The distance to a target today and month by month.
 *
 * @param from when the span begins that stands for today
 * @param until when it ends, exclusive
 * @param months the first to the last of the span that was asked for, none left out
 * @param saidNotes what is not known, a sentence each
 */
public record TargetProgress(
    Instant from,
    Instant until,
    TargetDistance today,
    List<MonthDistance> months,
    List<Saying> saidNotes) {

  public TargetProgress {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(today, "today");
    months = List.copyOf(months);
    saidNotes = List.copyOf(saidNotes);
  }

  /** The notes in English. */
  public List<String> notes() {
    return Saying.texts(saidNotes);
  }
}
