package dev.watershed.analyzer.coupling;

import dev.watershed.analyzer.coupling.input.CoupledStatement;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.Touches;
import java.util.Objects;

/**
 * A statement that proves a finding, by one party.
 *
 * @param digest the 64-bit id of its text
 * @param timeSeconds the sum of its execution times
 * @param estimated whether samples say whose it is
 */
public record Evidence(
    long digest,
    String fingerprint,
    String dataSet,
    String party,
    double calls,
    double callsPerSecond,
    double timeSeconds,
    boolean estimated) {

  private static final double MICROS_PER_SECOND = 1e6;

  public Evidence {
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(dataSet, "dataSet");
    Objects.requireNonNull(party, "party");
  }

  /**
   * What a party sends.
   *
   * @param row of {@link Touches}
   */
  public static Evidence of(CouplingInput input, int row) {
    Touches touches = input.touches();
    CoupledStatement statement = input.statements().get(touches.statement(row));
    return new Evidence(
        statement.digest(),
        statement.fingerprint(),
        statement.dataSet(),
        input.parties().name(touches.party(row)),
        touches.calls(row),
        touches.calls(row) / input.seconds(touches.statement(row)),
        touches.timeMicros(row) / MICROS_PER_SECOND,
        touches.estimated(row));
  }
}
