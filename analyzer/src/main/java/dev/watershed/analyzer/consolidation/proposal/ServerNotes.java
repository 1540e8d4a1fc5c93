package dev.watershed.analyzer.consolidation.proposal;

import dev.watershed.analyzer.capacity.FleetCapacity;
import dev.watershed.analyzer.consolidation.room.WholeSets;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.saying.Saying.Joint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What keeps it from being told whether data of several servers could be put on one, or whether who
 * takes a server should leave it.
 */
public final class ServerNotes {

  private static final int MOST = 8;

  private ServerNotes() {}

  /** A sentence for pairs of which it cannot be told, and one for who takes servers. */
  public static List<Saying> of(ProposalInput given) {
    List<Saying> notes = new ArrayList<>(pairs(given));
    notes.addAll(takers(given));
    return notes;
  }

  private static List<Saying> takers(ProposalInput given) {
    List<Saying> takers =
        given.loud().stream()
            .filter(each -> !each.noisy())
            .map(each -> on(each.service(), each.server()))
            .toList();
    return takers.isEmpty()
        ? List.of()
        : List.of(
            Saying.of(
                "server-note.takers",
                "most of a server for a while is taken by {0}: nobody was shown to be slower then,"
                    + " so that no move is proposed (analyze --neighbours)",
                some(takers, Joint.COMMA)));
  }

  private static Saying on(String what, String server) {
    return Saying.of("server-note.on", "{0} on {1}", what, server);
  }

  /** None where all can be told, or there is one server. */
  private static List<Saying> pairs(ProposalInput given) {
    FleetCapacity capacity = given.judged().capacity();
    Map<String, Saying> missing = new TreeMap<>();
    List<Saying> pairs = new ArrayList<>();
    for (String stays : capacity.dataSets()) {
      for (String moves : capacity.dataSets()) {
        if (!stays.equals(moves)) {
          WholeSets judged = WholeSets.of(capacity, stays, List.of(moves));
          if (judged.fits().isEmpty()) {
            pairs.add(on(moves, stays));
            judged.unknown().forEach(each -> missing.put(each.text(), each));
          }
        }
      }
    }
    if (pairs.isEmpty()) {
      return List.of();
    }
    return List.of(
        Saying.of(
            "server-note.unknown",
            "whether one server could hold {0} is not known: {1}",
            some(pairs, Joint.COMMA),
            some(List.copyOf(missing.values()), Joint.SEMICOLON)));
  }

  private static Saying some(List<Saying> all, Joint joint) {
    Saying first = Saying.joined(joint, all.stream().limit(MOST).toList());
    return all.size() > MOST
        ? Saying.of("some", "{0} and {1} more", first, all.size() - MOST)
        : first;
  }
}
