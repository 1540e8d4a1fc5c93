package dev.watershed.analyzer.index.selection;

import dev.watershed.analyzer.index.AdvisorOptions;
import dev.watershed.analyzer.index.candidate.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Adds or extends the index with the best benefit per byte, until none pays or fits (Schlosser,
 * Kossmann, Boissier: "Efficient Scalable Multi-Attribute Index Selection Using Recursive
 * Strategies", ICDE 2019). It starts from candidates of several columns too, since it never finds
 * (a, b) where (a) alone does not pay, and from the indexes of all branches of an OR together. In
 * the end it drops what others have made superfluous, and completes what is left.
 *
 * <p>Benefits are reckoned again only when they come to the top and a set of indexes has changed
 * that concerns them (lazy evaluation: Minoux, "Accelerated greedy algorithms for maximizing
 * submodular set functions", 1978).
 */
public final class Extend implements Selection {

  /** Candidates that are taken together, in the place of those that are their beginnings. */
  private record Step(Bundle bundle, double ratio, double gain, int round) {}

  private static final Comparator<Step> BEST_FIRST =
      Comparator.comparingDouble((Step step) -> -step.ratio())
          .thenComparing(step -> step.bundle().members().get(0))
          .thenComparing(step -> step.bundle().members().size());

  @Override
  public Set<Integer> choose(Workbench workbench, AdvisorOptions options, double observedSeconds) {
    Set<Integer> chosen =
        new Run(workbench, options, new Worth(workbench, options, observedSeconds)).choose();
    return new Completion(workbench, options, observedSeconds).complete(chosen);
  }

  private static final class Run {
    private final Workbench workbench;
    private final AdvisorOptions options;
    private final Worth worth;
    private final Set<Integer> chosen = new TreeSet<>();
    private final int[] changed;
    private int round;
    private boolean full;

    Run(Workbench workbench, AdvisorOptions options, Worth worth) {
      this.workbench = workbench;
      this.options = options;
      this.worth = worth;
      changed = new int[workbench.statements().size()];
    }

    /**
     * By benefit per byte; or, if something did not fit into the budget, from the single best step,
     * if that one spares more than all of those together.
     */
    Set<Integer> choose() {
      List<Step> first = workbench.bundles().stream().map(this::step).toList();
      greedy(first);
      if (!full) {
        return new TreeSet<>(chosen);
      }
      double spared = worth.gain(all(), Set.of(), chosen);
      Optional<Step> single =
          first.stream()
              .filter(step -> fitsAlone(step.bundle()))
              .max(Comparator.comparingDouble(Step::gain).thenComparing(BEST_FIRST.reversed()));
      if (single.isPresent() && single.get().gain() > spared) {
        chosen.clear();
        take(single.get());
        greedy(workbench.bundles().stream().map(this::step).toList());
      }
      return new TreeSet<>(chosen);
    }

    private List<Integer> all() {
      return IntStream.range(0, workbench.statements().size()).boxed().toList();
    }

    private boolean fitsAlone(Bundle bundle) {
      return bundle.members().size() <= options.indexesPerTable()
          && workbench.bytes(Set.copyOf(bundle.members())) <= options.budgetBytes();
    }

    private void greedy(List<Step> first) {
      PriorityQueue<Step> steps = new PriorityQueue<>(BEST_FIRST);
      steps.addAll(first);
      List<Step> refused = new ArrayList<>();
      while (!steps.isEmpty()) {
        Step best = steps.poll();
        if (stale(best)) {
          steps.add(step(best.bundle()));
        } else if (best.gain() > 0 && fits(best) && pays(best)) {
          take(best);
          refused.stream().filter(this::stale).forEach(steps::add);
          refused.removeIf(this::stale);
        } else if (best.gain() > 0) {
          refused.add(best);
        }
      }
      drop();
    }

    private boolean stale(Step step) {
      return step.bundle().served().stream()
          .anyMatch(statement -> changed[statement] > step.round());
    }

    private Set<Integer> after(Bundle bundle) {
      Set<Integer> after = new TreeSet<>(chosen);
      bundle.members().forEach(each -> after.removeAll(beginnings(each)));
      after.addAll(bundle.members());
      return after;
    }

    /** The chosen ones that a candidate begins with. */
    private Set<Integer> beginnings(int candidate) {
      Candidate longer = workbench.candidates().get(candidate);
      Set<Integer> found = new HashSet<>();
      for (int each : chosen) {
        if (workbench.candidates().get(each).beginningOf(longer)) {
          found.add(each);
        }
      }
      return found;
    }

    private Step step(Bundle bundle) {
      Set<Integer> after = after(bundle);
      double gain = worth.gain(bundle.served(), chosen, after);
      double bytes = Math.max(1, workbench.bytes(after) - workbench.bytes(chosen));
      return new Step(bundle, gain / bytes, gain, round);
    }

    private boolean pays(Step step) {
      return worth.pays(step.bundle().served(), chosen, after(step.bundle()), step.gain());
    }

    private boolean fits(Step step) {
      Set<Integer> after = after(step.bundle());
      Candidate added = workbench.candidates().get(step.bundle().members().get(0));
      long beside =
          after.stream()
              .filter(each -> workbench.candidates().get(each).table() == added.table())
              .count();
      boolean affordable = workbench.bytes(after) <= options.budgetBytes();
      full |= !affordable;
      return beside <= options.indexesPerTable() && affordable;
    }

    private void take(Step step) {
      round++;
      Set<Integer> after = after(step.bundle());
      Set<Integer> differing = new TreeSet<>(chosen);
      differing.removeAll(after);
      differing.addAll(step.bundle().members());
      for (int each : differing) {
        workbench.served(each).forEach(statement -> changed[statement] = round);
      }
      chosen.clear();
      chosen.addAll(after);
    }

    /** Drops, the least useful first, what does not pay beside all the others. */
    private void drop() {
      Map<Integer, Double> gains = new TreeMap<>();
      chosen.forEach(each -> gains.put(each, worth.gain(each, chosen)));
      while (true) {
        int least = leastThatFails(gains);
        if (least < 0) {
          return;
        }
        chosen.remove(least);
        gains.remove(least);
        Set<Integer> concerned = new HashSet<>(workbench.served(least));
        for (int each : chosen) {
          if (workbench.served(each).stream().anyMatch(concerned::contains)) {
            gains.put(each, worth.gain(each, chosen));
          }
        }
      }
    }

    private int leastThatFails(Map<Integer, Double> gains) {
      int least = -1;
      for (Map.Entry<Integer, Double> each : gains.entrySet()) {
        boolean smaller = least < 0 || each.getValue() < gains.get(least);
        if (smaller && !pays(each.getKey(), each.getValue())) {
          least = each.getKey();
        }
      }
      return least;
    }

    private boolean pays(int candidate, double gain) {
      return worth.pays(
          workbench.served(candidate), Worth.without(candidate, chosen), chosen, gain);
    }
  }
}
