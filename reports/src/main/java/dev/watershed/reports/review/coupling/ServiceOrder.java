package dev.watershed.reports.review.coupling;

import dev.watershed.analyzer.coupling.input.Parties;
import dev.watershed.analyzer.structure.Cluster;
import dev.watershed.reports.review.chart.MatrixChart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * In which order a matrix has services: those that work mostly on the tables of one cluster stand
 * together, the largest cluster first; then those of none; last what is no service.
 *
 * @param parties indexes
 * @param services how many of them are services
 * @param boxes around clusters of several services
 */
record ServiceOrder(List<Integer> parties, int services, List<MatrixChart.Box> boxes) {

  ServiceOrder {
    parties = List.copyOf(parties);
    boxes = List.copyOf(boxes);
  }

  /** The order of those parties that take part. */
  static ServiceOrder of(List<Cluster> clusters, Parties parties, Collection<Integer> taking) {
    Set<Integer> left = new TreeSet<>(taking);
    List<Integer> order = new ArrayList<>();
    List<MatrixChart.Box> boxes = new ArrayList<>();
    for (Cluster cluster : clusters) {
      int from = order.size();
      cluster.services().stream().filter(left::remove).forEach(order::add);
      if (order.size() - from > 1) {
        boxes.add(new MatrixChart.Box(from, order.size(), cluster.name()));
      }
    }
    left.stream().filter(parties::isService).forEach(order::add);
    int services = order.size();
    Set<Integer> placed = new HashSet<>(order);
    left.stream().filter(party -> !placed.contains(party)).forEach(order::add);
    return new ServiceOrder(order, services, boxes);
  }
}
