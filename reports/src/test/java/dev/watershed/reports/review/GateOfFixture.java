package dev.watershed.reports.review;

import dev.watershed.rules.book.BuiltInRules;
import dev.watershed.rules.book.RuleBook;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.gate.Baseline;
import dev.watershed.rules.gate.BaselineEntry;
import dev.watershed.rules.gate.FormerKeys;
import dev.watershed.rules.gate.Gate;
import dev.watershed.rules.gate.GateResult;
import dev.watershed.rules.gate.InlineAllowances;
import dev.watershed.rules.gate.Judging;
import dev.watershed.rules.gate.KnownBefore;
import dev.watershed.rules.gate.Owners;
import dev.watershed.rules.gate.Suppression;
import dev.watershed.rules.gate.Suppressions;
import dev.watershed.rules.gate.VerdictHistory;
import dev.watershed.rules.rule.ActiveRule;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What all rules say of some facts, where people said something before: one rule is on trial, one
 * violation was accepted, one is suppressed, and a suppression names nothing that is there.
 */
final class GateOfFixture {

  /** The rule on trial. */
  static final String ON_TRIAL = "redundant-index";

  private GateOfFixture() {}

  static GateResult judge(FleetFacts facts, LocalDate today) {
    Verdict verdict =
        new RuleBook(
                BuiltInRules.kinds().stream()
                    .map(
                        kind ->
                            new ActiveRule(kind, new RuleSettings(kind.usual(), false, Map.of())))
                    .toList())
            .judge(facts);
    List<Violation> said =
        verdict.violations().stream().filter(each -> !each.rule().equals(ON_TRIAL)).toList();
    Baseline baseline =
        Baseline.EMPTY.of(
            said.stream()
                .limit(1)
                .map(each -> BaselineEntry.accepted(each.key(), today.minusDays(7)))
                .toList());
    List<Suppression> suppressions =
        said.stream()
            .skip(1)
            .limit(1)
            .map(
                each ->
                    new Suppression(
                        each.rule(),
                        each.subject(),
                        "reservations",
                        "The table is retired then.",
                        today.plusDays(20),
                        "suppressions[0]"))
            .toList();
    return new Gate(
            Optional.of(baseline),
            FormerKeys.NONE,
            new Suppressions(suppressions, Owners.NONE),
            InlineAllowances.NONE,
            Set.of(ON_TRIAL),
            List.of())
        .judge(
            verdict,
            new Judging(
                today, today, true, Optional.empty(), KnownBefore.NONE, VerdictHistory.NONE),
            Optional.empty());
  }
}
