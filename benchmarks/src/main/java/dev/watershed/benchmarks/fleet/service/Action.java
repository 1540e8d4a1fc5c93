package dev.watershed.benchmarks.fleet.service;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a request makes a service do.
 *
 * @param name unique in its service
 * @param module of the service; empty where it has none
 * @param controller of the comment tags
 * @param weight how often it happens, beside the other actions of the service
 * @param from the share of the run, 0 to 1, at which it begins
 * @param to where it ends
 * @param steps what it does, in order
 * @param written whether it is written out: then it happens at least once in every run
 */
public record Action(
    String name,
    String module,
    String controller,
    double weight,
    double from,
    double to,
    List<Step> steps,
    boolean written) {

  public Action {
    steps = List.copyOf(steps);
    if (!(weight > 0) || !(from >= 0) || !(to > from) || to > 1 || steps.isEmpty()) {
      throw new IllegalArgumentException("action " + name);
    }
  }

  /** Whether it may happen at a share of the run. */
  public boolean happensAt(double elapsed) {
    return elapsed >= from && elapsed < to;
  }

  /** Its statements but for those of transactions. */
  public Stream<Step.Query> queries() {
    return steps.stream().filter(Step.Query.class::isInstance).map(Step.Query.class::cast);
  }

  /** Whether its statements run in a transaction. */
  public boolean transactional() {
    return steps.stream().anyMatch(Step.Transaction.class::isInstance);
  }
}
