package dev.watershed.rules.gate;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.verdict.Inconclusive;
import dev.watershed.rules.verdict.Misconfigured;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What people said of violations, put together. Of each violation the first of these speaks that
 * has something to say: its rule is on trial; a comment beside it or a suppression holds; it is in
 * the baseline; a suppression ended whose owner's files the change touches; it was there before the
 * change; a comment or a suppression held once.
 *
 * @param baseline what was accepted; empty if there is none
 * @param former what the keys of the baseline are called since
 * @param suppressions what people answer for, for a while
 * @param allowances the same in comments of files
 * @param shadowed the names of the rules on trial
 * @param ratchets how many violations teams may have
 */
public record Gate(
    Optional<Baseline> baseline,
    FormerKeys former,
    Suppressions suppressions,
    InlineAllowances allowances,
    Set<String> shadowed,
    List<Ratchet> ratchets) {

  private static final int MOST_STALE_NAMED = 10;

  /** The worst first, as a verdict has them. */
  private static final Comparator<GatedViolation> ORDER =
      Comparator.comparing((GatedViolation each) -> each.violation().severity())
          .thenComparing(each -> each.violation().rule())
          .thenComparing(each -> each.violation().key());

  public Gate {
    Objects.requireNonNull(baseline, "baseline");
    Objects.requireNonNull(former, "former");
    Objects.requireNonNull(suppressions, "suppressions");
    Objects.requireNonNull(allowances, "allowances");
    shadowed = Set.copyOf(shadowed);
    ratchets = List.copyOf(ratchets);
  }

  /** The same with another baseline. */
  public Gate with(Baseline other) {
    return new Gate(Optional.of(other), former, suppressions, allowances, shadowed, ratchets);
  }

  /**
   * What a verdict means.
   *
   * @param source what was judged; empty for a store
   */
  public GateResult judge(Verdict verdict, Judging judging, Optional<GateResult.Source> source) {
    List<GatedViolation> violations = new ArrayList<>(gated(verdict, judging));
    List<Saying> notes = notes(verdict, judging);
    if (judging.whole()) {
      List<GatedViolation> counted = List.copyOf(violations);
      for (Ratchet ratchet : ratchets) {
        long count = ratchet.count(counted, suppressions.owners());
        ratchet
            .judge(count, suppressions.owners())
            .map(GatedViolation::fresh)
            .ifPresent(violations::add);
        ratchet.note(count).ifPresent(notes::add);
      }
      violations.sort(ORDER);
    }
    return new GateResult(
        violations,
        verdict.inconclusive().stream().map(each -> fitting(each, judging.known())).toList(),
        misconfigured(verdict).filter(each -> !judging.known().has(each)).toList(),
        notes,
        verdict.inspected(),
        verdict.notApplicable(),
        source,
        judging.touched());
  }

  private Stream<Misconfigured> misconfigured(Verdict verdict) {
    return Stream.of(verdict.misconfigured(), suppressions.misfits(), unknownTeams())
        .flatMap(List::stream);
  }

  private List<GatedViolation> gated(Verdict verdict, Judging judging) {
    Map<String, BaselineEntry> entries = baseline.map(Baseline::byKey).orElse(Map.of());
    return verdict.violations().stream().map(each -> gated(each, judging, entries)).toList();
  }

  private GatedViolation gated(
      Violation violation, Judging judging, Map<String, BaselineEntry> entries) {
    if (shadowed.contains(violation.rule())) {
      return new GatedViolation(violation, ViolationState.SHADOW, Saying.nothing());
    }
    LocalDate today = judging.today();
    Optional<GatedViolation> allowed = allowances.apply(violation, today);
    Optional<GatedViolation> suppressed =
        suppressions.apply(violation, today, judging.changedServices());
    return held(allowed)
        .or(() -> held(suppressed))
        .or(() -> accepted(violation, entries))
        .or(() -> suppressed.filter(ended -> judging.touched().isPresent()))
        .or(() -> judging.known().of(violation, former))
        .or(() -> allowed)
        .or(() -> suppressed)
        .orElseGet(() -> GatedViolation.fresh(violation));
  }

  private static Optional<GatedViolation> held(Optional<GatedViolation> said) {
    return said.filter(each -> each.state() == ViolationState.SUPPRESSED);
  }

  private Optional<GatedViolation> accepted(
      Violation violation, Map<String, BaselineEntry> entries) {
    return former.of(violation.key()).stream()
        .sorted()
        .filter(entries::containsKey)
        .findFirst()
        .map(
            key ->
                new GatedViolation(
                    violation,
                    ViolationState.BASELINE,
                    Saying.of(
                        "gate.since", "in the baseline since {0}", entries.get(key).since())));
  }

  /**
   * A rule on trial fails nothing by what it cannot judge either, nor a change by what could not be
   * judged before it.
   */
  private Inconclusive fitting(Inconclusive inconclusive, KnownBefore known) {
    return shadowed.contains(inconclusive.rule()) || known.has(inconclusive)
        ? new Inconclusive(inconclusive.rule(), inconclusive.subject(), inconclusive.saidReason())
        : inconclusive;
  }

  private List<Misconfigured> unknownTeams() {
    Owners owners = suppressions.owners();
    return ratchets.stream()
        .filter(each -> !owners.teams().contains(each.team()))
        .map(
            each ->
                new Misconfigured(
                    Ratchet.RULE,
                    each.team(),
                    owners.teams().isEmpty()
                        ? Saying.of(
                            "misfit.no-teams",
                            "no service is this team's; teams are what services[].team names")
                        : Saying.of(
                            "misfit.team",
                            "no service is this team's; teams are {0}",
                            owners.teams().stream().sorted().toList())))
        .toList();
  }

  private List<Saying> notes(Verdict verdict, Judging judging) {
    List<Saying> notes = new ArrayList<>();
    notes.addAll(allowances.notes(verdict.violations(), judging.today()));
    notes.addAll(suppressions.notes(verdict.violations(), judging.today(), judging.whole()));
    misconfigured(verdict)
        .filter(judging.known()::has)
        .map(
            each ->
                Saying.of(
                    "gate.misconfigured",
                    "{0} of {1} was misconfigured before this change",
                    each.rule(),
                    each.subject()))
        .forEach(notes::add);
    List<BaselineEntry> stale = judging.whole() ? stale(judging) : List.of();
    stale.stream().limit(MOST_STALE_NAMED).map(entry -> stale(entry, judging)).forEach(notes::add);
    if (stale.size() > MOST_STALE_NAMED) {
      notes.add(
          Saying.of(
              "gate.more-stale",
              "and {0} further entries are stale",
              stale.size() - MOST_STALE_NAMED));
    }
    return notes;
  }

  private Saying stale(BaselineEntry entry, Judging judging) {
    Missing missing = judging.history().missing(entry, former).orElseThrow();
    return Saying.of(
        "gate.stale",
        "baseline: {0} is stale: not seen in {1} spans since {2}; check --prune takes it out",
        entry.key(),
        missing.spans(),
        missing.since());
  }

  /**
   * The entries whose violations are gone.
   *
   * @param judging with the span that is judged at the end of its history
   */
  public List<BaselineEntry> stale(Judging judging) {
    Baseline accepted = baseline.orElse(Baseline.EMPTY);
    return accepted.entries().stream()
        .filter(
            entry ->
                judging
                    .history()
                    .missing(entry, former)
                    .filter(
                        missing ->
                            accepted.staleAfter().stale(missing, entry.yearly(), judging.day()))
                    .isPresent())
        .toList();
  }

  /**
   * The baseline with what is new, and with what its entries have been missing for.
   *
   * @param result of this gate
   */
  public Baseline updated(GateResult result, Judging judging) {
    Baseline accepted = baseline.orElse(Baseline.EMPTY);
    return accepted
        .of(
            accepted.entries().stream()
                .map(entry -> entry.missing(judging.history().missing(entry, former)))
                .toList())
        .with(
            result.violations().stream()
                .filter(each -> each.state() == ViolationState.NEW)
                .map(GatedViolation::violation)
                .filter(Gate::acceptable)
                .map(each -> BaselineEntry.accepted(each.key(), judging.day()))
                .toList());
  }

  /** What is only worth knowing needs nobody's consent, and a ratchet is lowered, not accepted. */
  private static boolean acceptable(Violation violation) {
    return violation.severity() != Severity.INFO && !violation.rule().equals(Ratchet.RULE);
  }
}
