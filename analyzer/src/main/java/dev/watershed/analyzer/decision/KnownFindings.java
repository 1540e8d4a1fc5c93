package dev.watershed.analyzer.decision;

import dev.watershed.analyzer.consolidation.proposal.Proposal;
import dev.watershed.analyzer.consolidation.proposal.ProposalKind;
import dev.watershed.analyzer.consolidation.proposal.RetireGroup;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.Evidence;
import dev.watershed.analyzer.coupling.Finding;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.result.PlannedAdvice;
import dev.watershed.analyzer.index.result.ServerAdvice;
import dev.watershed.analyzer.saying.Saying;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes what people decide about of what each analysis found. */
public final class KnownFindings {

  private KnownFindings() {}

  /** Those about coupling, in their order. */
  public static List<KnownFinding> ofCoupling(CouplingFacts facts) {
    return facts.findings().stream().map(KnownFindings::of).toList();
  }

  private static KnownFinding of(Finding finding) {
    return new KnownFinding(
        finding.id(),
        finding.kind().key(),
        Saying.of(
            "known.of",
            "{0}: {1}",
            Saying.of("known-kind." + finding.kind().key(), finding.kind().key()),
            finding.subject()),
        finding.services(),
        finding.weight(),
        finding.evidence().stream().map(Evidence::digest).distinct().sorted().toList(),
        List.of());
  }

  /**
   * Proposals of a plan, in their order.
   *
   * @param facts tell a proposal's services from its tables
   */
  public static List<KnownFinding> ofProposals(List<Proposal> proposals, CouplingFacts facts) {
    SortedSet<String> services = new TreeSet<>();
    for (int party = 0; party < facts.input().parties().services(); party++) {
      services.add(facts.input().parties().name(party));
    }
    return proposals.stream().map(proposal -> of(proposal, services)).toList();
  }

  private static KnownFinding of(Proposal proposal, SortedSet<String> services) {
    SortedSet<String> concerned = new TreeSet<>(proposal.touches());
    concerned.retainAll(services);
    proposal.evidence().stream()
        .map(Evidence::party)
        .filter(services::contains)
        .forEach(concerned::add);
    return new KnownFinding(
        proposal.id(),
        proposal.kind().key(),
        Saying.of(
            "known.of",
            "{0}: {1}",
            Saying.of("known-kind." + proposal.kind().key(), proposal.kind().key()),
            subject(proposal)),
        List.copyOf(concerned),
        proposal.benefit(),
        proposal.evidence().stream().map(Evidence::digest).distinct().sorted().toList(),
        List.of());
  }

  /** The names of a subject; of tables that nobody uses the last one tells which are meant. */
  private static List<Saying> subject(Proposal proposal) {
    List<Saying> names =
        new ArrayList<>(proposal.subject().stream().map(Saying::verbatim).toList());
    if (proposal.kind() == ProposalKind.RETIRE_TABLES) {
      int last = names.size() - 1;
      names.set(last, RetireGroup.said(proposal.subject().get(last)));
    }
    return names;
  }

  /**
   * Advice on indexes, in its order.
   *
   * @param facts say whose the statements are, and of advice for no statement, whose the table is
   */
  public static List<KnownFinding> ofAdvice(Collection<ServerAdvice> advice, CouplingFacts facts) {
    Map<Long, SortedSet<String>> services = servicesByDigest(facts.input());
    return advice.stream()
        .flatMap(server -> server.indexes().stream().map(each -> of(server, each, services, facts)))
        .toList();
  }

  private static KnownFinding of(
      ServerAdvice server,
      PlannedAdvice planned,
      Map<Long, SortedSet<String>> services,
      CouplingFacts facts) {
    IndexAdvice advice = planned.advice();
    SortedSet<String> concerned = new TreeSet<>();
    advice.effects().stream()
        .map(effect -> services.getOrDefault(effect.digest(), new TreeSet<>()))
        .forEach(concerned::addAll);
    if (concerned.isEmpty()) {
      owner(server, advice, facts).ifPresent(concerned::add);
    }
    return new KnownFinding(
        planned.id(),
        advice.kind().key(),
        Saying.of(
            "known.index",
            "{0}: {1} on {2} of {3}",
            Saying.of("known-kind." + advice.kind().key(), advice.kind().key()),
            advice.index().name(),
            advice.qualifiedName(),
            server.name()),
        List.copyOf(concerned),
        advice.netGain() / Math.max(1, server.observedSeconds()),
        advice.effects().stream().map(DigestEffect::digest).distinct().sorted().toList(),
        predictions(advice));
  }

  private static Optional<String> owner(
      ServerAdvice server, IndexAdvice advice, CouplingFacts facts) {
    OptionalInt table = facts.input().tables().find(server.name(), advice.schema(), advice.table());
    OptionalInt owner =
        table.isPresent() ? facts.ownership().owner(table.getAsInt()) : OptionalInt.empty();
    return owner.isPresent()
        ? Optional.of(facts.input().parties().name(owner.getAsInt()))
        : Optional.empty();
  }

  private static List<KnownFinding.Prediction> predictions(IndexAdvice advice) {
    return advice.effects().stream()
        .map(
            effect ->
                new KnownFinding.Prediction(
                    effect.digest(), effect.rowsBefore(), effect.rowsAfter()))
        .toList();
  }

  private static Map<Long, SortedSet<String>> servicesByDigest(CouplingInput input) {
    Map<Long, SortedSet<String>> services = new HashMap<>();
    for (int row = 0; row < input.touches().size(); row++) {
      int party = input.touches().party(row);
      if (input.parties().isService(party)) {
        long digest = input.statements().get(input.touches().statement(row)).digest();
        services.computeIfAbsent(digest, any -> new TreeSet<>()).add(input.parties().name(party));
      }
    }
    return services;
  }
}
