package dev.watershed.analyzer.index.candidate;

import dev.watershed.analyzer.index.shape.BlockShape;
import dev.watershed.analyzer.index.shape.SourceShape;
import dev.watershed.analyzer.index.shape.StatementShape;
import dev.watershed.analyzer.index.statistics.Clustering;
import dev.watershed.analyzer.index.statistics.TableFigures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every index that might help some statement, once each, in an order of their own. */
public final class CandidatePool {

  private CandidatePool() {}

  /**
   * Those of all statements that are a ground for advice; tables on all processors.
   *
   * @param leastSeconds where the statements on a table take less, only what is {@linkplain
   *     Candidate#known known}
   */
  public static List<Candidate> of(
      List<StatementShape> statements, IndexFeatures features, double leastSeconds) {
    Map<TableFigures, Double> seconds = new HashMap<>();
    Map<TableFigures, List<TableCandidates.Asked>> byTable =
        new TreeMap<>(Comparator.comparing(TableFigures::name));
    for (StatementShape statement : statements) {
      statement
          .tables()
          .forEach(table -> seconds.merge(table, statement.statement().seconds(), Double::sum));
      for (BlockShape block : statement.blocks()) {
        for (SourceShape source : block.sources()) {
          if (source.table().filter(CandidatePool::clusters).isPresent()) {
            byTable
                .computeIfAbsent(source.table().get(), table -> new ArrayList<>())
                .add(
                    new TableCandidates.Asked(
                        block, source, statement.covers(), statement.statement().seconds()));
          }
        }
      }
    }
    return List.copyOf(byTable.entrySet()).parallelStream()
        .map(
            table ->
                TableCandidates.of(
                    table.getKey(),
                    table.getValue(),
                    features,
                    seconds.get(table.getKey()) >= leastSeconds))
        .flatMap(List::stream)
        .toList();
  }

  /** Sizes and costs here are InnoDB's. */
  private static boolean clusters(TableFigures table) {
    return Clustering.clusters(table.definition());
  }
}
