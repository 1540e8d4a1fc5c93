package dev.watershed.analyzer.index.ddl;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What decides how a table may be changed.
 *
 * @param bytes of data; empty if unknown
 * @param writesPerSecond rows; empty if unknown
 * @param replicas whether servers replicate from this one
 */
public record TableCondition(OptionalLong bytes, OptionalDouble writesPerSecond, boolean replicas) {

  public TableCondition {
    Objects.requireNonNull(bytes, "bytes");
    Objects.requireNonNull(writesPerSecond, "writesPerSecond");
  }
}
