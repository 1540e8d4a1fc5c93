package dev.watershed.analyzer.calls;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Calls as a source counts them.
 *
 * @param caller who calls, by the source's name
 * @param callee who is called, by the source's name
 * @param calls how many were counted; empty if the source only knows how often
 * @param callsPerSecond how often; empty if the span of what was counted is not known
 */
public record CallEdge(
    String caller, String callee, OptionalDouble calls, OptionalDouble callsPerSecond) {

  public CallEdge {
    if (caller.isBlank() || callee.isBlank()) {
      throw new IllegalArgumentException("a call needs a caller and a callee");
    }
    Objects.requireNonNull(calls, "calls");
    Objects.requireNonNull(callsPerSecond, "callsPerSecond");
  }
}
