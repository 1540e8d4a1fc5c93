package dev.watershed.benchmarks.fleet.effect;

import java.util.Comparator;
import java.util.List;

/** The value with half of the weight on either side. */
final class WeightedMedian {

  private WeightedMedian() {}

  /** A value and how much it counts. */
  record Value(double value, double weight) {
    Value {
      if (!(weight > 0)) {
        throw new IllegalArgumentException("weight " + weight);
      }
    }
  }

  /** The median; 0 of nothing. */
  static double of(List<Value> values) {
    List<Value> sorted = values.stream().sorted(Comparator.comparingDouble(Value::value)).toList();
    double half = sorted.stream().mapToDouble(Value::weight).sum() / 2;
    double weight = 0;
    for (Value value : sorted) {
      weight += value.weight();
      if (weight >= half) {
        return value.value();
      }
    }
    return 0;
  }
}
