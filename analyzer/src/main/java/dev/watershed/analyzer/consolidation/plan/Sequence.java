package dev.watershed.analyzer.consolidation.plan;

import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.consolidation.proposal.Proposal;
import dev.watershed.analyzer.consolidation.proposal.ProposalInput;
import dev.watershed.analyzer.consolidation.proposal.ServerNotes;
import dev.watershed.analyzer.consolidation.whatif.Judge;
import dev.watershed.analyzer.consolidation.whatif.Step;
import dev.watershed.analyzer.consolidation.whatif.WhatIf;
import dev.watershed.analyzer.saying.Saying;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Chooses proposals that go together. Two that touch the same service, table, schema or server
 * contradict each other: of them the one stays that spares more crossings, then the one that surely
 * saves more money, then the one of the kind that comes first, then the surer one, then the one
 * with the lower id. Since those that stay touch nothing in common, none depends on another; they
 * are made in the order of benefit for a day's work, then what saves money, what only tidies up
 * last. Only what needs a name comes before what takes that name away. What cannot be made after
 * the steps before it, for names would meet, is an alternative after all.
 */
public final class Sequence {

  private Sequence() {}

  /** A plan of these proposals, with what is not known about servers and coupling. */
  public static Plan of(ProposalInput given, List<Proposal> proposals) {
    List<Saying> notes = new ArrayList<>(ServerNotes.of(given));
    notes.addAll(given.judged().facts().saidNotes());
    return of(given, proposals, notes);
  }

  /** A plan of these proposals. */
  public static Plan of(ProposalInput given, List<Proposal> proposals, List<Saying> notes) {
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
    Judge judge = new Judge(given.judged());
    List<Proposal> ordered = new ArrayList<>(named(ordered(judge, chosen)));
    WhatIf whatIf = judge.judge(groups(ordered));
    while (!whatIf.problems().isEmpty()) {
      Proposal unmade = ofMove(ordered, whatIf.problems().get(0).move());
      ordered.remove(unmade);
      alternatives.add(unmade);
      whatIf = judge.judge(groups(ordered));
    }
    return judged(whatIf, ordered, ruledOut, alternatives, notes);
  }

  private static List<List<Move>> groups(List<Proposal> ordered) {
    return ordered.stream().map(Proposal::moves).filter(moves -> !moves.isEmpty()).toList();
  }

  /** The proposal that a move is of. */
  private static Proposal ofMove(List<Proposal> ordered, int move) {
    int after = 0;
    for (Proposal proposal : ordered) {
      after += proposal.moves().size();
      if (move < after) {
        return proposal;
      }
    }
    throw new IllegalArgumentException("move " + move + " of " + after);
  }

  private static Comparator<Proposal> strength() {
    return Comparator.comparingDouble(Proposal::benefit)
        .thenComparingDouble(Sequence::surelySaved)
        .reversed()
        .thenComparing(Proposal::kind)
        .thenComparing(Proposal::confidence, Comparator.reverseOrder())
        .thenComparing(Proposal::id);
  }

  /** Compares by the figure alone: proposals in several currencies are told apart by ids. */
  private static double surelySaved(Proposal proposal) {
    return proposal.savedPerMonth().map(money -> money.low().amount()).orElse(0.0);
  }

  private static List<Proposal> ordered(Judge judge, List<Proposal> chosen) {
    Map<String, Double> worth = new HashMap<>();
    for (Proposal proposal : chosen) {
      double days = 1 + judge.effort(proposal.moves()).days();
      worth.put(proposal.id(), proposal.benefit() / days);
    }
    return chosen.stream()
        .sorted(
            Comparator.comparingDouble((Proposal proposal) -> -worth.get(proposal.id()))
                .thenComparing(proposal -> proposal.savedPerMonth().isEmpty())
                .thenComparing(Proposal::confidence, Comparator.reverseOrder())
                .thenComparing(proposal -> proposal.touches().size())
                .thenComparing(Proposal::kind)
                .thenComparing(Proposal::id))
        .toList();
  }

  /** The same order, but what needs a name comes before what takes it away. */
  private static List<Proposal> named(List<Proposal> ordered) {
    Map<String, MoveNames> names = new HashMap<>();
    ordered.forEach(proposal -> names.put(proposal.id(), MoveNames.of(proposal)));
    Set<Proposal> placed = new LinkedHashSet<>();
    for (Proposal proposal : ordered) {
      ordered.stream()
          .filter(other -> !other.id().equals(proposal.id()) && !placed.contains(other))
          .filter(other -> names.get(other.id()).haveToComeBefore(names.get(proposal.id())))
          .forEach(placed::add);
      placed.add(proposal);
    }
    return List.copyOf(placed);
  }

  /** Each proposal that moves anything as one step, however many moves it has. */
  private static Plan judged(
      WhatIf whatIf,
      List<Proposal> ordered,
      Map<String, List<String>> ruledOut,
      List<Proposal> alternatives,
      List<Saying> notes) {
    Iterator<Step> judged = whatIf.steps().iterator();
    List<PlannedStep> steps = new ArrayList<>();
    for (Proposal proposal : ordered) {
      steps.add(
          new PlannedStep(
              proposal,
              proposal.moves().isEmpty() ? Optional.empty() : Optional.of(judged.next()),
              ruledOut.getOrDefault(proposal.id(), List.of())));
    }
    return new Plan(
        whatIf.today(),
        whatIf.afterAll(),
        whatIf.roomToday(),
        whatIf.roomAfterAll(),
        steps,
        alternatives.stream()
            .sorted(Comparator.comparing(Proposal::kind).thenComparing(Proposal::id))
            .toList(),
        notes);
  }
}
