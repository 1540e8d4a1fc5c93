package dev.watershed.analyzer.index.shape;

import dev.watershed.sql.facts.Comparison.Access;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes terms, and keeps of several on one column those that say most. */
final class PointTerms {

  private PointTerms() {}

  static Term of(String key, Needs needs) {
    return new Term(key, Access.POINT, 1, 1, needs, OptionalInt.empty(), Optional.empty());
  }

  /**
   * At most one term per column and kind: a constant value makes all others superfluous, a list
   * makes a range superfluous, and two ranges are one.
   */
  static List<Term> merged(List<Term> terms) {
    Map<String, List<Term>> byKey = new LinkedHashMap<>();
    terms.forEach(term -> byKey.computeIfAbsent(term.key(), key -> new ArrayList<>()).add(term));
    List<Term> merged = new ArrayList<>();
    byKey.values().forEach(group -> merged.addAll(mergedGroup(group)));
    return merged;
  }

  private static List<Term> mergedGroup(List<Term> group) {
    Optional<Term> fixed = group.stream().filter(Term::constantPoint).findFirst();
    if (fixed.isPresent()) {
      return List.of(fixed.get());
    }
    List<Term> kept = new ArrayList<>();
    group.stream().filter(Term::point).findFirst().ifPresent(kept::add);
    List<Term> lists = group.stream().filter(term -> term.access() == Access.POINTS).toList();
    List<Term> ranges = group.stream().filter(term -> term.access() == Access.RANGE).toList();
    if (!lists.isEmpty()) {
      kept.add(lists.get(0));
    } else if (!ranges.isEmpty()) {
      Term first = ranges.get(0);
      double width = ranges.size() > 1 ? DefaultShare.BETWEEN : first.width();
      kept.add(
          new Term(
              first.key(),
              Access.RANGE,
              1,
              Math.min(width, first.width()),
              first.needs(),
              OptionalInt.empty(),
              first.expression()));
    }
    return kept;
  }
}
