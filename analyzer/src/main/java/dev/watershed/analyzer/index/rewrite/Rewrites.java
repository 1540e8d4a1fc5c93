package dev.watershed.analyzer.index.rewrite;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.RewriteAdvice;
import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.index.candidate.IndexFeatures;
import dev.watershed.analyzer.index.cost.PlanStep;
import dev.watershed.analyzer.index.selection.CostedStatement;
import dev.watershed.sql.facts.QueryBlock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says which statements are to be written otherwise: those that read many rows each time and have a
 * part of the server's load, because of something in their text.
 */
public final class Rewrites {

  /** Fewer rows each time are not worth a change of the text. */
  static final double LEAST_ROWS = 1_000;

  /** A statement matters with such a part of all statement time, or of all rows examined. */
  private static final double LEAST_SHARE = 0.01;

  private Rewrites() {}

  /** Those of a server's statements, the largest load first. */
  public static List<RewriteAdvice> of(AdvisedServer server, List<CostedStatement> statements) {
    double seconds = sum(server.statements().stream().map(WeightedStatement::seconds).toList());
    double rows = sum(statements.stream().map(Rewrites::examined).toList());
    IndexFeatures features = IndexFeatures.of(server);
    List<RewriteAdvice> found = new ArrayList<>();
    for (CostedStatement statement : statements) {
      double share = seconds > 0 ? statement.shape().statement().seconds() / seconds : 0;
      boolean matters =
          share >= LEAST_SHARE || (rows > 0 && examined(statement) / rows >= LEAST_SHARE);
      if (matters) {
        found.addAll(of(statement, share, features));
      }
    }
    found.sort(
        Comparator.comparingDouble((RewriteAdvice advice) -> -advice.loadShare())
            .thenComparingLong(RewriteAdvice::digest)
            .thenComparing(RewriteAdvice::reason)
            .thenComparing(RewriteAdvice::subject));
    return found;
  }

  private static double sum(List<Double> figures) {
    return figures.stream().mapToDouble(Double::doubleValue).sorted().sum();
  }

  private static double examined(CostedStatement statement) {
    WeightedStatement weighted = statement.shape().statement();
    return weighted.calls() * weighted.rowsExaminedPerCall().orElse(statement.today().rows());
  }

  private static List<RewriteAdvice> of(
      CostedStatement statement, double share, IndexFeatures features) {
    WeightedStatement weighted = statement.shape().statement();
    if (weighted.rowsExaminedPerCall().orElse(LEAST_ROWS) < LEAST_ROWS) {
      return List.of();
    }
    Set<Obstacle> obstacles = new TreeSet<>();
    for (QueryBlock block : weighted.facts().blocks()) {
      for (PlanStep step : statement.today().blocks().get(block.number()).steps()) {
        if (step.source().table().isPresent() && reads(step)) {
          obstacles.addAll(new Obstacles(weighted, block, step, features).find());
        } else if (step.source().table().isPresent()) {
          SuspectedConversion.of(weighted, block, step).ifPresent(obstacles::add);
        }
      }
    }
    return obstacles.stream()
        .map(
            each ->
                new RewriteAdvice(
                    weighted.digest(),
                    weighted.calls(),
                    share,
                    each.reason(),
                    each.subject(),
                    each.rewrite()))
        .toList();
  }

  private static boolean reads(PlanStep step) {
    return step.examined() >= LEAST_ROWS;
  }
}
