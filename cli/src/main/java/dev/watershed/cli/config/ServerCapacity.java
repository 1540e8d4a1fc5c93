package dev.watershed.cli.config;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the host of a server has.
 *
 * @param cpus processors
 * @param bufferPoolGiB memory for the buffer pool
 * @param metrics the path of a file of the host's metrics, as written
 */
public record ServerCapacity(
    OptionalDouble cpus, OptionalDouble bufferPoolGiB, Optional<String> metrics) {

  /** Nothing is known. */
  public static final ServerCapacity UNKNOWN =
      new ServerCapacity(OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());

  public ServerCapacity {
    Objects.requireNonNull(cpus, "cpus");
    Objects.requireNonNull(bufferPoolGiB, "bufferPoolGiB");
    Objects.requireNonNull(metrics, "metrics");
    if (cpus.isPresent() && !(cpus.getAsDouble() > 0)) {
      throw new IllegalArgumentException("a server without processors; expected more than 0");
    }
    if (bufferPoolGiB.isPresent() && !(bufferPoolGiB.getAsDouble() > 0)) {
      throw new IllegalArgumentException("a buffer pool of nothing; expected more than 0");
    }
  }
}
