package dev.watershed.analyzer.capacity;

import dev.watershed.analyzer.cost.Money;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a configuration says of a server.
 *
 * @param cpus processors of its host
 * @param bufferPoolBytes memory for its buffer pool
 * @param costPerMonth what it costs
 */
public record ServerLimits(
    OptionalDouble cpus, OptionalDouble bufferPoolBytes, Optional<Money> costPerMonth) {

  /** Nothing is known. */
  public static final ServerLimits UNKNOWN =
      new ServerLimits(OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());

  public ServerLimits {
    Objects.requireNonNull(cpus, "cpus");
    Objects.requireNonNull(bufferPoolBytes, "bufferPoolBytes");
    Objects.requireNonNull(costPerMonth, "costPerMonth");
  }
}
