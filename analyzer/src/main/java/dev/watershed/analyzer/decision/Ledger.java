package dev.watershed.analyzer.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The decisions beside what a span shows.
 *
 * @param decisions in the order of the ledger
 * @param undecided what has no entry, in the order in which it was found
 */
public record Ledger(List<JudgedDecision> decisions, List<KnownFinding> undecided) {

  /** What was known when a decision was made. */
  @FunctionalInterface
  public interface Past {

    /** The finding with the id of a decision, as far as the store showed it on its date. */
    Optional<KnownFinding> of(Decision decision);
  }

  public Ledger {
    decisions = List.copyOf(decisions);
    undecided = List.copyOf(undecided);
  }

  /**
   * Joins them.
   *
   * @param known what the span shows
   * @param past asked about what the span does not show
   * @param from when the span begins; empty if at the beginning of the store
   * @param today in UTC
   */
  public static Ledger of(
      List<Decision> decisions,
      List<KnownFinding> known,
      Past past,
      Optional<Instant> from,
      LocalDate today) {
    Objects.requireNonNull(from, "from");
    Map<String, KnownFinding> byId = new LinkedHashMap<>();
    known.forEach(finding -> byId.putIfAbsent(finding.id(), finding));
    List<JudgedDecision> judged = new ArrayList<>();
    for (Decision decision : decisions) {
      Optional<KnownFinding> here = Optional.ofNullable(byId.get(decision.finding()));
      Optional<KnownFinding> then = here.isPresent() ? here : past.of(decision);
      Standing gone = then.isPresent() ? Standing.GONE : Standing.UNKNOWN;
      judged.add(
          new JudgedDecision(
              decision,
              here.isPresent() ? seen(decision, from) : gone,
              then,
              ChronoUnit.DAYS.between(decision.date(), today),
              decision.expired(today)));
    }
    Set<String> decided =
        decisions.stream().map(Decision::finding).collect(Collectors.toCollection(HashSet::new));
    return new Ledger(
        judged, byId.values().stream().filter(finding -> !decided.contains(finding.id())).toList());
  }

  /** The day of the decision itself may hold load from before the work was done. */
  private static Standing seen(Decision decision, Optional<Instant> from) {
    if (decision.state() != DecisionState.DONE) {
      return Standing.OPEN;
    }
    Instant after = decision.date().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return from.filter(begin -> !begin.isBefore(after)).isPresent()
        ? Standing.REOPENED
        : Standing.UNSETTLED;
  }
}
