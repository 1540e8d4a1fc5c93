package dev.watershed.analyzer.index.selection;

import dev.watershed.analyzer.index.candidate.Candidate;
import dev.watershed.analyzer.index.statistics.TableFigures;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Candidates that are chosen so far, and what it would bring to change them. */
final class Chosen {

  /**
   * What a change brings.
   *
   * @param gain cost that is spared, less the upkeep
   * @param bytes that the indexes take more
   * @param costToday what the statements that gain cost with the indexes that exist
   * @param gainOfCall the most that one call of a statement is spared
   */
  record Change(double gain, long bytes, double costToday, double gainOfCall) {}

  private final Workbench workbench;
  private final Set<Integer> places = new HashSet<>();
  private final Map<TableFigures, Set<Integer>> byTable = new HashMap<>();
  private final double[] current;
  private long bytes;

  Chosen(Workbench workbench) {
    this.workbench = workbench;
    current = new double[workbench.statements().size()];
    Arrays.fill(current, Double.NaN);
  }

  Set<Integer> places() {
    return new TreeSet<>(places);
  }

  boolean has(int place) {
    return places.contains(place);
  }

  long bytes() {
    return bytes;
  }

  int on(TableFigures table) {
    return byTable.getOrDefault(table, Set.of()).size();
  }

  /** Those that are the beginning of a candidate, and go if it comes. */
  Set<Integer> beginnings(Collection<Integer> members) {
    Set<Integer> found = new TreeSet<>();
    for (int member : members) {
      Candidate longer = workbench.candidates().get(member);
      for (int each : byTable.getOrDefault(longer.table(), Set.of())) {
        if (workbench.candidates().get(each).beginningOf(longer)) {
          found.add(each);
        }
      }
    }
    return found;
  }

  /** Those of some candidates that are not chosen. */
  List<Integer> missing(List<Integer> members) {
    return members.stream().filter(member -> !places.contains(member)).toList();
  }

  /**
   * What it would bring if some went and others came.
   *
   * @param statements whose costs may differ
   */
  Change change(Collection<Integer> gone, Collection<Integer> come, List<Integer> statements) {
    double[] before = known(statements);
    gone.forEach(places::remove);
    places.addAll(come);
    double[] after = costs(statements);
    come.forEach(places::remove);
    places.addAll(gone);
    return change(upkeep(gone) - upkeep(come), size(come) - size(gone), statements, before, after);
  }

  /** What one brings beside the others; it is chosen. */
  Change worthOf(int place) {
    List<Integer> statements = workbench.served(place);
    places.remove(place);
    double[] without = costs(statements);
    places.add(place);
    return change(
        0 - workbench.upkeep(place),
        workbench.bytes(place),
        statements,
        without,
        known(statements));
  }

  private Change change(
      double sparedUpkeep,
      long moreBytes,
      List<Integer> statements,
      double[] before,
      double[] after) {
    double gain = sparedUpkeep;
    double today = 0;
    double ofCall = 0;
    for (int at = 0; at < before.length; at++) {
      gain += before[at] - after[at];
      double calls = workbench.statements().get(statements.get(at)).shape().statement().calls();
      ofCall = Math.max(ofCall, (before[at] - after[at]) / calls);
      today += after[at] < before[at] ? workbench.cost(statements.get(at), Set.of()) : 0;
    }
    return new Change(gain, moreBytes, today, ofCall);
  }

  private double[] costs(List<Integer> statements) {
    double[] costs = new double[statements.size()];
    for (int at = 0; at < costs.length; at++) {
      costs[at] = workbench.cost(statements.get(at), places);
    }
    return costs;
  }

  /** The costs with what is chosen, each reckoned once until that changes. */
  private double[] known(List<Integer> statements) {
    double[] costs = new double[statements.size()];
    for (int at = 0; at < costs.length; at++) {
      int statement = statements.get(at);
      if (Double.isNaN(current[statement])) {
        current[statement] = workbench.cost(statement, places);
      }
      costs[at] = current[statement];
    }
    return costs;
  }

  private double upkeep(Collection<Integer> some) {
    return some.stream().mapToDouble(workbench::upkeep).sum();
  }

  private long size(Collection<Integer> some) {
    long size = 0;
    for (int each : some) {
      size += workbench.bytes(each);
    }
    return size;
  }

  void remove(int place) {
    if (places.remove(place)) {
      byTable.get(workbench.candidates().get(place).table()).remove(place);
      bytes -= workbench.bytes(place);
      forget(place);
    }
  }

  void add(int place) {
    if (places.add(place)) {
      byTable
          .computeIfAbsent(workbench.candidates().get(place).table(), key -> new TreeSet<>())
          .add(place);
      bytes += workbench.bytes(place);
      forget(place);
    }
  }

  private void forget(int place) {
    for (int statement : workbench.served(place)) {
      current[statement] = Double.NaN;
    }
  }
}
