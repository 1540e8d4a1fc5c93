package dev.watershed.analyzer.structure;

import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.ownership.Ownership;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where clusters disagree with declared owners: at least three tables of the cluster, and six of
 * ten of those that have a declared owner, have another one. Nothing is said of a cluster that
 * other seeds do not keep together.
 */
final class OwnerDisagreements {

  private static final int LEAST_TABLES = 3;
  private static final double LEAST_SHARE = 0.6;
  private static final double LEAST_STABILITY = 0.75;

  private OwnerDisagreements() {}

  static List<OwnerDisagreement> of(
      CouplingInput input, Ownership ownership, List<Cluster> clusters) {
    List<OwnerDisagreement> found = new ArrayList<>();
    for (int position = 0; position < clusters.size(); position++) {
      Cluster cluster = clusters.get(position);
      Map<Integer, Integer> owners = new TreeMap<>();
      List<Integer> declared = cluster.tables().stream().filter(ownership::isDeclared).toList();
      for (int table : declared) {
        owners.merge(ownership.owner(table).orElseThrow(), 1, Integer::sum);
      }
      for (Map.Entry<Integer, Integer> owner : owners.entrySet()) {
        double share = (double) owner.getValue() / declared.size();
        if (owner.getValue() >= LEAST_TABLES
            && share >= LEAST_SHARE
            && cluster.stability() >= LEAST_STABILITY) {
          for (int table : declared) {
            int own = ownership.owner(table).orElseThrow();
            if (own != owner.getKey()) {
              found.add(
                  new OwnerDisagreement(
                      table,
                      input.parties().name(own),
                      input.parties().name(owner.getKey()),
                      position,
                      share,
                      cluster.stability()));
            }
          }
        }
      }
    }
    return found;
  }
}
