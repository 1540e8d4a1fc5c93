package dev.watershed.analyzer.index.selection;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was refused, by number, and in which order.
 *
 * @param <T> what was refused
 */
final class Refusals<T> {

  private final Map<Integer, T> refused = new HashMap<>();
  private final int[] order;
  private int count;

  /** Of nothing; numbers are below {@code numbers}. */
  Refusals(int numbers) {
    order = new int[numbers];
  }

  void add(int number, T what) {
    refused.put(number, what);
    order[number] = count++;
  }

  /** Takes some back, in the order of their refusal. */
  List<T> withdraw(BitSet numbers) {
    return numbers.stream()
        .boxed()
        .filter(refused::containsKey)
        .sorted(Comparator.comparingInt(number -> order[number]))
        .map(refused::remove)
        .toList();
  }
}
