package dev.watershed.analyzer.calls;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Calls of one service to another.
 *
 * @param counts what each source says, in the order of the sources; they count the same calls, and
 *     are not added up
 */
public record ServiceCall(CallEnd caller, CallEnd callee, List<Count> counts) {

  /**
   * What a source says.
   *
   * @param calls how many were counted, if it counts
   * @param callsPerSecond how often, if that is known
   */
  public record Count(String source, OptionalDouble calls, OptionalDouble callsPerSecond) {

    public Count {
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(calls, "calls");
      Objects.requireNonNull(callsPerSecond, "callsPerSecond");
    }
  }

  public ServiceCall {
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(callee, "callee");
    counts = List.copyOf(counts);
  }

  /** How often, by the first source that knows. */
  public OptionalDouble callsPerSecond() {
    return counts.stream()
        .map(Count::callsPerSecond)
        .flatMapToDouble(OptionalDouble::stream)
        .findFirst();
  }

  /** Whether both ends are services. */
  public boolean known() {
    return caller.party().isPresent() && callee.party().isPresent();
  }
}
