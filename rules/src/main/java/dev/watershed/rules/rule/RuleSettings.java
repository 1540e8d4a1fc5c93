package dev.watershed.rules.rule;

import dev.watershed.rules.verdict.Severity;
import java.util.Map;
import java.util.Objects;

/**
 * What a configuration says of a rule.
 *
 * @param severity of its violations
 * @param failsInconclusive whether what it cannot judge is a failure of its own
 * @param given values of parameters; the others have their usual ones
 */
public record RuleSettings(
    Severity severity, boolean failsInconclusive, Map<Parameter, Double> given) {

  /** With these values; what cannot be judged is said, and fails nothing. */
  public RuleSettings(Severity severity, Map<Parameter, Double> given) {
    this(severity, false, given);
  }

  public RuleSettings {
    Objects.requireNonNull(severity, "severity");
    given = Map.copyOf(given);
    given.forEach(
        (parameter, value) -> {
          if (!parameter.allows(value)) {
            throw new IllegalArgumentException(
                parameter.name() + ": expected " + parameter.expected());
          }
        });
  }

  /** The value in force. */
  public double value(Parameter parameter) {
    return given.getOrDefault(parameter, parameter.usual());
  }

  /** The value in force of a count. */
  public long whole(Parameter parameter) {
    return (long) value(parameter);
  }
}
