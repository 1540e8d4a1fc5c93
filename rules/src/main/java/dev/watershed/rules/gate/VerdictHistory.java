package dev.watershed.rules.gate;

import dev.watershed.rules.fleet.PastVerdicts;
import dev.watershed.rules.verdict.ViolationKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was violated in earlier spans.
 *
 * @param records by the ends of their spans, the first one first
 */
public record VerdictHistory(List<VerdictRecord> records) {

  /** Nothing was judged before. */
  public static final VerdictHistory NONE = new VerdictHistory(List.of());

  public VerdictHistory {
    records = records.stream().sorted(Comparator.comparing(VerdictRecord::until)).toList();
  }

  /**
   * Of spans that ended before a moment. A span is never judged by what it showed itself, so that
   * judging it twice gives the same.
   */
  public VerdictHistory before(Instant until) {
    return new VerdictHistory(
        records.stream().filter(record -> record.until().isBefore(until)).toList());
  }

  /** The same with one more. */
  public VerdictHistory with(VerdictRecord record) {
    return new VerdictHistory(Stream.concat(records.stream(), Stream.of(record)).toList());
  }

  /** The last of them. */
  public Optional<VerdictRecord> newest() {
    return records.isEmpty() ? Optional.empty() : Optional.of(records.get(records.size() - 1));
  }

  /** What rules go by after the last of them. */
  public PastVerdicts past() {
    return newest().map(VerdictRecord::past).orElse(PastVerdicts.NONE);
  }

  /**
   * How long an accepted violation has not been seen, the last span of this history among them:
   * spans in a row in which its rule was sure that it was not there. What the entry itself counted
   * holds where this history does not reach so far back, unless the violation was seen since.
   *
   * @param keys what the violation is called since
   */
  Optional<Missing> missing(BaselineEntry entry, FormerKeys keys) {
    // Once for all records: there may be one a day of more than a year.
    Set<String> names = keys.since(entry.key());
    ViolationKey renamed = keys.renamed(entry.key());
    int spans = 0;
    Optional<LocalDate> since = Optional.empty();
    Optional<LocalDate> seen = Optional.empty();
    for (int index = records.size() - 1; index >= 0 && seen.isEmpty(); index--) {
      VerdictRecord record = records.get(index);
      LocalDate day = LocalDate.ofInstant(record.until(), ZoneOffset.UTC);
      if (names.stream().anyMatch(record::shows)) {
        seen = Optional.of(day);
      } else if (!day.isBefore(entry.since()) && record.judged(renamed)) {
        spans++;
        since = Optional.of(day);
      }
    }
    Optional<LocalDate> lastSeen = seen;
    Optional<Missing> counted =
        entry.missing().filter(before -> lastSeen.map(before.since()::isAfter).orElse(true));
    if (spans == 0) {
      return counted;
    }
    Missing here = new Missing(spans, since.orElseThrow());
    return Optional.of(counted.map(before -> longer(before, here)).orElse(here));
  }

  private static Missing longer(Missing one, Missing other) {
    return new Missing(
        Math.max(one.spans(), other.spans()),
        one.since().isBefore(other.since()) ? one.since() : other.since());
  }
}
