package dev.watershed.rules.index;

import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.IndexAdvice.Confidence;
import dev.watershed.analyzer.index.IndexAdvice.Kind;
import dev.watershed.analyzer.index.result.PlannedAdvice;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetSenders;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.rules.verdict.ViolationKey;
import dev.watershed.workload.catalog.IndexPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns index advice into violations: what rules about indexes have in common. */
final class AdviceJudge {

  /** Says what is wrong, if a rule wants to fire at all. */
  @FunctionalInterface
  interface Wording {

    /**
     * @param advice of one of the kinds asked for
     * @param key what the verdict would be known by
     * @return none if the rule does not fire
     */
    List<Fault> of(IndexAdvice advice, ViolationKey key);
  }

  /**
   * What is wrong with an index, or the lack of one.
   *
   * @param message one sentence
   * @param evidence what it rests on
   */
  record Fault(Saying message, List<Evidence> evidence) {

    Fault {
      evidence = List.copyOf(evidence);
    }
  }

  private AdviceJudge() {}

  /**
   * Judges the advice of some kinds. Of low confidence, an index that is missing is worth knowing
   * only (severity info), and one to drop is not spoken of.
   */
  static Verdict judge(
      RuleKind kind,
      RuleSettings settings,
      FleetFacts facts,
      Set<Kind> kinds,
      Saying remedy,
      Wording wording) {
    Verdict.Collector found = new Verdict.Collector(kind.name());
    FleetSenders senders = FleetSenders.of(facts);
    for (DataFacts data : facts.data()) {
      if (data.input().server().tables().isEmpty()) {
        found.unknown(
            data.name(),
            Saying.of("unjudged.indexes", "no catalog was collected: its indexes are not known"));
      } else {
        data.input().server().tables().forEach(table -> found.inspected());
      }
      for (PlannedAdvice planned : data.advice().indexes()) {
        IndexAdvice advice = planned.advice();
        boolean sure = advice.confidence() != Confidence.LOW;
        if (kinds.contains(advice.kind()) && (sure || !advice.kind().isDrop())) {
          ViolationKey key =
              new ViolationKey(kind.name(), "", advice.qualifiedName(), detail(advice));
          for (Fault fault : wording.of(advice, key)) {
            Violation violation = violation(settings, senders, advice, key, fault, remedy);
            found.violated(sure ? violation : violation.as(Severity.INFO));
          }
        }
      }
    }
    return found.verdict();
  }

  private static Violation violation(
      RuleSettings settings,
      FleetSenders senders,
      IndexAdvice advice,
      ViolationKey key,
      Fault fault,
      Saying remedy) {
    return Violation.seen(
        settings.severity(),
        key,
        advice.qualifiedName(),
        senders.of(advice.effects().stream().map(DigestEffect::digest).toList()),
        fault.message(),
        remedy,
        fault.evidence());
  }

  /** The columns of an index that is to come, the name of one that is there. */
  private static String detail(IndexAdvice advice) {
    return advice.kind().isDrop() || advice.kind() == Kind.MAKE_VISIBLE
        ? advice.index().name()
        : columns(advice);
  }

  /** The columns of an index, as people write them. */
  static String columns(IndexAdvice advice) {
    return advice.index().parts().stream()
        .map(IndexPart::subject)
        .collect(Collectors.joining(", "));
  }

  /**
   * Judges the advice to drop indexes for one reason.
   *
   * @param message what is wrong with such an index
   */
  static Verdict superfluous(
      RuleKind kind,
      RuleSettings settings,
      FleetFacts facts,
      Kind reason,
      Saying remedy,
      Function<IndexAdvice, Saying> message) {
    return judge(
        kind,
        settings,
        facts,
        Set.of(reason),
        remedy,
        (advice, key) -> List.of(new Fault(message.apply(advice), evidence(advice))));
  }

  private static List<Evidence> evidence(IndexAdvice advice) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(Evidence.of("columns", advice.index().parts().size()));
    advice.bytes().ifPresent(bytes -> evidence.add(Evidence.of("bytes", bytes)));
    advice
        .entriesWrittenPerSecond()
        .ifPresent(written -> evidence.add(Evidence.of("entriesWrittenPerSecond", written)));
    return evidence;
  }
}
