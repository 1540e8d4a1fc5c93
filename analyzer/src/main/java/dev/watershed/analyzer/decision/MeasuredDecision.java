package dev.watershed.analyzer.decision;

import dev.watershed.analyzer.saying.Saying;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A decision, and what was predicted and measured.
 *
 * @param finding as the base shows it, else as the head does
 * @param baseWeight empty where the base does not show it
 * @param headWeight empty where the head does not show it
 * @param saidReason of the outcome, one sentence
 */
public record MeasuredDecision(
    Decision decision,
    Optional<KnownFinding> finding,
    OptionalDouble baseWeight,
    OptionalDouble headWeight,
    List<MeasuredDigest> digests,
    Outcome outcome,
    Saying saidReason) {

  public MeasuredDecision {
    Objects.requireNonNull(decision, "decision");
    Objects.requireNonNull(finding, "finding");
    Objects.requireNonNull(baseWeight, "baseWeight");
    Objects.requireNonNull(headWeight, "headWeight");
    digests = List.copyOf(digests);
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(saidReason, "saidReason");
  }

  /** The reason in English. */
  public String reason() {
    return saidReason.text();
  }
}
