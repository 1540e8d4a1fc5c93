package dev.watershed.analyzer.index.selection;

import dev.watershed.analyzer.index.AdvisorOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/**
 * Extend without any bookkeeping: looks through all that was refused after each step, and judges
 * all that is chosen anew after each that goes. For budgets that are never full.
 */
final class PlainExtend {

  private record Step(Bundle bundle, Chosen.Change change, int round) {

    double ratio() {
      return change.gain() / Math.max(1, change.bytes());
    }
  }

  private static final Comparator<Step> BEST_FIRST =
      Comparator.comparingDouble((Step step) -> -step.ratio())
          .thenComparing(step -> step.bundle().members().get(0))
          .thenComparing(step -> step.bundle().members().size());

  private final Workbench workbench;
  private final AdvisorOptions options;
  private final Worth worth;
  private final Set<Integer> chosen = new HashSet<>();
  private final int[] changed;
  private int round;

  PlainExtend(Workbench workbench, AdvisorOptions options, double observedSeconds) {
    this.workbench = workbench;
    this.options = options;
    worth = new Worth(workbench, options, observedSeconds);
    changed = new int[workbench.statements().size()];
  }

  Set<Integer> choose() {
    PriorityQueue<Step> steps = new PriorityQueue<>(BEST_FIRST);
    workbench.bundles().forEach(bundle -> steps.add(step(bundle)));
    List<Step> refused = new ArrayList<>();
    while (!steps.isEmpty()) {
      Step best = steps.poll();
      if (stale(best)) {
        steps.add(step(best.bundle()));
      } else if (worth.pays(best.change()) && fits(best)) {
        take(best);
        refused.stream().filter(this::stale).forEach(steps::add);
        refused.removeIf(this::stale);
      } else {
        refused.add(best);
      }
    }
    drop();
    return new Completion(workbench, options).complete(new TreeSet<>(chosen));
  }

  private Chosen anew() {
    Chosen anew = new Chosen(workbench);
    chosen.forEach(anew::add);
    return anew;
  }

  private boolean stale(Step step) {
    return step.bundle().served().stream().anyMatch(each -> changed[each] > step.round());
  }

  private Step step(Bundle bundle) {
    Chosen now = anew();
    return new Step(
        bundle,
        now.change(
            now.beginnings(bundle.members()), now.missing(bundle.members()), bundle.served()),
        round);
  }

  private boolean fits(Step step) {
    Chosen now = anew();
    List<Integer> members = step.bundle().members();
    int beside =
        now.on(workbench.candidates().get(members.get(0)).table())
            - now.beginnings(members).size()
            + now.missing(members).size();
    return beside <= options.indexesPerTable();
  }

  private void take(Step step) {
    round++;
    Set<Integer> gone = anew().beginnings(step.bundle().members());
    gone.forEach(this::touch);
    chosen.removeAll(gone);
    step.bundle().members().forEach(this::touch);
    chosen.addAll(step.bundle().members());
  }

  private void touch(int candidate) {
    workbench.served(candidate).forEach(statement -> changed[statement] = round);
  }

  private void drop() {
    Optional<Integer> least = useless();
    while (least.isPresent()) {
      chosen.remove(least.get());
      least = useless();
    }
  }

  private Optional<Integer> useless() {
    Chosen now = anew();
    return now.places().stream()
        .filter(each -> !worth.pays(now.worthOf(each)))
        .min(Comparator.comparingDouble(each -> now.worthOf(each).gain()));
  }
}
