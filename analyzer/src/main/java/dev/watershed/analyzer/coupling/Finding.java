package dev.watershed.analyzer.coupling;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.workload.LowestHashes;
import java.util.List;
import java.util.Objects;

/**
 * A fact about coupling, with its evidence.
 *
 * @param id 16 hexadecimal digits of kind and subject: load does not change it
 * @param subject the names that it is about, in order
 * @param said one sentence
 * @param services who takes part, in order
 * @param tables which tables, in order
 * @param weight what findings of its kind are ranked by; {@link FindingKind} says of what
 * @param callsPerSecond of the statements that prove it
 * @param timeSeconds their execution times
 * @param timeShare that of all statements' time, 0 to 1
 * @param basis what owners it rests on
 * @param estimated whether samples say whose some of the load is
 * @param occasional whether so few calls show it that statements gone astray would explain them
 * @param saidInferred what statements do without naming it, a clause each
 * @param evidence the statements with the most calls first
 * @param furtherEvidence how many more there are
 */
public record Finding(
    String id,
    FindingKind kind,
    List<String> subject,
    Saying said,
    List<String> services,
    List<String> tables,
    double weight,
    double callsPerSecond,
    double timeSeconds,
    double timeShare,
    OwnerBasis basis,
    boolean estimated,
    boolean occasional,
    List<Saying> saidInferred,
    List<Evidence> evidence,
    int furtherEvidence) {

  public Finding {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    subject = List.copyOf(subject);
    Objects.requireNonNull(said, "said");
    services = List.copyOf(services);
    tables = List.copyOf(tables);
    Objects.requireNonNull(basis, "basis");
    saidInferred = List.copyOf(saidInferred);
    evidence = List.copyOf(evidence);
  }

  /** The id of a finding: 16 hexadecimal digits of its kind and subject. */
  public static String idOf(FindingKind kind, List<String> subject) {
    StringBuilder key = new StringBuilder(kind.key());
    subject.forEach(name -> key.append('\0').append(name));
    return String.format("%016x", LowestHashes.hashOf(key.toString()));
  }

  /** One sentence of English. */
  public String message() {
    return said.text();
  }

  /** Whether a gate may rest on it: nothing about its owners or load is guessed or chance. */
  public boolean mayGate() {
    return basis != OwnerBasis.PROPOSED && !estimated && !occasional;
  }

  /** The clauses of what is inferred in English. */
  public List<String> inferred() {
    return Saying.texts(saidInferred);
  }
}
