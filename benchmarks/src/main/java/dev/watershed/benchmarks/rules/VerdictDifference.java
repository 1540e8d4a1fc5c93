package dev.watershed.benchmarks.rules;

import dev.watershed.benchmarks.coupling.SpanFindings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why a span has no error of a key that another one has.
 *
 * @param reason of what kind
 * @param words what is known about it
 */
record VerdictDifference(Reason reason, String words) {

  /** The kind of finding that rests on what ran in one transaction. */
  private static final String TOGETHER = "cross-owner-transaction";

  /** Kinds of reasons; the first one that fits counts. */
  enum Reason {
    /** What would be judged did not run there. */
    NO_LOAD,
    /** A transaction: its statements ran there, and never together. */
    APART,
    /** It is there, and so few calls show it that it may be chance. */
    FEW_CALLS,
    /** It is reported there with a lower severity. */
    LESS_SEVERE,
    /** The rule says that it cannot judge there. */
    INCONCLUSIVE,
    /** The same load is judged otherwise. */
    TURNED
  }

  /**
   * Tells why.
   *
   * @param key rule, service, table, and a shape, a name or the id of a finding about coupling
   * @param whole the month, whose times say when the load was there
   */
  static VerdictDifference of(
      String key, SpanVerdicts has, SpanVerdicts lacks, SpanVerdicts whole) {
    String[] parts = key.split(":", 4);
    Optional<SpanFindings.Found> found =
        Optional.ofNullable(has.coupling().findings().get(parts[3]));
    if (found.map(each -> each.without(lacks.coupling())).orElseGet(() -> !used(parts, lacks))) {
      return new VerdictDifference(Reason.NO_LOAD, times(found, lacks, whole));
    }
    Optional<SpanFindings.Found> there =
        Optional.ofNullable(lacks.coupling().findings().get(parts[3]));
    if (there.isEmpty()
        && found.map(SpanFindings.Found::kind).filter(TOGETHER::equals).isPresent()) {
      return new VerdictDifference(Reason.APART, "its statements ran in other transactions");
    }
    if (there.isPresent() && there.get().occasional()) {
      return new VerdictDifference(Reason.FEW_CALLS, "may be chance there");
    }
    if (lacks.others().containsKey(key)) {
      return new VerdictDifference(Reason.LESS_SEVERE, lacks.others().get(key) + " there");
    }
    if (lacks.inconclusive().containsKey(parts[0])) {
      return new VerdictDifference(Reason.INCONCLUSIVE, lacks.inconclusive().get(parts[0]));
    }
    return new VerdictDifference(Reason.TURNED, "the same load is judged otherwise");
  }

  /** Whether the service of a key used its table, or somebody did where it names nobody. */
  private static boolean used(String[] parts, SpanVerdicts span) {
    String service = parts[1];
    String table = parts[2];
    return table.isEmpty()
        || span.uses().stream()
            .anyMatch(
                use ->
                    use.endsWith(" " + table)
                        && (service.isEmpty() || use.startsWith(service + " ")));
  }

  /** When in the month the statements ran that a span lacks. */
  private static String times(
      Optional<SpanFindings.Found> found, SpanVerdicts lacks, SpanVerdicts whole) {
    List<SpanVerdicts.Seen> missing =
        found.stream()
            .flatMap(each -> each.digests().values().stream())
            .flatMap(Set::stream)
            .filter(digest -> !lacks.seen().containsKey(digest))
            .flatMap(digest -> Optional.ofNullable(whole.seen().get(digest)).stream())
            .toList();
    if (missing.isEmpty()) {
      return "its services do not use its tables so";
    }
    return "statements that ran from %s to %s only"
        .formatted(
            day(missing.stream().map(SpanVerdicts.Seen::first).min(Comparator.naturalOrder())),
            day(missing.stream().map(SpanVerdicts.Seen::last).max(Comparator.naturalOrder())));
  }

  private static LocalDate day(Optional<Instant> time) {
    return time.orElseThrow().atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
