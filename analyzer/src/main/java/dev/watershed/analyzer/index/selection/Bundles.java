package dev.watershed.analyzer.index.selection;

import dev.watershed.analyzer.index.candidate.Candidate;
import dev.watershed.analyzer.index.shape.SourceShape;
import dev.watershed.analyzer.index.shape.Term;
import dev.watershed.analyzer.index.statistics.IndexFigures;
import dev.watershed.analyzer.index.statistics.TableFigures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What can be taken in one step: every candidate, and the candidates of each OR together. */
final class Bundles {

  private record Place(TableFigures table, List<String> keys) {}

  private final Map<Place, Integer> places = new HashMap<>();

  private Bundles(List<Candidate> candidates) {
    for (int place = 0; place < candidates.size(); place++) {
      Candidate candidate = candidates.get(place);
      places.put(new Place(candidate.table(), candidate.index().keys()), place);
    }
  }

  static List<Bundle> of(
      List<CostedStatement> statements, List<Candidate> candidates, List<List<Integer>> served) {
    Set<List<Integer>> ors = new TreeSet<>(Bundles::compare);
    Bundles bundles = new Bundles(candidates);
    for (CostedStatement statement : statements) {
      statement
          .shape()
          .tableSources()
          .forEach(
              source ->
                  source
                      .branches()
                      .forEach(branches -> bundles.members(source, branches).ifPresent(ors::add)));
    }
    List<Bundle> all = new ArrayList<>();
    for (int place = 0; place < candidates.size(); place++) {
      all.add(new Bundle(List.of(place), served.get(place)));
    }
    for (List<Integer> members : ors) {
      Set<Integer> union = new TreeSet<>();
      members.forEach(member -> union.addAll(served.get(member)));
      all.add(new Bundle(members, List.copyOf(union)));
    }
    return all;
  }

  private static int compare(List<Integer> one, List<Integer> other) {
    for (int at = 0; at < Math.min(one.size(), other.size()); at++) {
      int order = Integer.compare(one.get(at), other.get(at));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  /** An index of one column for each branch that has none; empty if that is less than two. */
  private Optional<List<Integer>> members(SourceShape source, List<List<Term>> branches) {
    Set<Integer> members = new TreeSet<>();
    TableFigures table = source.table().orElseThrow();
    for (List<Term> branch : branches) {
      Optional<Integer> best = member(table, branch);
      if (best.isPresent()) {
        members.add(best.get());
      } else if (branch.stream().noneMatch(term -> exists(table, term))) {
        return Optional.empty();
      }
    }
    return members.size() < 2 ? Optional.empty() : Optional.of(List.copyOf(members));
  }

  private Optional<Integer> member(TableFigures table, List<Term> branch) {
    if (branch.stream().anyMatch(term -> exists(table, term))) {
      return Optional.empty();
    }
    Integer best = null;
    double most = 0;
    for (Term term : branch) {
      Integer place = places.get(new Place(table, List.of(term.key())));
      double distinct = table.distinct(Set.of(term.key())).count();
      if (place != null && distinct > most) {
        best = place;
        most = distinct;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean exists(TableFigures table, Term term) {
    return table.indexes().stream()
        .map(IndexFigures::keys)
        .anyMatch(keys -> keys.get(0).equals(term.key()));
  }
}
