package dev.watershed.rules.gate;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.verdict.Inconclusive;
import dev.watershed.rules.verdict.Misconfigured;
import dev.watershed.rules.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the gate says.
 *
 * @param violations the worst first
 * @param inconclusive what could not be judged
 * @param misconfigured what is configured and fits nothing
 * @param saidNotes what people should do about baseline and suppressions, a sentence each
 * @param inspected how many things were judged
 * @param notApplicable how many rules had nothing to do
 * @param source what was judged; empty for a store
 * @param touched whose files the change touches that is judged; empty where nobody says
 */
public record GateResult(
    List<GatedViolation> violations,
    List<Inconclusive> inconclusive,
    List<Misconfigured> misconfigured,
    List<Saying> saidNotes,
    int inspected,
    int notApplicable,
    Optional<Source> source,
    Optional<TouchedServices> touched) {

  /**
   * The snapshot that was judged.
   *
   * @param id of its content
   * @param madeAt when it was made
   */
  public record Source(String id, Instant madeAt) {

    public Source {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(madeAt, "madeAt");
    }
  }

  public GateResult {
    violations = List.copyOf(violations);
    inconclusive = List.copyOf(inconclusive);
    misconfigured = List.copyOf(misconfigured);
    saidNotes = List.copyOf(saidNotes);
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(touched, "touched");
  }

  /** A verdict of which nothing was accepted before. */
  public static GateResult of(Verdict verdict, Optional<Source> source) {
    return new GateResult(
        verdict.violations().stream().map(GatedViolation::fresh).toList(),
        verdict.inconclusive(),
        verdict.misconfigured(),
        List.of(),
        verdict.inspected(),
        verdict.notApplicable(),
        source,
        Optional.empty());
  }

  /** Whether the gate fails. */
  public boolean fails() {
    return violations.stream().anyMatch(GatedViolation::fails);
  }

  /** Whether something could not be judged that has to be, or nothing was judged at all. */
  public boolean tooLittle() {
    return inconclusive.stream().anyMatch(Inconclusive::fails)
        || inspected == 0 && !inconclusive.isEmpty();
  }

  /** How many violations are in a state. */
  public long count(ViolationState state) {
    return violations.stream().filter(each -> each.state() == state).count();
  }

  /** The notes in English. */
  public List<String> notes() {
    return Saying.texts(saidNotes);
  }
}
