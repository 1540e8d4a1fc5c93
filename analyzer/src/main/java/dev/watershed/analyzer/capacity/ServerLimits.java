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
 * @param replica whether it only follows a primary
 */
public record ServerLimits(
    OptionalDouble cpus,
    OptionalDouble bufferPoolBytes,
    Optional<Money> costPerMonth,
    boolean replica) {

  /** Nothing is known. */
  public static final ServerLimits UNKNOWN =
      new ServerLimits(OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty(), false);

  /** Of a server that is not known to be a replica. */
  public ServerLimits(
      OptionalDouble cpus, OptionalDouble bufferPoolBytes, Optional<Money> costPerMonth) {
    this(cpus, bufferPoolBytes, costPerMonth, false);
  }

  public ServerLimits {
    Objects.requireNonNull(cpus, "cpus");
    Objects.requireNonNull(bufferPoolBytes, "bufferPoolBytes");
    Objects.requireNonNull(costPerMonth, "costPerMonth");
  }
}
