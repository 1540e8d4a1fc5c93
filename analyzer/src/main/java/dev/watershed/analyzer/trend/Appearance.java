package dev.watershed.analyzer.trend;

import java.util.Objects;

/**
 * A service or table that is in use in one of two spans only.
 *
 * @param service whether it is a service, otherwise a table
 * @param name of the service, or label of the table
 * @param kind {@link TrendKind#NEW}, {@link TrendKind#GONE}, or not comparable
 * @param callsPerSecond of statements that the service sends, or that name the table, in the span
 *     that has it
 */
public record Appearance(boolean service, String name, TrendKind kind, double callsPerSecond) {

  public Appearance {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
  }
}
