package dev.watershed.analyzer.index.selection;

import dev.watershed.analyzer.index.AdvisorOptions;
import dev.watershed.analyzer.index.candidate.Candidate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gives chosen indexes the further columns that their statements ask for: the second equality, the
 * range, the order. Where nobody counted how many values columns have together, the model sees
 * little in them, and the statement with a common value of the first column pays for that; a few
 * bytes an entry do not. An index is completed only where no statement becomes dearer by it and the
 * further columns are hardly written.
 */
final class Completion {

  private final Workbench workbench;
  private final AdvisorOptions options;
  private final Worth worth;

  Completion(Workbench workbench, AdvisorOptions options, double observedSeconds) {
    this.workbench = workbench;
    this.options = options;
    this.worth = new Worth(workbench, options, observedSeconds);
  }

  /** The chosen indexes, completed where that is free. */
  Set<Integer> complete(Set<Integer> chosen) {
    Set<Integer> completed = new TreeSet<>(chosen);
    for (int each : chosen) {
      best(each, completed)
          .ifPresent(
              longer -> {
                completed.remove(each);
                completed.add(longer);
              });
    }
    return completed;
  }

  private Optional<Integer> best(int index, Set<Integer> chosen) {
    Candidate own = workbench.candidates().get(index);
    Optional<Integer> best = Optional.empty();
    double most = 0;
    for (int place = 0; place < workbench.candidates().size(); place++) {
      Candidate longer = workbench.candidates().get(place);
      if (longer.table() != own.table()
          || !longer.asked()
          || chosen.contains(place)
          || !own.beginningOf(longer)) {
        continue;
      }
      Set<Integer> after = replaced(index, place, chosen);
      double gain = worth.gain(served(index, place), chosen, after);
      if (gain > most && workbench.bytes(after) <= options.budgetBytes()) {
        best = Optional.of(place);
        most = gain;
      }
    }
    return best;
  }

  private static Set<Integer> replaced(int index, int longer, Set<Integer> chosen) {
    Set<Integer> after = new TreeSet<>(chosen);
    after.remove(index);
    after.add(longer);
    return after;
  }

  private Collection<Integer> served(int index, int longer) {
    Set<Integer> both = new TreeSet<>(workbench.served(index));
    both.addAll(workbench.served(longer));
    return both;
  }
}
