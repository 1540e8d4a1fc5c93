package dev.watershed.benchmarks.fleet.problem;

import dev.watershed.benchmarks.fleet.schema.Paragraphs;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * All planted cases, checked against the plan of the fleet.
 *
 * @param all the cases
 * @param facts the plan
 */
public record PlantedCases(List<PlantedCase> all, PlantFacts facts) {

  /** What needs no statement of its own to be seen. */
  private static final Set<ProblemKind> WITHOUT_STATEMENTS =
      Set.of(
          ProblemKind.DUPLICATE_INDEX,
          ProblemKind.UNUSED_INDEX,
          ProblemKind.DEAD_TABLE,
          ProblemKind.DUPLICATE_TABLE);

  public PlantedCases {
    all = List.copyOf(all);
  }

  /**
   * The cases that the services show.
   *
   * @throws IllegalStateException if one of them is not there, or a label names none
   */
  public static PlantedCases of(PlantFacts facts, boolean moved) {
    PlantedCases cases = new PlantedCases(CaseReader.read(Paragraphs.resource("cases.txt")), facts);
    List<String> problems = moved ? List.of() : cases.problems();
    if (!problems.isEmpty()) {
      throw new IllegalStateException("not planted: " + problems);
    }
    return cases;
  }

  private List<String> problems() {
    List<String> problems = new ArrayList<>();
    Set<String> labels = new TreeSet<>(facts.labels());
    for (PlantedCase planted : all) {
      labels.remove(planted.id());
      planted.tables().forEach(facts.catalog()::table);
      boolean shown =
          WITHOUT_STATEMENTS.contains(planted.kind()) || !facts.queries(planted).isEmpty();
      if (!shown || !planted.kind().check().holds(planted, facts)) {
        problems.add(planted.id());
      }
    }
    labels.forEach(label -> problems.add("no case " + label));
    return problems;
  }
}
