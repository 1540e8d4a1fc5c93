package dev.watershed.rules.gate;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.verdict.Misconfigured;
import dev.watershed.rules.verdict.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What people answer for, for a while.
 *
 * @param all in the order in which they are written
 * @param owners who they may be
 */
public record Suppressions(List<Suppression> all, Owners owners) {

  /** Nobody answers for anything. */
  public static final Suppressions NONE = new Suppressions(List.of(), Owners.NONE);

  public Suppressions {
    all = List.copyOf(all);
    Objects.requireNonNull(owners, "owners");
  }

  /**
   * What they say of a violation: it is suppressed, or counts although it was; empty if they say
   * nothing. Of several, the one that holds longest speaks.
   *
   * @param changedServices whose the change is that is judged; after the end of a suppression only
   *     changes of its owner fail by it. Empty where the whole fleet is judged: it counts then
   */
  public Optional<GatedViolation> apply(
      Violation violation, LocalDate today, Optional<? extends Set<String>> changedServices) {
    return all.stream()
        .filter(each -> each.fits(violation))
        .max(Comparator.comparing(Suppression::until))
        .map(each -> gated(each, violation, today, changedServices));
  }

  /**
   * Those that ended, and whose owner has to answer now, since a change touches a file of his.
   *
   * @param touched services, and modules as {@code service/module}
   */
  public List<Suppression> due(LocalDate today, Set<String> touched) {
    return all.stream()
        .filter(each -> each.ended(today) && owners.has(each.owner(), touched))
        .toList();
  }

  /** Whether a violation is about such a one, and nobody answers for it any more. */
  public boolean due(Violation violation, LocalDate today, Set<String> touched) {
    return apply(violation, today, Optional.of(touched))
        .filter(each -> each.state() == ViolationState.NEW)
        .isPresent();
  }

  private GatedViolation gated(
      Suppression suppression,
      Violation violation,
      LocalDate today,
      Optional<? extends Set<String>> changedServices) {
    String owner = suppression.owner();
    if (!suppression.ended(today)) {
      return new GatedViolation(
          violation,
          ViolationState.SUPPRESSED,
          Saying.of(
              "suppression.until",
              "{0}: {1}, until {2}",
              owner,
              suppression.reason(),
              suppression.until()));
    }
    Saying ended =
        Saying.of(
            "suppression.ended", "the suppression of {0} ended on {1}", owner, suppression.until());
    boolean others = changedServices.filter(changed -> !owners.has(owner, changed)).isPresent();
    return others
        ? new GatedViolation(
            violation,
            ViolationState.SUPPRESSED,
            Saying.of("suppression.others", "{0}; only changes of {1} fail by it", ended, owner))
        : new GatedViolation(violation, ViolationState.NEW, ended);
  }

  /**
   * What people should do about them.
   *
   * @param violations that were found
   * @param whole whether what was not found is not there
   */
  List<Saying> notes(Collection<Violation> violations, LocalDate today, boolean whole) {
    List<Saying> notes = new ArrayList<>();
    for (Suppression each : all) {
      if (violations.stream().anyMatch(each::fits)) {
        Saying what = Saying.of("suppression.by", "{0}, suppressed by {1}", each, each.owner());
        Term.warning(what, each.until(), today).ifPresent(notes::add);
      } else if (whole) {
        notes.add(
            Saying.of(
                "suppression.nothing",
                "{0}: suppressed, but nothing violates it in this span",
                each));
      }
    }
    return notes;
  }

  /** Those whose owner nobody knows. */
  List<Misconfigured> misfits() {
    return all.stream()
        .filter(each -> !owners.knows(each.owner()))
        .map(
            each ->
                new Misconfigured(
                    each.rule(),
                    each.subject(),
                    Saying.of(
                        "misfit.owner",
                        "{0}: there is no service or team {1} that could answer for it; expected"
                            + " one of {2}",
                        each.place(),
                        each.owner(),
                        owners.services().keySet())))
        .toList();
  }
}
