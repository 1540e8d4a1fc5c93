package dev.watershed.analyzer.consolidation.proposal;

import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.consolidation.room.MoneyRange;
import dev.watershed.analyzer.coupling.Evidence;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.Touches;
import dev.watershed.analyzer.ownership.TableOwner.Confidence;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.workload.LowestHashes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Collects what belongs to a proposal. */
final class ProposalMaker {

  private static final int MOST_EVIDENCE = 10;
  private static final int MOST_NAMES = 5;

  private final CouplingInput input;
  private final ProposalKind kind;
  private final List<String> subject;
  private final List<Move> moves = new ArrayList<>();
  private final Set<String> touches = new TreeSet<>();
  private final List<Saying> grounds = new ArrayList<>();
  private final List<Saying> risks = new ArrayList<>();
  private final List<Saying> steps = new ArrayList<>();
  private final Set<Integer> rows = new TreeSet<>();
  private Optional<MoneyRange> saved = Optional.empty();

  ProposalMaker(CouplingInput input, ProposalKind kind, List<String> subject) {
    this.input = input;
    this.kind = kind;
    this.subject = subject;
  }

  ProposalMaker move(Move move) {
    moves.add(move);
    return this;
  }

  ProposalMaker touches(Collection<String> names) {
    touches.addAll(names);
    return this;
  }

  ProposalMaker ground(Saying clause) {
    grounds.add(clause);
    return this;
  }

  ProposalMaker risk(Saying clause) {
    risks.add(clause);
    return this;
  }

  /** Tables that its moves leave out, because their names mean others as well. */
  ProposalMaker leftOut(Collection<String> labels) {
    return labels.isEmpty()
        ? this
        : risk(
            Saying.of(
                "proposal.left-out",
                "a move goes by names, which mean other tables as well: {0} has to be moved by hand",
                Saying.some(labels, MOST_NAMES)));
  }

  ProposalMaker step(Saying clause) {
    steps.add(clause);
    return this;
  }

  /** What it saves each month. */
  ProposalMaker saves(Optional<MoneyRange> perMonth) {
    saved = perMonth;
    return this;
  }

  /** A row of {@link Touches} that proves it. */
  ProposalMaker proof(int row) {
    rows.add(row);
    return this;
  }

  Proposal make(Saying message, double benefit, Confidence confidence) {
    Touches all = input.touches();
    List<Integer> ranked = new ArrayList<>(rows);
    ranked.sort(
        Comparator.comparingDouble(all::calls)
            .reversed()
            .thenComparing(Comparator.<Integer>naturalOrder()));
    return new Proposal(
        id(),
        kind,
        subject,
        message,
        moves,
        touches,
        benefit,
        saved,
        confidence,
        grounds,
        risks,
        steps,
        ranked.stream().limit(MOST_EVIDENCE).map(row -> Evidence.of(input, row)).toList());
  }

  private String id() {
    StringBuilder key = new StringBuilder(kind.key());
    subject.forEach(name -> key.append('\0').append(name));
    return String.format(Locale.ROOT, "%016x", LowestHashes.hashOf(key.toString()));
  }
}
