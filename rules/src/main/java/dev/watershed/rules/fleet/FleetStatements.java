package dev.watershed.rules.fleet;

import dev.watershed.analyzer.coupling.input.CoupledStatement;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.Touches;
import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.ranking.GroupFacts;
import dev.watershed.analyzer.ranking.GroupKey;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.sql.facts.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Joins what digests cost with what they do, and with who sends them. */
public final class FleetStatements {

  /** Who sends less of a statement than this does not answer for it. */
  private static final double LEAST_SHARE = 0.1;

  private record Key(String dataSet, long digest, Optional<String> schema) {}

  private record Placed(StatementPlace place, double seconds) {}

  /** Calls by service, and whether any are nobody's, or nobody knows whose. */
  private static final class Senders {
    private final Map<String, Double> calls = new TreeMap<>();
    private boolean unclaimed;
    private boolean unseen;
  }

  private FleetStatements() {}

  /**
   * The digests of a ranking, in its order; those lumped beyond the bounds are left out.
   *
   * @param workload ranked by digest
   */
  public static List<FleetStatement> of(
      WorkloadFacts workload, List<DataFacts> data, CouplingInput input) {
    Map<Key, Senders> senders = senders(input);
    Map<Long, List<Placed>> placed = placed(data, senders);
    Map<Long, Map<String, Double>> calls = new HashMap<>();
    senders.forEach(
        (key, each) -> {
          Map<String, Double> sum = calls.computeIfAbsent(key.digest(), unused -> new TreeMap<>());
          each.calls.forEach((service, count) -> sum.merge(service, count, Double::sum));
        });
    List<FleetStatement> statements = new ArrayList<>();
    for (GroupFacts group : workload.groups()) {
      if (group.key() instanceof GroupKey.Digest digest && placed.containsKey(digest.digest())) {
        List<StatementPlace> places =
            placed.get(digest.digest()).stream()
                .sorted(Comparator.comparingDouble(Placed::seconds).reversed())
                .map(Placed::place)
                .toList();
        statements.add(
            new FleetStatement(
                digest.digest(),
                digest.fingerprint(),
                places,
                Shape.of(places.get(0).facts()),
                answering(calls.getOrDefault(digest.digest(), Map.of())),
                group.figures(),
                group.share()));
      }
    }
    return statements;
  }

  /** By digest, in the order of sets of data. */
  private static Map<Long, List<Placed>> placed(List<DataFacts> data, Map<Key, Senders> senders) {
    Map<Long, List<Placed>> placed = new HashMap<>();
    for (DataFacts set : data) {
      for (WeightedStatement statement : set.input().server().statements()) {
        Senders sent =
            senders.getOrDefault(
                new Key(set.name(), statement.digest(), statement.schema()), new Senders());
        StatementPlace place =
            new StatementPlace(
                set.name(),
                statement.schema(),
                statement.facts(),
                List.copyOf(sent.calls.keySet()),
                sent.unclaimed,
                sent.unseen);
        placed
            .computeIfAbsent(statement.digest(), unused -> new ArrayList<>())
            .add(new Placed(place, statement.seconds()));
      }
    }
    return placed;
  }

  private static List<String> answering(Map<String, Double> calls) {
    double all = calls.values().stream().mapToDouble(Double::doubleValue).sum();
    return calls.entrySet().stream()
        .filter(each -> each.getValue() >= LEAST_SHARE * all)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Map<Key, Senders> senders(CouplingInput input) {
    Touches touches = input.touches();
    Map<Key, Senders> senders = new HashMap<>();
    for (int row = 0; row < touches.size(); row++) {
      CoupledStatement statement = input.statements().get(touches.statement(row));
      Key key = new Key(statement.dataSet(), statement.digest(), statement.schema());
      Senders sent = senders.computeIfAbsent(key, unused -> new Senders());
      if (input.parties().isService(touches.party(row))) {
        sent.calls.merge(input.parties().name(touches.party(row)), touches.calls(row), Double::sum);
      } else if (touches.party(row) == input.parties().unseen()) {
        sent.unseen = true;
      } else {
        sent.unclaimed = true;
      }
    }
    return senders;
  }
}
