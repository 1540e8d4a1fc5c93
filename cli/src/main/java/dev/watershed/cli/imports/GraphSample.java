package dev.watershed.cli.imports;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A series of requests between two nodes of a service graph.
 *
 * @param named whether it has the name of the counter; results of functions have none
 * @param labels all of them, which tell series apart
 * @param points at least one, in the order of their times
 */
record GraphSample(boolean named, Map<String, String> labels, List<Point> points) {

  /**
   * A value.
   *
   * @param seconds its time since 1970; empty if the file does not say it
   */
  record Point(OptionalDouble seconds, double value) {

    Point {
      Objects.requireNonNull(seconds, "seconds");
    }
  }

  GraphSample {
    labels = Map.copyOf(labels);
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("a series without a value");
    }
  }

  Optional<String> label(String name) {
    return Optional.ofNullable(labels.get(name)).filter(value -> !value.isBlank());
  }

  Point first() {
    return points.get(0);
  }

  Point last() {
    return points.get(points.size() - 1);
  }

  /** How much a counter grew over its points: one that is smaller than before began at zero. */
  double growth() {
    double growth = 0;
    for (int at = 1; at < points.size(); at++) {
      double before = points.get(at - 1).value();
      double value = points.get(at).value();
      growth += value < before ? value : value - before;
    }
    return growth;
  }
}
