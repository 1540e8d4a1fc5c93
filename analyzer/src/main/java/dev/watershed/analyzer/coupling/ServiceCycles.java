package dev.watershed.analyzer.coupling;

import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.saying.Saying;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Services that use each other's tables: each pair that does so directly, and of those that are in
 * no such pair but in a longer cycle, the shortest one through each.
 */
final class ServiceCycles {

  private ServiceCycles() {}

  static List<Finding> findings(CouplingView view) {
    ServiceGraph graph = ServiceGraph.of(view);
    List<Finding> findings = new ArrayList<>();
    for (List<Integer> component : StrongComponents.of(graph.services(), graph::used)) {
      for (List<Integer> cycle : cycles(graph, component)) {
        findings.add(finding(view, graph, cycle, component));
      }
    }
    return findings;
  }

  private static Set<List<Integer>> cycles(ServiceGraph graph, List<Integer> component) {
    Set<List<Integer>> cycles = new LinkedHashSet<>();
    Set<Integer> paired = new HashSet<>();
    for (int one : component) {
      for (int other : component) {
        if (one < other && graph.uses(one, other) && graph.uses(other, one)) {
          cycles.add(List.of(one, other));
          paired.add(one);
          paired.add(other);
        }
      }
    }
    for (int one : component) {
      if (!paired.contains(one)) {
        cycles.add(ServiceGraph.fromLowest(graph.shortestCycle(one)));
      }
    }
    return cycles;
  }

  private static Finding finding(
      CouplingView view, ServiceGraph graph, List<Integer> cycle, List<Integer> component) {
    List<String> names = cycle.stream().map(view::party).toList();
    FindingMaker finding = new FindingMaker(view, FindingKind.SERVICE_CYCLE, names);
    double weakest = Double.MAX_VALUE;
    List<Saying> steps = new ArrayList<>();
    for (int at = 0; at < cycle.size(); at++) {
      int from = cycle.get(at);
      int to = cycle.get((at + 1) % cycle.size());
      double perSecond = 0;
      List<String> tables = new ArrayList<>();
      for (ServiceGraph.Edge edge : graph.edges(from, to)) {
        finding
            .party(from)
            .owned(edge.table())
            .touches(Cells.touches(view, edge.cell(), TableUses.READ | TableUses.WRITE));
        perSecond +=
            (view.matrix().reads(edge.cell()) + view.matrix().writes(edge.cell()))
                / view.seconds(edge.table());
        tables.add(view.label(edge.table()));
      }
      weakest = Math.min(weakest, perSecond);
      steps.add(
          Saying.of(
              "cycle.uses",
              "{0} uses {1} of {2}",
              view.party(from),
              Saying.some(tables, 1),
              view.party(to)));
    }
    Saying all =
        component.size() > cycle.size()
            ? Saying.of(
                "cycle.among",
                "; they are among {0} services that reach each other",
                component.size())
            : Saying.nothing();
    return finding.make(weakest, Saying.of("cycle.all", "{0}{1}", steps, all));
  }
}
