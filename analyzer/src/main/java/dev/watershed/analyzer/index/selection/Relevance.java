package dev.watershed.analyzer.index.selection;

import dev.watershed.analyzer.index.candidate.Candidate;
import dev.watershed.analyzer.index.shape.BlockShape;
import dev.watershed.analyzer.index.shape.OrderKey;
import dev.watershed.analyzer.index.shape.SourceShape;
import dev.watershed.analyzer.index.shape.StatementShape;
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

  /** Per statement the places of the candidates, in order. */
  static List<List<Integer>> of(List<StatementShape> statements, List<Candidate> candidates) {
    Map<TableFigures, List<Integer>> byTable = new HashMap<>();
    for (int place = 0; place < candidates.size(); place++) {
      byTable.computeIfAbsent(candidates.get(place).table(), key -> new ArrayList<>()).add(place);
    }
    return statements.parallelStream()
        .map(statement -> of(statement, byTable, candidates))
        .toList();
  }

  private static List<Integer> of(
      StatementShape statement,
      Map<TableFigures, List<Integer>> byTable,
      List<Candidate> candidates) {
    Set<Integer> found = new TreeSet<>();
    for (BlockShape block : statement.blocks()) {
      for (SourceShape source : block.sources()) {
        source
            .table()
            .map(table -> byTable.getOrDefault(table, List.of()))
            .ifPresent(places -> add(block, source, places, candidates, found));
      }
    }
    return List.copyOf(found);
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
    List<String> keys = candidate.index().searched();
    if (source.whole() || source.needed().size() > keys.size()) {
      return false;
    }
    return keys.containsAll(source.needed());
  }
}
