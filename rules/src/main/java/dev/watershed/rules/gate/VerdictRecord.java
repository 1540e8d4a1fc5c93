package dev.watershed.rules.gate;

import dev.watershed.rules.fleet.PastVerdicts;
import dev.watershed.rules.verdict.Inconclusive;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.rules.verdict.ViolationKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What was violated in a span of the whole fleet.
 *
 * @param from when the span begins
 * @param until when it ends, exclusive: the record is known by this
 * @param rules the names of the rules in force
 * @param unsure what they could not judge
 * @param keys texts of the keys of what was violated, whatever people said of it
 * @param earlier texts of the keys that were violated in other spans that ended on the same day,
 *     and whose records are gone
 */
public record VerdictRecord(
    Instant from,
    Instant until,
    SortedSet<String> rules,
    List<Unsure> unsure,
    SortedSet<String> keys,
    SortedSet<String> earlier) {

  /**
   * What a rule could not judge.
   *
   * @param subject what it was about
   */
  public record Unsure(String rule, String subject) {

    public Unsure {
      Objects.requireNonNull(rule, "rule");
      Objects.requireNonNull(subject, "subject");
    }
  }

  public VerdictRecord {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
    rules = Collections.unmodifiableSortedSet(new TreeSet<>(rules));
    unsure = List.copyOf(unsure);
    keys = Collections.unmodifiableSortedSet(new TreeSet<>(keys));
    earlier = Collections.unmodifiableSortedSet(new TreeSet<>(earlier));
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("a span from " + from + " until " + until);
    }
  }

  /**
   * What the rules in force found in a span.
   *
   * @param rules their names
   */
  public static VerdictRecord of(
      Instant from, Instant until, Collection<String> rules, Verdict verdict) {
    SortedSet<String> keys = new TreeSet<>();
    verdict.violations().stream().map(Violation::key).map(ViolationKey::text).forEach(keys::add);
    return new VerdictRecord(
        from,
        until,
        new TreeSet<>(rules),
        verdict.inconclusive().stream().map(VerdictRecord::unsure).distinct().toList(),
        keys,
        new TreeSet<>());
  }

  private static Unsure unsure(Inconclusive inconclusive) {
    return new Unsure(inconclusive.rule(), inconclusive.subject());
  }

  /** What rules of a later span go by. */
  public PastVerdicts past() {
    return new PastVerdicts(keys);
  }

  /**
   * As much as rules of a later span go by, of some keys: no other span of the day, and nothing
   * that says what was not violated.
   */
  public VerdictRecord only(Predicate<ViolationKey> wanted) {
    return new VerdictRecord(
        from,
        until,
        new TreeSet<>(),
        List.of(),
        keys.stream()
            .filter(key -> wanted.test(ViolationKey.parse(key)))
            .collect(Collectors.toCollection(TreeSet::new)),
        new TreeSet<>());
  }

  /** Whether a key was violated in this span or on its day. */
  boolean shows(String key) {
    return keys.contains(key) || earlier.contains(key);
  }

  /**
   * Whether the absence of a violation says that there was none: its rule was in force and sure of
   * it. What is about a service as a whole is uncertain only where the service is.
   */
  boolean judged(ViolationKey key) {
    if (!rules.contains(key.rule())) {
      return false;
    }
    boolean ofService = !key.service().isEmpty() && key.table().isEmpty() && key.detail().isEmpty();
    return unsure.stream()
        .filter(each -> each.rule().equals(key.rule()))
        .noneMatch(each -> !ofService || each.subject().equals(key.service()));
  }

  /** The same, with what another span that ended on the same day showed. */
  public VerdictRecord withEarlier(VerdictRecord other) {
    SortedSet<String> all = new TreeSet<>(earlier);
    all.addAll(other.keys);
    all.addAll(other.earlier);
    all.removeAll(keys);
    return new VerdictRecord(from, until, rules, unsure, keys, all);
  }
}
