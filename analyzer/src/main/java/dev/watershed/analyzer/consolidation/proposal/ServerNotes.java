package dev.watershed.analyzer.consolidation.proposal;

import dev.watershed.analyzer.capacity.FleetCapacity;
import dev.watershed.analyzer.consolidation.room.WholeSets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What keeps it from being told whether data of several servers could be put on one, or whether who
 * takes a server should leave it.
 */
public final class ServerNotes {

  private static final int MOST = 8;

  private ServerNotes() {}

  /** A sentence for pairs of which it cannot be told, and one for who takes servers. */
  public static List<String> of(ProposalInput given) {
    List<String> notes = new ArrayList<>(pairs(given));
    notes.addAll(takers(given));
    return notes;
  }

  private static List<String> takers(ProposalInput given) {
    List<String> takers =
        given.loud().stream()
            .filter(each -> !each.noisy())
            .map(each -> each.service() + " on " + each.server())
            .toList();
    return takers.isEmpty()
        ? List.of()
        : List.of(
            "most of a server for a while is taken by "
                + some(takers, ", ")
                + ": nobody was shown to be slower then, so that no move is proposed (analyze"
                + " --neighbours)");
  }

  /** None where all can be told, or there is one server. */
  private static List<String> pairs(ProposalInput given) {
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
