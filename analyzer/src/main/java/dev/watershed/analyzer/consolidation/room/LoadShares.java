package dev.watershed.analyzer.consolidation.room;

import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.coupling.input.Touches;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where the load of each set of data goes in a placement: of the time of each service, the share of
 * statements that use tables there. A statement whose tables are in several places counts for each
 * of them with all its time, so that shares may add up to more than 1; one without a table stays.
 */
final class LoadShares {

  private record Part(String from, Optional<String> service) {}

  private record Way(Part part, String to) {}

  private final Map<Part, Double> all = new HashMap<>();
  private final Map<Way, Double> going = new HashMap<>();
  private final Map<String, Set<String>> targets = new HashMap<>();

  private LoadShares() {}

  static LoadShares of(CouplingInput input, Placement placement) {
    LoadShares shares = new LoadShares();
    Touches touches = input.touches();
    for (int row = 0; row < touches.size(); row++) {
      int statement = touches.statement(row);
      String from = input.statements().get(statement).dataSet();
      Part part = new Part(from, input.parties().attribution(touches.party(row)).service());
      double micros = touches.timeMicros(row);
      shares.all.merge(part, micros, Double::sum);
      for (String to : places(input.uses(), statement, placement, from)) {
        shares.going.merge(new Way(part, to), micros, Double::sum);
        if (!to.equals(from) && micros > 0) {
          shares.targets.computeIfAbsent(from, any -> new TreeSet<>()).add(to);
        }
      }
    }
    return shares;
  }

  /** Where the tables are that a statement names, or else those that it uses by inference. */
  private static Set<String> places(
      TableUses uses, int statement, Placement placement, String otherwise) {
    int first = uses.start(statement);
    if (uses.end(statement) == first + 1) {
      int table = uses.table(first);
      return Set.of(placement.retired(table) ? otherwise : placement.dataSet(table));
    }
    Set<String> named = new TreeSet<>();
    Set<String> inferred = new TreeSet<>();
    for (int use = uses.start(statement); use < uses.end(statement); use++) {
      if (!placement.retired(uses.table(use))) {
        (uses.named(use) ? named : inferred).add(placement.dataSet(uses.table(use)));
      }
    }
    Set<String> places = named.isEmpty() ? inferred : named;
    return places.isEmpty() ? Set.of(otherwise) : places;
  }

  /** The other sets of data that load of one goes to. */
  Set<String> targets(String from) {
    return targets.getOrDefault(from, Set.of());
  }

  /**
   * The share of a service's time on one set of data that another one has to take.
   *
   * @param service empty for what no service claims
   */
  double of(String from, Optional<String> service, String to) {
    Part part = new Part(from, service);
    double whole = all.getOrDefault(part, 0.0);
    return whole == 0
        ? from.equals(to) ? 1 : 0
        : going.getOrDefault(new Way(part, to), 0.0) / whole;
  }

  /** The time of a service on a set of data, in microseconds. */
  double micros(String from, Optional<String> service) {
    return all.getOrDefault(new Part(from, service), 0.0);
  }

  /** The share of all the time on one set of data that another one has to take. */
  double of(String from, String to) {
    double whole = 0;
    double part = 0;
    for (Map.Entry<Part, Double> each : all.entrySet()) {
      if (each.getKey().from().equals(from)) {
        whole += each.getValue();
        part += going.getOrDefault(new Way(each.getKey(), to), 0.0);
      }
    }
    return whole == 0 ? 0 : part / whole;
  }
}
