package dev.watershed.analyzer.inference;

import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** Steps to take, the one with the shortest chain first, of several the first that was added. */
final class StepQueue {

  private record Waiting(Step step, long number) {}

  private final PriorityQueue<Waiting> steps =
      new PriorityQueue<>(
          Comparator.comparingInt((Waiting waiting) -> waiting.step().chain().size())
              .thenComparingLong(Waiting::number));
  private long added;

  void add(Step step) {
    steps.add(new Waiting(step, added++));
  }

  Optional<Step> next() {
    return Optional.ofNullable(steps.poll()).map(Waiting::step);
  }
}
