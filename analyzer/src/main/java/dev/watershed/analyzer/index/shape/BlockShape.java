package dev.watershed.analyzer.index.shape;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one block asks.
 *
 * @param number of the block
 * @param classes columns that are equal to each other
 * @param filters conditions over several sources that no index serves
 * @param ordering the order that would spare a sort or a temporary table, if an index can provide
 *     it
 * @param sorts whether ORDER BY asks for an order
 * @param groups whether rows are grouped, or repeated ones dropped
 * @param aggregated whether all rows become one
 * @param limit rows after which the block ends, offset included; of one whose text does not tell,
 *     what was measured or assumed
 * @param stopsEarly whether it may end before all rows are read, once they come in order
 * @param subqueries whose rows its conditions use
 * @param correlated whether it refers to a block around it
 */
public record BlockShape(
    int number,
    List<SourceShape> sources,
    List<JoinClass> classes,
    List<Filter> filters,
    Optional<Ordering> ordering,
    boolean sorts,
    boolean groups,
    boolean aggregated,
    OptionalDouble limit,
    boolean stopsEarly,
    List<Integer> subqueries,
    boolean correlated) {

  /**
   * A condition over several sources.
   *
   * @param sources that it needs, as bits
   * @param share of the combined rows that it lets through
   */
  public record Filter(long sources, double share) {}

  public BlockShape {
    sources = List.copyOf(sources);
    classes = List.copyOf(classes);
    filters = List.copyOf(filters);
    Objects.requireNonNull(ordering, "ordering");
    Objects.requireNonNull(limit, "limit");
    subqueries = List.copyOf(subqueries);
  }
}
