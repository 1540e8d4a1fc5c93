package dev.watershed.cli.command;

import dev.watershed.cli.console.CommandContext;
import dev.watershed.rules.book.RuleBook;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.gate.Suppression;
import dev.watershed.rules.gate.Suppressions;
import dev.watershed.rules.gate.TouchedServices;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the rules find, as far as it is judged: the fleet, or a change. With a change the fleet is
 * judged where the change may be one of the configuration, and in what was suppressed until a day
 * that is over, by an owner whose files the change touches.
 */
record ChangeVerdict(
    RuleBook rules, Suppressions suppressions, LocalDate today, ChangeSetting setting) {

  Verdict of(FleetFacts facts, CommandContext context) {
    Verdict own = rules.judge(facts);
    if (facts.change().isEmpty()) {
      return own;
    }
    Verdict sent = own.with(own.violations().stream().map(each -> placed(each, context)).toList());
    return RuleBook.together(
        List.of(sent, setting.known().isPresent() ? rules.judge(facts.unchanged()) : due(facts)));
  }

  /** What is written in a file and nobody's else is that of whom the file is. */
  private Violation placed(Violation violation, CommandContext context) {
    return violation
        .location()
        .filter(unused -> violation.services().isEmpty())
        .map(place -> List.copyOf(setting.owners().of(context.path(place.path()))))
        .map(violation::of)
        .orElse(violation);
  }

  private Verdict due(FleetFacts facts) {
    SortedSet<String> touched =
        setting.touched().map(TouchedServices::services).orElseGet(TreeSet::new);
    Set<String> due =
        suppressions.due(today, touched).stream()
            .map(Suppression::rule)
            .collect(Collectors.toSet());
    List<Violation> found =
        new RuleBook(
                rules.rules().stream().filter(each -> due.contains(each.kind().name())).toList())
            .judge(facts.unchanged()).violations().stream()
                .filter(each -> suppressions.due(each, today, touched))
                .toList();
    return new Verdict(found, List.of(), List.of(), found.size(), 0);
  }
}
