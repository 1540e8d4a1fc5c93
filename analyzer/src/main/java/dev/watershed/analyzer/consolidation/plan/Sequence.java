package dev.watershed.analyzer.consolidation.plan;

import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.consolidation.proposal.Proposal;
import dev.watershed.analyzer.consolidation.proposal.ProposalInput;
import dev.watershed.analyzer.consolidation.whatif.Step;
import dev.watershed.analyzer.consolidation.whatif.WhatIf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Chooses proposals that go together. Two that touch the same service or table contradict each
 * other: of them the one stays that spares more, then the one of the kind that comes first, then
 * the surer one, then the one with the lower id. Since those that stay touch nothing in common,
 * none depends on another; they are made in the order of benefit for a day's work, what only tidies
 * up last.
 */
public final class Sequence {

  private Sequence() {}

  /** A plan of these proposals. */
  public static Plan of(ProposalInput given, List<Proposal> proposals, List<String> notes) {
    Map<String, List<String>> ruledOut = new TreeMap<>();
    List<Proposal> chosen = new ArrayList<>();
    List<Proposal> alternatives = new ArrayList<>();
    Map<String, String> takenBy = new HashMap<>();
    for (Proposal proposal : proposals.stream().sorted(strength()).toList()) {
      Set<String> against = new HashSet<>();
      proposal.touches().stream()
          .filter(takenBy::containsKey)
          .map(takenBy::get)
          .forEach(against::add);
      if (against.isEmpty()) {
        chosen.add(proposal);
        proposal.touches().forEach(name -> takenBy.put(name, proposal.id()));
      } else {
        alternatives.add(proposal);
        against.forEach(
            id -> ruledOut.computeIfAbsent(id, key -> new ArrayList<>()).add(proposal.id()));
      }
    }
    List<Proposal> ordered = ordered(given, chosen);
    return judged(given, ordered, ruledOut, alternatives, notes);
  }

  private static Comparator<Proposal> strength() {
    return Comparator.comparingDouble(Proposal::benefit)
        .reversed()
        .thenComparing(Proposal::kind)
        .thenComparing(Proposal::confidence, Comparator.reverseOrder())
        .thenComparing(Proposal::id);
  }

  private static List<Proposal> ordered(ProposalInput given, List<Proposal> chosen) {
    Map<String, Double> worth = new HashMap<>();
    for (Proposal proposal : chosen) {
      List<Step> steps = WhatIf.of(given.judged(), proposal.moves()).steps();
      double days = 1 + steps.stream().mapToDouble(step -> step.effort().days()).sum();
      worth.put(proposal.id(), proposal.benefit() / days);
    }
    return chosen.stream()
        .sorted(
            Comparator.comparingDouble((Proposal proposal) -> -worth.get(proposal.id()))
                .thenComparing(Proposal::confidence, Comparator.reverseOrder())
                .thenComparing(proposal -> proposal.touches().size())
                .thenComparing(Proposal::kind)
                .thenComparing(Proposal::id))
        .toList();
  }

  private static Plan judged(
      ProposalInput given,
      List<Proposal> ordered,
      Map<String, List<String>> ruledOut,
      List<Proposal> alternatives,
      List<String> notes) {
    List<Move> moves = ordered.stream().flatMap(proposal -> proposal.moves().stream()).toList();
    WhatIf whatIf = WhatIf.of(given.judged(), moves);
    List<PlannedStep> steps = new ArrayList<>();
    int next = 0;
    for (Proposal proposal : ordered) {
      Optional<Step> judged = Optional.empty();
      if (!proposal.moves().isEmpty() && !whatIf.steps().isEmpty()) {
        judged = Optional.of(whatIf.steps().get(next));
        next += proposal.moves().size();
      }
      steps.add(new PlannedStep(proposal, judged, ruledOut.getOrDefault(proposal.id(), List.of())));
    }
    return new Plan(
        whatIf.today(),
        whatIf.afterAll(),
        steps,
        alternatives.stream()
            .sorted(Comparator.comparing(Proposal::kind).thenComparing(Proposal::id))
            .toList(),
        notes);
  }
}
