package dev.watershed.analyzer.index.result;

import dev.watershed.analyzer.index.input.AdvisorInput;
import dev.watershed.analyzer.index.redundancy.IndexUsage;
import dev.watershed.workload.catalog.IndexDefinition;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What is known of the indexes of one table of a set of data, beside their definitions.
 *
 * @param advice of that set, for this table only
 * @param uses of its indexes, in the order of their definition
 * @param watchedSeconds for how long their use was watched; 0 if it was not
 */
public record TableAdvice(ServerAdvice advice, List<Use> uses, double watchedSeconds) {

  /**
   * How an index was used.
   *
   * @param rowsReached by it, read or changed; empty if unknown
   */
  public record Use(String index, OptionalLong rowsReached) {

    public Use {
      Objects.requireNonNull(index, "index");
      Objects.requireNonNull(rowsReached, "rowsReached");
    }
  }

  public TableAdvice {
    Objects.requireNonNull(advice, "advice");
    uses = List.copyOf(uses);
  }

  /**
   * The part of a set's advice that concerns a table.
   *
   * @param qualifiedName {@code schema.table}, in any letter case
   */
  public static TableAdvice of(ServerAdvice advice, AdvisorInput input, String qualifiedName) {
    IndexUsage usage = input.usage();
    List<Use> uses =
        input.server().tables().stream()
            .filter(table -> table.qualifiedName().equalsIgnoreCase(qualifiedName))
            .flatMap(
                table ->
                    table.definition().indexes().stream()
                        .map(IndexDefinition::name)
                        .map(
                            index ->
                                new Use(
                                    index,
                                    usage.reached(
                                        table.schema(), table.definition().name(), index))))
            .toList();
    return new TableAdvice(
        advice.only(
            planned -> planned.advice().qualifiedName().equalsIgnoreCase(qualifiedName),
            rewrite -> concerns(rewrite.subject(), qualifiedName)),
        uses,
        usage.observedSeconds());
  }

  private static boolean concerns(String subject, String qualifiedName) {
    return subject.regionMatches(true, 0, qualifiedName, 0, qualifiedName.length())
        && (subject.length() == qualifiedName.length()
            || subject.charAt(qualifiedName.length()) == '.');
  }
}
