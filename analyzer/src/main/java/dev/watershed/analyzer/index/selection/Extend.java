package dev.watershed.analyzer.index.selection;

import dev.watershed.analyzer.index.AdvisorOptions;
import dev.watershed.analyzer.index.candidate.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Adds or extends the index with the best benefit per byte, until none pays or fits (Schlosser,
 * Kossmann, Boissier: "Efficient Scalable Multi-Attribute Index Selection Using Recursive
 * Strategies", ICDE 2019). It starts from candidates of several columns too, since it never finds
 * (a, b) where (a) alone does not pay. In the end it drops what others have made superfluous.
 *
 * <p>Benefits are reckoned again only when they come to the top and a set of indexes has changed
 * that concerns them (lazy evaluation; Minoux 1978).
 */
public final class Extend implements Selection {

  /** A step: a candidate is taken, in the place of one that is its beginning or beside all. */
  private record Step(int candidate, double ratio, double gain, int round) {}

  @Override
  public Set<Integer> choose(Workbench workbench, AdvisorOptions options, double observedSeconds) {
    return new Run(workbench, options, new Worth(workbench, options, observedSeconds)).choose();
  }

  private static final class Run {
    private final Workbench workbench;
    private final AdvisorOptions options;
    private final Worth worth;
    private final Set<Integer> chosen = new TreeSet<>();
    private final int[] changed;
    private int round;

    Run(Workbench workbench, AdvisorOptions options, Worth worth) {
      this.workbench = workbench;
      this.options = options;
      this.worth = worth;
      changed = new int[workbench.statements().size()];
    }

    Set<Integer> choose() {
      PriorityQueue<Step> steps =
          new PriorityQueue<>(
              Comparator.comparingDouble((Step step) -> -step.ratio())
                  .thenComparingInt(Step::candidate));
      for (int candidate = 0; candidate < workbench.candidates().size(); candidate++) {
        steps.add(step(candidate));
      }
      List<Step> refused = new ArrayList<>();
      while (!steps.isEmpty()) {
        Step best = steps.poll();
        if (stale(best)) {
          steps.add(step(best.candidate()));
        } else if (best.gain() > 0 && fits(best.candidate()) && pays(best)) {
          take(best.candidate());
          refused.stream().filter(this::stale).forEach(steps::add);
          refused.removeIf(this::stale);
        } else if (best.gain() > 0) {
          refused.add(best);
        }
      }
      drop();
      return new TreeSet<>(chosen);
    }

    private boolean stale(Step step) {
      return workbench.served(step.candidate()).stream()
          .anyMatch(statement -> changed[statement] > step.round());
    }

    private Set<Integer> after(int candidate) {
      Set<Integer> after = new TreeSet<>(chosen);
      after.removeAll(beginnings(candidate));
      after.add(candidate);
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

    private Step step(int candidate) {
      Set<Integer> after = after(candidate);
      double gain = worth.gain(candidate, chosen, after);
      double bytes = Math.max(1, workbench.bytes(after) - workbench.bytes(chosen));
      return new Step(candidate, gain / bytes, gain, round);
    }

    private boolean pays(Step step) {
      return worth.pays(step.candidate(), chosen, step.gain());
    }

    private boolean fits(int candidate) {
      Set<Integer> after = after(candidate);
      Candidate added = workbench.candidates().get(candidate);
      long beside =
          after.stream()
              .filter(each -> workbench.candidates().get(each).table() == added.table())
              .count();
      return beside <= options.indexesPerTable() && workbench.bytes(after) <= options.budgetBytes();
    }

    private void take(int candidate) {
      round++;
      for (int each : beginnings(candidate)) {
        touch(each);
        chosen.remove(each);
      }
      chosen.add(candidate);
      touch(candidate);
    }

    private void touch(int candidate) {
      workbench.served(candidate).forEach(statement -> changed[statement] = round);
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
      Set<Integer> without = new TreeSet<>(chosen);
      without.remove(candidate);
      return worth.pays(candidate, without, gain);
    }
  }
}
