package dev.watershed.rules.gate;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.rules.verdict.ViolationKey;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How many violations a team may have at most, accepted ones among them: whoever brings a new one
 * has to mend an old one. Those of severity info, those that are suppressed and those on trial do
 * not count.
 *
 * @param team its name
 * @param rule only violations of this rule; empty for all
 * @param most how many there may be, 0 or more
 */
public record Ratchet(String team, Optional<String> rule, long most) {

  /** What its violations are found under. */
  public static final String RULE = "ratchet";

  public Ratchet {
    Objects.requireNonNull(team, "team");
    Objects.requireNonNull(rule, "rule");
    if (most < 0) {
      throw new IllegalArgumentException("expected 0 or more");
    }
  }

  /** How many of some violations count. */
  long count(Collection<GatedViolation> violations, Owners owners) {
    return violations.stream()
        .filter(
            each -> each.state() == ViolationState.NEW || each.state() == ViolationState.BASELINE)
        .map(GatedViolation::violation)
        .filter(each -> each.severity() != Severity.INFO)
        .filter(each -> rule.isEmpty() || rule.get().equals(each.rule()))
        .filter(each -> owners.has(team, each.services()))
        .count();
  }

  /** The violation where so many are too many. */
  Optional<Violation> judge(long count, Owners owners) {
    if (count <= most) {
      return Optional.empty();
    }
    return Optional.of(
        Violation.seen(
            Severity.ERROR,
            new ViolationKey(RULE, "", "", team + rule.map(name -> ":" + name).orElse("")),
            team,
            List.copyOf(owners.services().getOrDefault(team, new TreeSet<>())),
            Saying.of(
                "ratchet.message",
                "team {0} has {1} violations{2}, new and accepted ones together, of at most {3}",
                team,
                count,
                part(rule.map(name -> Saying.of("ratchet.of", " of {0}", name))),
                most),
            Saying.of("ratchet.remedy", "Mend as many as were brought in, old or new."),
            List.of(Evidence.of("violations", count), Evidence.of("maxViolations", most))));
  }

  /** What the team should do where there are fewer; empty where there are as many. */
  Optional<Saying> note(long count) {
    return count < most
        ? Optional.of(
            Saying.of(
                "ratchet.note",
                "ratchet of team {0}{1}: {2} of at most {3} in this span; where that stays, lower"
                    + " max to {2}",
                team,
                part(rule.map(name -> Saying.of("ratchet.for", " for {0}", name))),
                count,
                most))
        : Optional.empty();
  }

  private static Saying part(Optional<Saying> part) {
    return part.orElse(Saying.nothing());
  }
}
