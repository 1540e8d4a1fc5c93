package dev.watershed.analyzer.ranking;

import dev.watershed.analyzer.inference.Inference;
import dev.watershed.analyzer.inference.InferredTouch;
import dev.watershed.analyzer.ranking.TableLoad.InferredDigest;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.Workload;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The statements that may touch one table without naming it. */
final class InferredUses {

  private final Workload workload;
  private final FigureTable figures = new FigureTable();
  private final Map<Integer, Inference> touchesByText = new TreeMap<>();

  InferredUses(Workload workload, WorkloadInference inference, String qualifiedName) {
    this.workload = workload;
    StatementTable statements = workload.statements();
    for (int row = 0; row < statements.size(); row++) {
      int text = statements.textIndex(row);
      List<InferredTouch> own =
          inference.of(text, statements.schemaIndex(row)).touches().stream()
              .filter(touch -> touch.table().equalsIgnoreCase(qualifiedName))
              .toList();
      if (!own.isEmpty()) {
        figures.add(text, statements, row);
        touchesByText.merge(text, new Inference(own, List.of()), Inference::and);
      }
    }
  }

  /** The digests, the most time first. */
  List<InferredDigest> digests(Visibility visibility) {
    DigestGrouping grouping = new DigestGrouping(workload);
    return touchesByText.entrySet().stream()
        .map(
            entry ->
                new InferredDigest(
                    grouping.key(entry.getKey(), Companions.NONE),
                    entry.getValue().touches(),
                    figures.figures(entry.getKey(), visibility)))
        .sorted(
            Comparator.comparing(InferredDigest::figures, Order.TIME.comparator())
                .thenComparing(digest -> digest.digest().name()))
        .toList();
  }
}
