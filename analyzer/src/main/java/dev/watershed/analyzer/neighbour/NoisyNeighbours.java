package dev.watershed.analyzer.neighbour;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.series.ServiceSlots;
import dev.watershed.workload.LowestHashes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Finds the services that are loud on a server in three slots and more, and who was slower then;
 * says where that cannot be told. They are judged one server at a time: {@link FleetCorrection}
 * makes it an answer for several.
 */
public final class NoisyNeighbours {

  /** Fewer slots do not show what is usual. */
  static final int LEAST_SLOTS = 20;

  private static final int LEAST_LOUD = 3;
  private static final double MUCH_UNCLAIMED = 0.2;

  /**
   * What was found.
   *
   * @param loud those that take the most time while they are loud first
   * @param notes what cannot be concluded, a sentence each
   */
  public record Found(List<LoudService> loud, List<Saying> notes) {

    public Found {
      loud = List.copyOf(loud);
      notes = List.copyOf(notes);
    }
  }

  private NoisyNeighbours() {}

  /**
   * The loud services of a server.
   *
   * @param histograms whether all executions were seen, so that there are percentiles
   */
  public static Found of(
      String server, ServiceSlots load, boolean histograms, NeighbourInput input) {
    if (load.size() < LEAST_SLOTS) {
      return new Found(List.of(), List.of(tooFew(server, load)));
    }
    List<LoudSlots> loud = new ArrayList<>();
    BitSet anyLoud = new BitSet();
    for (int service = 0; service < load.services().size(); service++) {
      LoudSlots own = LoudSlots.of(load, service);
      loud.add(own);
      anyLoud.or(own.slots());
    }
    List<LoudService> found = new ArrayList<>();
    for (int service = 0; service < load.services().size(); service++) {
      if (loud.get(service).slots().cardinality() >= LEAST_LOUD) {
        BitSet others = (BitSet) anyLoud.clone();
        others.andNot(loud.get(service).slots());
        SlowedServices.Found slowed =
            new SlowedServices(load, loud.get(service).slots(), others, histograms)
                .find(service, input.p95BudgetMicros());
        found.add(loud(server, load, service, loud.get(service), slowed, input));
      }
    }
    found.sort(
        Comparator.<LoudService>comparingDouble(each -> each.loud() * each.loudActive())
            .reversed()
            .thenComparing(LoudService::service));
    return new Found(found, notes(server, load));
  }

  private static LoudService loud(
      String server,
      ServiceSlots load,
      int service,
      LoudSlots loud,
      SlowedServices.Found slowed,
      NeighbourInput input) {
    BitSet slots = loud.slots();
    double own = 0;
    double all = 0;
    double covered = 0;
    for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1)) {
      own += load.workMicros(service, slot);
      all += load.workMicros(slot);
      covered += load.coveredMicros(slot);
    }
    return new LoudService(
        String.format(
            Locale.ROOT,
            "%016x",
            LowestHashes.hashOf(
                "noisy-neighbour\0" + server + "\0" + load.services().get(service))),
        server,
        load.services().get(service),
        slots.cardinality(),
        load.size(),
        load.width(),
        load.start(slots.nextSetBit(0)),
        load.start(slots.length() - 1).plus(load.width()),
        own / all,
        loud.usualShare(),
        own / covered,
        loud.usualMicros() / (load.width().toNanos() / 1e3),
        during(load, slots, input.calendar()),
        slowed.slowed(),
        slowed.judged(),
        load.services().size() - 1);
  }

  private static List<String> during(ServiceSlots load, BitSet loud, List<CalendarEntry> calendar) {
    return calendar.stream()
        .filter(
            entry ->
                loud.stream()
                    .anyMatch(
                        slot -> {
                          Instant start = load.start(slot);
                          return entry.overlaps(start, start.plus(load.width()));
                        }))
        .map(CalendarEntry::name)
        .distinct()
        .collect(Collectors.toList());
  }

  private static Saying tooFew(String server, ServiceSlots load) {
    return load.size() == 0
        ? Saying.of(
            "neighbour-note.untimed",
            "{0}: no statement has a time in this source, so that nobody can be called a noisy"
                + " neighbour",
            server)
        : Saying.of(
            "neighbour-note.few",
            "{0}: statements in {1} of the {2} slots of {3} min that it takes to see what is usual;"
                + " nobody can be called a noisy neighbour",
            server,
            load.size(),
            LEAST_SLOTS,
            load.width().toMinutes());
  }

  private static List<Saying> notes(String server, ServiceSlots load) {
    List<Saying> notes = new ArrayList<>();
    if (!load.rowsKnown()) {
      notes.add(
          Saying.of(
              "neighbour-note.rows",
              "{0}: rows examined are not known, so that other statements than usual may pass for"
                  + " slower ones",
              server));
    }
    double unclaimed = 0;
    double all = 0;
    for (int slot = 0; slot < load.size(); slot++) {
      unclaimed += load.micros(load.services().size(), slot);
      all += load.micros(slot);
    }
    if (all > 0 && unclaimed > MUCH_UNCLAIMED * all) {
      notes.add(
          Saying.of(
              "neighbour-note.unclaimed",
              "{0}: no service claims {1} % of the time that minutes show; whose it is, and whether"
                  + " it is noisy, is not known",
              server,
              String.format(Locale.ROOT, "%.0f", 100 * unclaimed / all)));
    }
    return notes;
  }
}
