package dev.watershed.cli.command;

import dev.watershed.analyzer.decision.Decision;
import dev.watershed.analyzer.decision.DecisionState;
import dev.watershed.analyzer.decision.KnownFinding;
import dev.watershed.analyzer.decision.MeasuredDecision;
import dev.watershed.analyzer.decision.MeasuredDigest;
import dev.watershed.analyzer.decision.OutcomeJudge;
import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.ranking.GroupFacts;
import dev.watershed.analyzer.ranking.GroupKey;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The decisions of the ledger that were accepted or done, with what two spans show of them.
 *
 * @param base findings of the base, by id
 * @param head findings of the head, by id
 * @param exitCode how the command ends if nothing else happens
 */
record MeasuredDecisions(
    List<Decision> decisions,
    Map<String, KnownFinding> base,
    Map<String, KnownFinding> head,
    ExitCode exitCode) {

  MeasuredDecisions {
    decisions = List.copyOf(decisions);
    base = Map.copyOf(base);
    head = Map.copyOf(head);
    Objects.requireNonNull(exitCode, "exitCode");
  }

  /** Reads the store, where the ledger has such decisions. */
  static MeasuredDecisions read(
      CommandContext context,
      Configuration configuration,
      StoreOptions.StoreSpan baseSpan,
      StoreOptions.StoreSpan headSpan)
      throws CommandException {
    List<Decision> decisions = carriedOut(configuration);
    if (decisions.isEmpty()) {
      return new MeasuredDecisions(List.of(), Map.of(), Map.of(), ExitCode.FINE);
    }
    CouplingOptions services = new CouplingOptions();
    FindingReading before = FindingReading.of(context, configuration, services, baseSpan);
    FindingReading now = FindingReading.of(context, configuration, services, headSpan);
    return new MeasuredDecisions(
        decisions,
        byId(before.findings()),
        byId(now.findings()),
        ExitCode.strongest(before.exitCode(), now.exitCode()));
  }

  /**
   * Those of a ledger, where the findings of both spans are known.
   *
   * @param base of the base
   * @param head of the head
   */
  static MeasuredDecisions of(
      Configuration configuration, List<KnownFinding> base, List<KnownFinding> head) {
    return new MeasuredDecisions(carriedOut(configuration), byId(base), byId(head), ExitCode.FINE);
  }

  private static List<Decision> carriedOut(Configuration configuration) {
    return configuration.governance().decisions().stream()
        .filter(
            each -> each.state() == DecisionState.ACCEPTED || each.state() == DecisionState.DONE)
        .toList();
  }

  private static Map<String, KnownFinding> byId(List<KnownFinding> findings) {
    Map<String, KnownFinding> byId = new HashMap<>();
    findings.forEach(finding -> byId.putIfAbsent(finding.id(), finding));
    return byId;
  }

  /** Judges each, in the order of the ledger. */
  List<MeasuredDecision> measured(WorkloadFacts before, WorkloadFacts now) {
    Map<Long, Figures> then = figures(before);
    Map<Long, Figures> after = figures(now);
    return decisions.stream()
        .map(
            decision -> {
              Optional<KnownFinding> known = Optional.ofNullable(base.get(decision.finding()));
              List<MeasuredDigest> digests =
                  known.map(KnownFinding::predictions).orElse(List.of()).stream()
                      .map(each -> digest(each, then, after))
                      .toList();
              Optional<KnownFinding> there = Optional.ofNullable(head.get(decision.finding()));
              return OutcomeJudge.judge(decision, known, there, digests);
            })
        .toList();
  }

  private static MeasuredDigest digest(
      KnownFinding.Prediction predicted, Map<Long, Figures> then, Map<Long, Figures> after) {
    return new MeasuredDigest(
        predicted,
        MeasuredDigest.Side.of(Optional.ofNullable(then.get(predicted.digest()))),
        MeasuredDigest.Side.of(Optional.ofNullable(after.get(predicted.digest()))));
  }

  private static Map<Long, Figures> figures(WorkloadFacts facts) {
    Map<Long, Figures> figures = new HashMap<>();
    for (GroupFacts group : facts.groups()) {
      if (group.key() instanceof GroupKey.Digest digest) {
        figures.put(digest.digest(), group.figures());
      }
    }
    return figures;
  }
}
