package dev.watershed.analyzer.consolidation.proposal;

import dev.watershed.analyzer.capacity.FleetCapacity;
import dev.watershed.analyzer.consolidation.room.WholeSets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** What keeps it from being told whether data of several servers could be put on one. */
public final class ServerNotes {

  private static final int MOST = 8;

  private ServerNotes() {}

  /**
   * A sentence for pairs of which it cannot be told; none where all can, or there is one server.
   */
  public static List<String> of(ProposalInput given) {
    FleetCapacity capacity = given.judged().capacity();
    Collection<String> missing = new TreeSet<>();
    List<String> pairs = new ArrayList<>();
    for (String stays : capacity.dataSets()) {
      for (String moves : capacity.dataSets()) {
        if (!stays.equals(moves)) {
          WholeSets judged = WholeSets.of(capacity, stays, List.of(moves));
          if (judged.fits().isEmpty()) {
            pairs.add(moves + " on " + stays);
            missing.addAll(judged.unknown());
          }
        }
      }
    }
    if (pairs.isEmpty()) {
      return List.of();
    }
    return List.of(
        "whether one server could hold "
            + some(pairs, ", ")
            + " is not known: "
            + some(List.copyOf(missing), "; "));
  }

  private static String some(List<String> all, String separator) {
    return String.join(separator, all.stream().limit(MOST).toList())
        + (all.size() > MOST ? " and " + (all.size() - MOST) + " more" : "");
  }
}
