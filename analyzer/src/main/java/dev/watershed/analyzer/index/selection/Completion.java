package dev.watershed.analyzer.index.selection;

import dev.watershed.analyzer.index.AdvisorOptions;
import dev.watershed.analyzer.index.candidate.Candidate;
import dev.watershed.analyzer.index.statistics.TableFigures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gives chosen indexes the further columns that their statements ask for: the second equality, the
 * range, the order. Where nobody counted how many values columns have together, the model sees
 * little in them, and the statement with a common value of the first column pays for that; a few
 * bytes an entry do not. An index is completed only where its statements together are spared more
 * than the writes of the further columns cost.
 */
final class Completion {

  private final Workbench workbench;
  private final AdvisorOptions options;
  private final Map<TableFigures, List<Integer>> askedOn = new HashMap<>();

  Completion(Workbench workbench, AdvisorOptions options) {
    this.workbench = workbench;
    this.options = options;
    for (int place = 0; place < workbench.candidates().size(); place++) {
      Candidate candidate = workbench.candidates().get(place);
      if (candidate.asked()) {
        askedOn.computeIfAbsent(candidate.table(), key -> new ArrayList<>()).add(place);
      }
    }
  }

  /** The chosen indexes, completed where that is free. */
  Set<Integer> complete(Set<Integer> places) {
    Chosen chosen = new Chosen(workbench);
    places.forEach(chosen::add);
    for (int place : places) {
      best(place, chosen)
          .ifPresent(
              longer -> {
                chosen.remove(place);
                chosen.add(longer);
              });
    }
    return chosen.places();
  }

  private Optional<Integer> best(int place, Chosen chosen) {
    Candidate own = workbench.candidates().get(place);
    Optional<Integer> best = Optional.empty();
    double most = 0;
    for (int longer : askedOn.getOrDefault(own.table(), List.of())) {
      boolean completes =
          own.beginningOf(workbench.candidates().get(longer)) && !chosen.has(longer);
      if (completes) {
        Chosen.Change change =
            chosen.change(List.of(place), List.of(longer), served(place, longer));
        boolean affordable = chosen.bytes() + change.bytes() <= options.budgetBytes();
        if (change.gain() > most && affordable) {
          best = Optional.of(longer);
          most = change.gain();
        }
      }
    }
    return best;
  }

  private List<Integer> served(int place, int longer) {
    Set<Integer> both = new TreeSet<>(workbench.served(place));
    both.addAll(workbench.served(longer));
    return List.copyOf(both);
  }
}
