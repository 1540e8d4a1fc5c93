package dev.watershed.reports;

import dev.watershed.analyzer.ranking.GroupBy;
import dev.watershed.analyzer.ranking.QualityFacts;
import dev.watershed.analyzer.ranking.Visibility;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.analyzer.saying.Saying;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What a reader has to know before he believes the figures, one sentence each. */
public final class Notes {

  private Notes() {}

  /** The notes of a ranking. */
  public static List<String> of(WorkloadFacts facts) {
    return Saying.texts(said(facts));
  }

  /** The same for every language. */
  public static List<Saying> said(WorkloadFacts facts) {
    List<Saying> notes = new ArrayList<>();
    if (facts.order() != facts.options().order()) {
      String order = facts.options().order().key();
      notes.add(
          facts.options().groupBy() == GroupBy.MINUTE
              ? Saying.of(
                  "note.order-minute",
                  "Ordered by time: this input cannot tell {0} per minute.",
                  order)
              : Saying.of(
                  "note.order",
                  "Ordered by time: this input cannot tell {0} of all calls.",
                  order));
    }
    if (facts.options().groupBy() == GroupBy.TABLE) {
      notes.add(
          Saying.of(
              "note.table", "A statement counts in full for each table it names: shares overlap."));
    }
    notes.addAll(said(facts.quality()));
    return notes;
  }

  /** The notes on the quality of the data. */
  public static List<String> of(QualityFacts quality) {
    return Saying.texts(said(quality));
  }

  private static List<Saying> said(QualityFacts quality) {
    List<Saying> notes = new ArrayList<>();
    threshold(quality.visibility(), notes);
    if (quality.visibility().sampled()) {
      notes.add(
          Saying.of(
              "note.sampled",
              "The log was sampled: an event counts for as many executions as it stands for."));
    }
    lumped(quality.lumpedDigestShare(), Saying.of("lumped.digests", "digests"), notes);
    lumped(
        quality.lumpedAccountShare(),
        Saying.of("lumped.accounts", "accounts, or of their combinations,"),
        notes);
    lumped(
        quality.lumpedSchemaShare(),
        Saying.of("lumped.schemas", "schemas, or of their combinations,"),
        notes);
    if (quality.untimedCalls() > 0) {
      notes.add(
          Saying.of(
              "note.untimed",
              "{0} executions have no time; they are in no minute and not in the load over time.",
              Units.count(quality.untimedCalls())));
    }
    return notes;
  }

  private static void threshold(Visibility visibility, List<Saying> notes) {
    if (visibility.hidesFastExecutions()) {
      notes.add(
          Saying.of(
              "note.threshold",
              "long_query_time was {0}: the log holds slower executions only, so all calls, shares"
                  + " and percentiles are unknown.",
              Units.seconds(visibility.longQueryTimeSeconds().orElseThrow())));
    } else if (visibility.longQueryTimeSeconds().isEmpty()
        && visibility.smallestMicros().isPresent()) {
      String smallest = Units.micros(visibility.smallestMicros().getAsLong());
      notes.add(
          visibility.suggestsThreshold()
              ? Saying.of(
                  "note.suggests",
                  "The log does not tell its long_query_time. The shortest time in it is {0}: faster"
                      + " executions are probably missing, and with them calls, shares and"
                      + " percentiles are wrong. --long-query-time says what it was.",
                  smallest)
              : Saying.of(
                  "note.untold",
                  "The log does not tell its long_query_time; the shortest time in it is {0}."
                      + " Figures hold if it was 0 (--long-query-time 0 says so).",
                  smallest));
    }
  }

  private static void lumped(OptionalDouble share, Saying what, List<Saying> notes) {
    if (share.orElse(0) > 0) {
      notes.add(
          Saying.of(
              "note.lumped",
              "{0} of the time is of {1} beyond the bounds; they are counted together.",
              Units.percent(share.getAsDouble()),
              what));
    }
  }
}
