package dev.watershed.rules.fleet;

import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.Touches;
import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.ranking.GroupFacts;
import dev.watershed.analyzer.ranking.GroupKey;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.sql.facts.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Joins what digests cost with what they do, and with who sends them. */
public final class FleetStatements {

  /** Who sends less of a statement than this does not answer for it. */
  private static final double LEAST_SHARE = 0.1;

  private record Placed(String dataSet, WeightedStatement statement) {}

  private FleetStatements() {}

  /**
   * The digests of a ranking, in its order; those lumped beyond the bounds are left out.
   *
   * @param workload ranked by digest
   */
  public static List<FleetStatement> of(
      WorkloadFacts workload, List<DataFacts> data, CouplingInput input) {
    Map<Long, Placed> placed = new HashMap<>();
    for (DataFacts set : data) {
      for (WeightedStatement statement : set.input().server().statements()) {
        placed.merge(
            statement.digest(),
            new Placed(set.name(), statement),
            (first, other) ->
                other.statement().seconds() > first.statement().seconds() ? other : first);
      }
    }
    Map<Long, Map<String, Double>> senders = senders(input);
    Set<Long> unclaimed = unclaimed(input);
    List<FleetStatement> statements = new ArrayList<>();
    for (GroupFacts group : workload.groups()) {
      if (group.key() instanceof GroupKey.Digest digest && placed.containsKey(digest.digest())) {
        Placed at = placed.get(digest.digest());
        Map<String, Double> calls = senders.getOrDefault(digest.digest(), Map.of());
        statements.add(
            new FleetStatement(
                at.dataSet(),
                at.statement().schema(),
                digest.digest(),
                digest.fingerprint(),
                at.statement().facts(),
                Shape.of(at.statement().facts()),
                answering(calls),
                List.copyOf(calls.keySet()),
                unclaimed.contains(digest.digest()),
                group.figures(),
                group.share()));
      }
    }
    return statements;
  }

  private static List<String> answering(Map<String, Double> calls) {
    double all = calls.values().stream().mapToDouble(Double::doubleValue).sum();
    return calls.entrySet().stream()
        .filter(each -> each.getValue() >= LEAST_SHARE * all)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Calls by digest and service; what no service claims is absent. */
  private static Map<Long, Map<String, Double>> senders(CouplingInput input) {
    Touches touches = input.touches();
    Map<Long, Map<String, Double>> senders = new HashMap<>();
    for (int row = 0; row < touches.size(); row++) {
      if (input.parties().isService(touches.party(row))) {
        senders
            .computeIfAbsent(
                input.statements().get(touches.statement(row)).digest(), digest -> new TreeMap<>())
            .merge(input.parties().name(touches.party(row)), touches.calls(row), Double::sum);
      }
    }
    return senders;
  }

  /** Digests of which some calls are of no service, or of whom nobody saw. */
  private static Set<Long> unclaimed(CouplingInput input) {
    Touches touches = input.touches();
    Set<Long> digests = new HashSet<>();
    for (int row = 0; row < touches.size(); row++) {
      if (!input.parties().isService(touches.party(row))) {
        digests.add(input.statements().get(touches.statement(row)).digest());
      }
    }
    return digests;
  }
}
