package dev.watershed.analyzer.index.advice;

import dev.watershed.analyzer.index.AdviceOrder;
import dev.watershed.analyzer.index.IndexAdvice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Settles which of several new indexes takes the place of an old one with which all of them begin:
 * the one that stands first. The others are added beside, for an index can be dropped once.
 */
final class Replacers {

  /** Advises on one of the chosen candidates. */
  @FunctionalInterface
  interface Adviser {

    /**
     * Empty if there is nothing to advise.
     *
     * @param taken names of the table's indexes whose place others take
     */
    Optional<IndexAdvice> of(int place, Set<String> taken);
  }

  private record Placed(int place, IndexAdvice advice) {}

  private Replacers() {}

  /** Advice on the chosen candidates in the order of readers. {@code adviser} is asked at once. */
  static List<IndexAdvice> of(Collection<Integer> chosen, Adviser adviser) {
    List<Placed> wanted =
        List.copyOf(chosen).parallelStream()
            .flatMap(
                place -> adviser.of(place, Set.of()).stream().map(each -> new Placed(place, each)))
            .sorted(Comparator.comparing(Placed::advice, AdviceOrder.readers()))
            .toList();
    Map<String, Set<String>> taken = new HashMap<>();
    List<IndexAdvice> settled = new ArrayList<>();
    for (Placed each : wanted) {
      Set<String> ofTable =
          taken.computeIfAbsent(each.advice().qualifiedName(), table -> new HashSet<>());
      Optional<IndexAdvice> advice =
          each.advice().others().stream().noneMatch(ofTable::contains)
              ? Optional.of(each.advice())
              : adviser.of(each.place(), Set.copyOf(ofTable));
      advice.ifPresent(
          one -> {
            ofTable.addAll(one.others());
            settled.add(one);
          });
    }
    return settled.stream().sorted(AdviceOrder.readers()).toList();
  }
}
