package dev.watershed.analyzer.neighbour;

import dev.watershed.analyzer.saying.Saying;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Makes probabilities of one loud service those of a fleet with several of them: by Holm's steps
 * over the loud services beside which another one could be judged, so that many of them name none
 * by chance. The probabilities beside one loud service are those of any service already.
 */
final class FleetCorrection {

  /**
   * What is at most as likely by chance counts. Load drifts and services execute other statements
   * than usual for more reasons than shifts show, so that it is less than the usual 0.05.
   */
  static final double LARGEST_PROBABILITY = 0.02;

  /**
   * What is left.
   *
   * @param loud all loud services in their order, with those that were slower in spite of it
   * @param notes what may be chance, a sentence each
   */
  record Corrected(List<LoudService> loud, List<Saying> notes) {

    Corrected {
      loud = List.copyOf(loud);
      notes = List.copyOf(notes);
    }
  }

  private FleetCorrection() {}

  static Corrected of(List<LoudService> alone) {
    double[][] families =
        alone.stream()
            .filter(each -> each.judged() > 0)
            .map(each -> each.slowed().stream().mapToDouble(SlowedService::probability).toArray())
            .toArray(double[][]::new);
    double[][] corrected = probabilities(families);
    List<LoudService> loud = new ArrayList<>();
    List<Saying> notes = new ArrayList<>();
    int family = 0;
    for (LoudService each : alone) {
      List<SlowedService> shown = new ArrayList<>();
      for (int place = 0; place < each.slowed().size(); place++) {
        SlowedService slowed = each.slowed().get(place).withProbability(corrected[family][place]);
        if (slowed.probability() <= LARGEST_PROBABILITY) {
          shown.add(slowed);
        } else {
          notes.add(chance(each, slowed, families.length));
        }
      }
      family += each.judged() > 0 ? 1 : 0;
      loud.add(each.withSlowed(shown));
    }
    return new Corrected(loud, notes);
  }

  /**
   * Holm's steps: the family with the least probability counts as often as there are families, the
   * next one once less, and none less than the one before it.
   *
   * @param families of probabilities, each judged together; empty ones count as families, too
   */
  static double[][] probabilities(double[][] families) {
    double[] least =
        IntStream.range(0, families.length)
            .mapToDouble(
                each ->
                    IntStream.range(0, families[each].length)
                        .mapToDouble(place -> families[each][place])
                        .min()
                        .orElse(1))
            .toArray();
    List<Integer> order =
        IntStream.range(0, families.length)
            .boxed()
            .sorted(Comparator.comparingDouble(each -> least[each]))
            .toList();
    double[][] corrected = new double[families.length][];
    double before = 0;
    for (int step = 0; step < order.size(); step++) {
      int family = order.get(step);
      corrected[family] = new double[families[family].length];
      for (int place = 0; place < families[family].length; place++) {
        double own = Math.min(1, families[family][place] * (families.length - step));
        corrected[family][place] = Math.max(before, own);
      }
      before = Math.max(before, Math.min(1, least[family] * (families.length - step)));
    }
    return corrected;
  }

  private static Saying chance(LoudService loud, SlowedService slowed, int families) {
    return Saying.of(
        "use-note.chance",
        "{0}: a statement of {1} took {2} times as long while {3} was loud, which may be chance"
            + " among {4} loud services that were looked at (p = {5})",
        loud.server(),
        slowed.service(),
        String.format(Locale.ROOT, "%.1f", slowed.timesSlower()),
        loud.service(),
        families,
        Saying.number(slowed.probability(), 3));
  }
}
