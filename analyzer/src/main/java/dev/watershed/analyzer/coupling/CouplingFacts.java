package dev.watershed.analyzer.coupling;

import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import dev.watershed.analyzer.ownership.Ownership;
import dev.watershed.analyzer.saying.Saying;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * What is known about coupling.
 *
 * @param input what it rests on
 * @param matrix who uses which table
 * @param ownership who owns which table
 * @param findings by kind, then occasional ones last, then the greatest weight first, then by id
 * @param services all of them
 * @param pairs those that anything couples
 * @param transactions how many cross owners
 * @param hubs tables that everybody reads, by index
 * @param saidNotes what is not known, and what is wrong with the configuration, a sentence each
 */
public record CouplingFacts(
    CouplingInput input,
    UseMatrix matrix,
    Ownership ownership,
    List<Finding> findings,
    List<ServiceMeasures> services,
    List<PairMeasures> pairs,
    TransactionCut transactions,
    BitSet hubs,
    List<Saying> saidNotes) {

  public CouplingFacts {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(matrix, "matrix");
    Objects.requireNonNull(ownership, "ownership");
    findings = List.copyOf(findings);
    services = List.copyOf(services);
    pairs = List.copyOf(pairs);
    Objects.requireNonNull(transactions, "transactions");
    hubs = (BitSet) hubs.clone();
    saidNotes = List.copyOf(saidNotes);
  }

  /** The tables that everybody reads, by index. */
  @Override
  public BitSet hubs() {
    return (BitSet) hubs.clone();
  }

  /** The same with another note, before the others. */
  public CouplingFacts noted(Saying note) {
    List<Saying> all = new ArrayList<>(List.of(note));
    all.addAll(saidNotes);
    return new CouplingFacts(
        input, matrix, ownership, findings, services, pairs, transactions, hubs, all);
  }

  /** The findings of a kind. */
  public List<Finding> of(FindingKind kind) {
    return findings.stream().filter(finding -> finding.kind() == kind).toList();
  }

  /** The notes in English. */
  public List<String> notes() {
    return Saying.texts(saidNotes);
  }
}
