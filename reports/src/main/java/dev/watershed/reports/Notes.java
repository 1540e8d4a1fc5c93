package dev.watershed.reports;

import dev.watershed.analyzer.ranking.GroupBy;
import dev.watershed.analyzer.ranking.QualityFacts;
import dev.watershed.analyzer.ranking.Visibility;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What a reader has to know before he believes the figures, one sentence each. */
public final class Notes {

  private Notes() {}

  /** The notes of a ranking. */
  public static List<String> of(WorkloadFacts facts) {
    List<String> notes = new ArrayList<>();
    if (facts.order() != facts.options().order()) {
      notes.add(
          "Ordered by time: this input cannot tell "
              + facts.options().order().key()
              + " "
              + (facts.options().groupBy() == GroupBy.MINUTE ? "per minute." : "of all calls."));
    }
    if (facts.options().groupBy() == GroupBy.TABLE) {
      notes.add("A statement counts in full for each table it names: shares overlap.");
    }
    notes.addAll(of(facts.quality()));
    return notes;
  }

  /** The notes on the quality of the data. */
  public static List<String> of(QualityFacts quality) {
    List<String> notes = new ArrayList<>();
    threshold(quality.visibility(), notes);
    if (quality.visibility().sampled()) {
      notes.add("The log was sampled: an event counts for as many executions as it stands for.");
    }
    lumped(quality.lumpedDigestShare(), "digests", notes);
    lumped(quality.lumpedAccountShare(), "accounts, or of their combinations,", notes);
    lumped(quality.lumpedSchemaShare(), "schemas, or of their combinations,", notes);
    if (quality.untimedCalls() > 0) {
      notes.add(
          Units.count(quality.untimedCalls())
              + " executions have no time; they are in no minute and not in the load over time.");
    }
    return notes;
  }

  private static void threshold(Visibility visibility, List<String> notes) {
    if (visibility.hidesFastExecutions()) {
      notes.add(
          "long_query_time was "
              + Units.seconds(visibility.longQueryTimeSeconds().orElseThrow())
              + ": the log holds slower executions only, so all calls, shares and percentiles"
              + " are unknown.");
    } else if (visibility.longQueryTimeSeconds().isEmpty()
        && visibility.smallestMicros().isPresent()) {
      String smallest = Units.micros(visibility.smallestMicros().getAsLong());
      notes.add(
          visibility.suggestsThreshold()
              ? "The log does not tell its long_query_time. The shortest time in it is "
                  + smallest
                  + ": faster executions are probably missing, and with them calls, shares and"
                  + " percentiles are wrong. --long-query-time says what it was."
              : "The log does not tell its long_query_time; the shortest time in it is "
                  + smallest
                  + ". Figures hold if it was 0 (--long-query-time 0 says so).");
    }
  }

  private static void lumped(OptionalDouble share, String what, List<String> notes) {
    if (share.orElse(0) > 0) {
      notes.add(
          Units.percent(share.getAsDouble())
              + " of the time is of "
              + what
              + " beyond the bounds; they are counted together.");
    }
  }
}
