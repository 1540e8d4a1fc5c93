package dev.watershed.analyzer.consolidation.room;

import java.util.Objects;

/**
 * Cost of load that another service would cause. It saves nothing: the servers cost the same.
 *
 * @param from the service that causes it today
 * @param to the one that would
 * @param perMonth from the least to the most: by every way in which the cost of the servers can be
 *     apportioned, and without and with statements that use other tables as well
 */
public record CostShift(String from, String to, MoneyRange perMonth) {

  public CostShift {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(perMonth, "perMonth");
  }
}
