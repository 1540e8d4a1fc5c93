package dev.watershed.analyzer.index.selection;

import dev.watershed.analyzer.index.AdvisorOptions;
import dev.watershed.analyzer.index.statistics.TableFigures;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
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

  /**
   * Candidates that are taken together, in the place of those that are their beginnings.
   *
   * @param number of the bundle
   * @param round after which the change was reckoned
   */
  private record Step(int number, Bundle bundle, Chosen.Change change, int round) {

    double ratio() {
      return change.gain() / Math.max(1, change.bytes());
    }
  }

  /** A chosen candidate that does not pay. */
  private record Useless(int place, double gain) {

    static final Comparator<Useless> LEAST_FIRST =
        Comparator.comparingDouble(Useless::gain).thenComparing(Useless::place);
  }

  /** Some more than processors, so that none of those waits long for the last. */
  private static final int MOST_LOTS = 16;

  private static final Comparator<Step> BEST_FIRST =
      Comparator.comparingDouble((Step step) -> -step.ratio())
          .thenComparing(step -> step.bundle().members().get(0))
          .thenComparing(step -> step.bundle().members().size());

  @Override
  public Set<Integer> choose(Workbench workbench, AdvisorOptions options, double observedSeconds) {
    Worth worth = new Worth(workbench, options, observedSeconds);
    return new Completion(workbench, options).complete(greedy(workbench, options, worth));
  }

  private static Set<Integer> greedy(Workbench workbench, AdvisorOptions options, Worth worth) {
    ConcernedBundles concerned = new ConcernedBundles(workbench);
    return inLots(workbench, options, worth, concerned)
        .orElseGet(() -> asOne(workbench, options, worth, concerned));
  }

  /**
   * The same as all at once, on all processors: lots share nothing but the budget. Empty if that
   * may not be enough for all of them.
   */
  private static Optional<Set<Integer>> inLots(
      Workbench workbench, AdvisorOptions options, Worth worth, ConcernedBundles concerned) {
    List<Run> runs =
        Lots.of(workbench, MOST_LOTS).parallelStream()
            .map(
                lot -> {
                  Run run = new Run(workbench, options, worth, concerned);
                  run.greedy(lot);
                  return run;
                })
            .toList();
    boolean enough =
        runs.stream().noneMatch(run -> run.full)
            && runs.stream().mapToLong(run -> run.mostBytes).sum() <= options.budgetBytes();
    Set<Integer> chosen = new TreeSet<>();
    runs.forEach(run -> chosen.addAll(run.chosen.places()));
    return enough ? Optional.of(chosen) : Optional.empty();
  }

  private static Set<Integer> asOne(
      Workbench workbench, AdvisorOptions options, Worth worth, ConcernedBundles concerned) {
    Run run = new Run(workbench, options, worth, concerned);
    run.greedy(run.all());
    Optional<Step> other = run.full ? run.single() : Optional.empty();
    if (other.isEmpty()) {
      return run.chosen.places();
    }
    Run again = new Run(workbench, options, worth, concerned);
    again.take(again.step(other.get().number()));
    again.greedy(again.all());
    return again.chosen.places();
  }

  private static final class Run {
    private final Workbench workbench;
    private final AdvisorOptions options;
    private final Worth worth;
    private final Chosen chosen;
    private final ConcernedBundles concerned;
    private final int[] changed;
    private final Refusals<Step> refused;
    private int round;
    private long mostBytes;
    private boolean full;

    Run(Workbench workbench, AdvisorOptions options, Worth worth, ConcernedBundles concerned) {
      this.workbench = workbench;
      this.options = options;
      this.worth = worth;
      chosen = new Chosen(workbench);
      this.concerned = concerned;
      changed = new int[workbench.bundles().size()];
      refused = new Refusals<>(changed.length);
    }

    List<Integer> all() {
      return IntStream.range(0, changed.length).boxed().toList();
    }

    /** Takes what is best of some bundles, until none pays or fits. */
    void greedy(List<Integer> bundles) {
      PriorityQueue<Step> steps = new PriorityQueue<>(BEST_FIRST);
      bundles.forEach(bundle -> steps.add(step(bundle)));
      while (!steps.isEmpty()) {
        Step best = steps.poll();
        if (stale(best)) {
          steps.add(step(best.number()));
        } else if (worth.pays(best.change()) && fits(best)) {
          steps.addAll(refused.withdraw(take(best)));
        } else {
          refused.add(best.number(), best);
        }
      }
      drop();
    }

    /**
     * Something that spares more than all that is chosen: where the budget is full, it may have
     * taken too much of it to come after the others.
     */
    Optional<Step> single() {
      double spared = workbench.objective(Set.of()) - workbench.objective(chosen.places());
      Run empty = new Run(workbench, options, worth, concerned);
      return IntStream.range(0, changed.length)
          .mapToObj(empty::step)
          .filter(step -> step.change().gain() > spared && empty.fits(step))
          .max(
              Comparator.comparingDouble((Step step) -> step.change().gain())
                  .thenComparing(BEST_FIRST.reversed()));
    }

    private boolean stale(Step step) {
      return changed[step.number()] > step.round();
    }

    Step step(int number) {
      Bundle bundle = workbench.bundles().get(number);
      Set<Integer> gone = chosen.beginnings(bundle.members());
      List<Integer> come = chosen.missing(bundle.members());
      return new Step(number, bundle, chosen.change(gone, come, bundle.served()), round);
    }

    private boolean fits(Step step) {
      TableFigures table = workbench.candidates().get(step.bundle().members().get(0)).table();
      int beside =
          chosen.on(table)
              - chosen.beginnings(step.bundle().members()).size()
              + chosen.missing(step.bundle().members()).size();
      boolean affordable = chosen.bytes() + step.change().bytes() <= options.budgetBytes();
      full |= !affordable;
      return beside <= options.indexesPerTable() && affordable;
    }

    /** Takes a step; the bundles that it concerns are to be reckoned again. */
    BitSet take(Step step) {
      round++;
      BitSet touched = new BitSet();
      Set<Integer> gone = chosen.beginnings(step.bundle().members());
      gone.forEach(each -> concerned.by(each, touched));
      gone.forEach(chosen::remove);
      step.bundle().members().forEach(each -> concerned.by(each, touched));
      step.bundle().members().forEach(chosen::add);
      mostBytes = Math.max(mostBytes, chosen.bytes());
      touched.stream().forEach(bundle -> changed[bundle] = round);
      return touched;
    }

    /** Drops, the least useful first, what does not pay beside all the others. */
    private void drop() {
      Map<Integer, Chosen.Change> worths = new HashMap<>();
      TreeSet<Useless> useless = new TreeSet<>(Useless.LEAST_FIRST);
      chosen.places().forEach(each -> judge(each, worths, useless));
      while (!useless.isEmpty()) {
        int least = useless.pollFirst().place();
        chosen.remove(least);
        worths.remove(least);
        BitSet touched = new BitSet();
        concerned.by(least, touched);
        touched.stream().filter(worths::containsKey).forEach(each -> judge(each, worths, useless));
      }
    }

    private void judge(int place, Map<Integer, Chosen.Change> worths, Set<Useless> useless) {
      Chosen.Change change = chosen.worthOf(place);
      Chosen.Change before = worths.put(place, change);
      if (before != null) {
        useless.remove(new Useless(place, before.gain()));
      }
      if (!worth.pays(change)) {
        useless.add(new Useless(place, change.gain()));
      }
    }
  }
}
