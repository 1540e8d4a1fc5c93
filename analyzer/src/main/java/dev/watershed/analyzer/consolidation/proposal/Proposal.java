package dev.watershed.analyzer.consolidation.proposal;

import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.consolidation.room.MoneyRange;
import dev.watershed.analyzer.coupling.Evidence;
import dev.watershed.analyzer.ownership.TableOwner.Confidence;
import dev.watershed.analyzer.saying.Saying;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something that one could do.
 *
 * @param id 16 hexadecimal digits of kind and subject: load does not change it
 * @param subject the names that it is about, in order
 * @param said what to do and why, one sentence
 * @param moves what it consists of
 * @param touches what it changes, services and tables by name: two that touch the same cannot both
 *     be carried out without another look
 * @param benefit crossings per second that it spares, statements and transactions; 0 for what only
 *     tidies up
 * @param savedPerMonth what servers that can be given back cost, the surely saved money at the low
 *     end; empty where none can, or its cost is not known
 * @param saidGrounds further reasons, a clause each
 * @param saidRisks what may go wrong and what is not known, a clause each
 * @param saidSteps how to go about it, in order
 * @param evidence the statements that prove it, those with the most calls first
 */
public record Proposal(
    String id,
    ProposalKind kind,
    List<String> subject,
    Saying said,
    List<Move> moves,
    Set<String> touches,
    double benefit,
    Optional<MoneyRange> savedPerMonth,
    Confidence confidence,
    List<Saying> saidGrounds,
    List<Saying> saidRisks,
    List<Saying> saidSteps,
    List<Evidence> evidence) {

  public Proposal {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    subject = List.copyOf(subject);
    Objects.requireNonNull(said, "said");
    moves = List.copyOf(moves);
    touches = new TreeSet<>(touches);
    Objects.requireNonNull(savedPerMonth, "savedPerMonth");
    Objects.requireNonNull(confidence, "confidence");
    saidGrounds = List.copyOf(saidGrounds);
    saidRisks = List.copyOf(saidRisks);
    saidSteps = List.copyOf(saidSteps);
    evidence = List.copyOf(evidence);
  }

  /** What it changes, in order. */
  @Override
  public Set<String> touches() {
    return new TreeSet<>(touches);
  }

  /** What to do and why, one sentence of English. */
  public String message() {
    return said.text();
  }

  /** The grounds in English. */
  public List<String> grounds() {
    return Saying.texts(saidGrounds);
  }

  /** The risks in English. */
  public List<String> risks() {
    return Saying.texts(saidRisks);
  }

  /** The steps in English. */
  public List<String> steps() {
    return Saying.texts(saidSteps);
  }
}
