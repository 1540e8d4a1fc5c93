package dev.watershed.analyzer.trend;

import dev.watershed.analyzer.ownership.TableOwner;
import java.util.Objects;

/**
 * A table that another service writes than before.
 *
 * @param table its label
 * @param base who wrote most of it
 * @param baseShare of the writes, 0 to 1
 * @param head who writes most of it
 * @param headShare of the writes, 0 to 1
 * @param baseWritesPerSecond of all
 * @param headWritesPerSecond of all
 * @param status of its owner in the head
 */
public record OwnerChange(
    String table,
    String base,
    double baseShare,
    String head,
    double headShare,
    double baseWritesPerSecond,
    double headWritesPerSecond,
    TableOwner.Status status) {

  public OwnerChange {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(head, "head");
    Objects.requireNonNull(status, "status");
  }
}
