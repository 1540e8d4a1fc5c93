package dev.watershed.analyzer.consolidation.distance;

import dev.watershed.analyzer.consolidation.placement.Assignment;
import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A target applied to the tables of an input. Tables that it does not name stay as they are. A
 * table whose place is taken by another one of its name stays where it is too, and gets its owner:
 * while tables are copied, both are there.
 *
 * @param today as it is
 * @param target as it should be
 * @param gaps of the tables that are named, ascending
 * @param problems owners that are not known, contradictions, patterns without a table
 */
public record TargetPlacement(
    Placement today, Placement target, List<TableGap> gaps, List<TargetProblem> problems) {

  /** Where a table lies. */
  private record Spot(String dataSet, String schema, String name) {}

  public TargetPlacement {
    Objects.requireNonNull(today, "today");
    Objects.requireNonNull(target, "target");
    gaps = List.copyOf(gaps);
    problems = List.copyOf(problems);
  }

  /** Applies it. */
  public static TargetPlacement of(TargetArchitecture architecture, CouplingFacts facts) {
    CouplingInput input = facts.input();
    Placement today = Placement.today(facts);
    Map<String, Integer> parties = new TreeMap<>();
    IntStream.range(0, input.parties().services())
        .forEach(party -> parties.put(input.parties().name(party), party));
    TargetTables tables = TargetTables.of(architecture, input.tables());
    List<TargetProblem> problems = new ArrayList<>(strangers(architecture, parties));
    problems.addAll(tables.problems());
    Set<Spot> spots = new HashSet<>();
    input.tables().all().stream()
        .filter(TargetTables::exists)
        .forEach(table -> spots.add(new Spot(table.dataSet(), table.schema(), table.name())));
    List<TableGap> gaps = new ArrayList<>();
    List<Assignment> assignments = new ArrayList<>();
    tables
        .named()
        .forEach(
            table -> {
              TargetOwner wanted = architecture.owners().get(tables.entry(table).orElseThrow());
              Integer owner = parties.get(wanted.owner());
              if (owner == null) {
                return;
              }
              TableGap gap = gap(input.tables().get(table), table, owner, wanted, today, spots);
              gaps.add(gap);
              assignments.add(
                  new Assignment(
                      table,
                      OptionalInt.of(owner),
                      wanted.schema().filter(schema -> !gap.occupied()),
                      wanted.dataSet().filter(dataSet -> !gap.occupied())));
            });
    return new TargetPlacement(today, today.with(assignments), gaps, problems);
  }

  private static List<TargetProblem> strangers(
      TargetArchitecture architecture, Map<String, Integer> parties) {
    return architecture.owners().stream()
        .filter(owner -> !parties.containsKey(owner.owner()))
        .map(
            owner ->
                new TargetProblem(
                    owner.place(),
                    "there is no service "
                        + owner.owner()
                        + (owner.owner().contains("/") ? " (--modules tells modules apart)" : ""),
                    owner.owner(),
                    List.copyOf(parties.keySet()),
                    true))
        .toList();
  }

  /**
   * What of a table is not yet as it should be.
   *
   * @param spots that are taken; the one where the table should be is added
   */
  private static TableGap gap(
      CoupledTable named,
      int table,
      int owner,
      TargetOwner wanted,
      Placement today,
      Set<Spot> spots) {
    Spot spot =
        new Spot(
            wanted.dataSet().orElse(named.dataSet()),
            wanted.schema().orElse(named.schema()),
            named.name());
    boolean schema = !spot.schema().equals(named.schema());
    boolean dataSet = !spot.dataSet().equals(named.dataSet());
    boolean occupied = (schema || dataSet) && !spots.add(spot);
    return new TableGap(table, owner, today.owner(table), schema, dataSet, occupied);
  }
}
