package dev.watershed.rules.statement;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.rules.verdict.ViolationKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges statements one by one: what rules about statements have in common. */
final class StatementJudge {

  /**
   * What is wrong with a statement.
   *
   * @param message a clause; the text of the statement is put behind it
   * @param remedy the way out, one sentence
   * @param evidence beside calls and time
   */
  record Fault(Saying message, Saying remedy, List<Evidence> evidence) {

    Fault {
      evidence = List.copyOf(evidence);
    }
  }

  /** Says what is wrong with a statement that its service answers for. */
  @FunctionalInterface
  interface Check {

    /**
     * @param key what the verdict would be known by
     * @return empty if nothing is wrong
     */
    Optional<Fault> fault(FleetStatement statement, ViolationKey key);
  }

  private StatementJudge() {}

  /**
   * Judges every statement above a floor, one violation per service and shape.
   *
   * @return inconclusive if no statement is above the floor
   */
  static Verdict judge(
      RuleKind kind, RuleSettings settings, StatementFloor floor, FleetFacts facts, Check check) {
    Verdict.Collector found = new Verdict.Collector(kind.name());
    List<FleetStatement> judged = facts.statements().stream().filter(floor::passes).toList();
    for (FleetStatement statement : judged) {
      found.inspected();
      for (ViolationKey key : statement.keys(kind.name())) {
        check
            .fault(statement, key)
            .ifPresent(fault -> found.violated(violation(settings, statement, key, fault)));
      }
    }
    return judged.isEmpty()
        ? Verdict.unknown(kind.name(), "fleet", floor.nothing())
        : found.verdict();
  }

  private static Violation violation(
      RuleSettings settings, FleetStatement statement, ViolationKey key, Fault fault) {
    List<Evidence> evidence =
        Stream.concat(StatementFloor.evidence(statement).stream(), fault.evidence().stream())
            .toList();
    return Violation.seen(
        settings.severity(),
        key,
        statement.digestText(),
        key.service().isEmpty() ? List.of() : List.of(key.service()),
        Saying.of("statement.message", "{0}: {1}", fault.message(), statement.fingerprint()),
        fault.remedy(),
        evidence);
  }
}
