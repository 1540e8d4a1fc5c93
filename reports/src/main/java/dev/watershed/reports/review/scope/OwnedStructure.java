package dev.watershed.reports.review.scope;

import dev.watershed.analyzer.structure.Cluster;
import dev.watershed.analyzer.structure.OwnerDisagreement;
import dev.watershed.analyzer.structure.Seam;
import dev.watershed.analyzer.structure.StructureFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The clusters that some services work on or have tables in, what crosses their borders, and the
 * clusters on the other sides of these.
 */
final class OwnedStructure {

  private OwnedStructure() {}

  static StructureFacts of(StructureFacts facts, OwnedFleet owned) {
    TreeSet<Integer> own = new TreeSet<>();
    for (int at = 0; at < facts.clusters().size(); at++) {
      if (owned.concerns(facts.clusters().get(at))) {
        own.add(at);
      }
    }
    List<Seam> seams =
        facts.seams().stream()
            .filter(seam -> own.contains(seam.first()) || own.contains(seam.second()))
            .toList();
    TreeSet<Integer> kept = new TreeSet<>(own);
    seams.forEach(seam -> kept.addAll(List.of(seam.first(), seam.second())));
    TreeMap<Integer, Integer> positions = new TreeMap<>();
    List<Cluster> clusters = new ArrayList<>();
    for (int at : kept) {
      positions.put(at, clusters.size());
      clusters.add(facts.clusters().get(at));
    }
    return new StructureFacts(
        facts.input(),
        clusters,
        facts.hubs(),
        facts.alone(),
        facts.unused(),
        seams.stream().map(seam -> at(seam, positions)).toList(),
        facts.furtherSeams(),
        facts.transactions(),
        facts.disagreements().stream()
            .filter(each -> own.contains(each.cluster()))
            .map(each -> at(each, positions))
            .toList(),
        facts.saidNotes());
  }

  private static Seam at(Seam seam, TreeMap<Integer, Integer> positions) {
    return new Seam(
        positions.get(seam.first()),
        positions.get(seam.second()),
        seam.statementsPerSecond(),
        seam.joinsPerSecond(),
        seam.transactionsPerSecond(),
        seam.conductance(),
        seam.statements(),
        seam.furtherStatements());
  }

  private static OwnerDisagreement at(OwnerDisagreement each, TreeMap<Integer, Integer> positions) {
    return new OwnerDisagreement(
        each.table(),
        each.declared(),
        each.practised(),
        positions.get(each.cluster()),
        each.share(),
        each.stability());
  }
}
