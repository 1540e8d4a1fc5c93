package dev.watershed.analyzer.index.selection;

import dev.watershed.analyzer.index.cost.StatementPlan;
import dev.watershed.analyzer.index.shape.StatementShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A statement with its plan of today. Where the server measured fewer rows than the model believes
 * are read, the model is wrong about it: no plan counts for more than that part of today's cost.
 * Several threads may ask.
 */
public final class CostedStatement {

  private final StatementShape shape;
  private final StatementPlan today;
  private final double evidence;
  private final List<Integer> servedBy;
  private final double[] alone;
  private final Map<List<Integer>, Double> costs = new ConcurrentHashMap<>();

  /**
   * Of a statement.
   *
   * @param servedBy the candidates that may serve it, in order
   * @param alone what one call costs with each of them
   */
  CostedStatement(
      StatementShape shape, StatementPlan today, List<Integer> servedBy, double[] alone) {
    this.shape = shape;
    this.today = today;
    this.servedBy = servedBy;
    this.alone = alone.clone();
    evidence = evidence(shape.statement().rowsExaminedPerCall(), today.rows());
  }

  private static double evidence(OptionalDouble measured, double modelled) {
    return measured.isEmpty()
        ? 1
        : Math.min(1, (measured.getAsDouble() + 1) / Math.max(1, modelled));
  }

  /** Those of some candidates that may serve it, in order. */
  List<Integer> relevant(Set<Integer> chosen) {
    List<Integer> found = List.of();
    for (Integer each : chosen.isEmpty() ? found : servedBy) {
      if (chosen.contains(each)) {
        found = found.isEmpty() ? new ArrayList<>(2) : found;
        found.add(each);
      }
    }
    return found;
  }

  /** What it asks. */
  public StatementShape shape() {
    return shape;
  }

  /** Its plan with the indexes that exist. */
  public StatementPlan today() {
    return today;
  }

  /** The part of the model's cost that what was measured bears out, 0 to 1. */
  public double evidence() {
    return evidence;
  }

  /** What the cost of one of its plans counts for, once. */
  public double counted(double cost) {
    return evidence < 1 ? Math.min(cost, today.cost() * evidence) : cost;
  }

  private double allCalls(double cost) {
    return counted(cost) * shape.statement().calls();
  }

  /** The cost of all calls with some candidates; empty if it has not been reckoned. */
  OptionalDouble cost(List<Integer> relevant) {
    if (relevant.isEmpty()) {
      return OptionalDouble.of(allCalls(today.cost()));
    }
    if (relevant.size() == 1) {
      int place = Collections.binarySearch(servedBy, relevant.get(0));
      return OptionalDouble.of(allCalls(alone[place]));
    }
    Double known = costs.get(relevant);
    return known == null ? OptionalDouble.empty() : OptionalDouble.of(known);
  }

  /** The cost of all calls by a plan with some candidates; kept. */
  double reckoned(List<Integer> relevant, StatementPlan plan) {
    double cost = allCalls(plan.cost());
    costs.put(relevant, cost);
    return cost;
  }
}
