package dev.watershed.analyzer.index.selection;

import dev.watershed.analyzer.index.candidate.Candidate;
import dev.watershed.analyzer.index.shape.BlockShape;
import dev.watershed.analyzer.index.shape.OrderKey;
import dev.watershed.analyzer.index.shape.SourceShape;
import dev.watershed.analyzer.index.shape.Term;
import dev.watershed.analyzer.index.statistics.TableFigures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which statements an index may serve: those that search, join, group or sort by its first part, or
 * need no column that it lacks.
 */
final class Relevance {

  private Relevance() {}

  /** Per candidate the places of statements, in order; statements learn of theirs. */
  static List<List<Integer>> of(List<CostedStatement> statements, List<Candidate> candidates) {
    Map<TableFigures, List<Integer>> byTable = new HashMap<>();
    List<List<Integer>> served = new ArrayList<>();
    for (int place = 0; place < candidates.size(); place++) {
      byTable.computeIfAbsent(candidates.get(place).table(), key -> new ArrayList<>()).add(place);
      served.add(new ArrayList<>());
    }
    for (int number = 0; number < statements.size(); number++) {
      CostedStatement statement = statements.get(number);
      Set<Integer> found = new TreeSet<>();
      for (BlockShape block : statement.shape().blocks()) {
        for (SourceShape source : block.sources()) {
          source
              .table()
              .map(table -> byTable.getOrDefault(table, List.of()))
              .ifPresent(places -> add(block, source, places, candidates, found));
        }
      }
      for (int place : found) {
        statement.serve(place);
        served.get(place).add(number);
      }
    }
    return served;
  }

  private static void add(
      BlockShape block,
      SourceShape source,
      List<Integer> places,
      List<Candidate> candidates,
      Set<Integer> found) {
    Set<String> keys = new HashSet<>();
    source.terms().stream().map(Term::key).forEach(keys::add);
    source.branches().stream()
        .flatMap(branches -> branches.stream().flatMap(List::stream))
        .map(Term::key)
        .forEach(keys::add);
    block
        .ordering()
        .filter(ordering -> ordering.source() == source.number())
        .ifPresent(ordering -> ordering.keys().stream().map(OrderKey::key).forEach(keys::add));
    for (int place : places) {
      Candidate candidate = candidates.get(place);
      if (keys.contains(candidate.index().keys().get(0)) || covers(source, candidate)) {
        found.add(place);
      }
    }
  }

  private static boolean covers(SourceShape source, Candidate candidate) {
    Set<String> held = new HashSet<>(candidate.index().keys());
    held.addAll(candidate.table().clusterKeys());
    return !source.whole() && held.containsAll(source.needed());
  }
}
