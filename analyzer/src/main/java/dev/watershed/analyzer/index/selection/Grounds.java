package dev.watershed.analyzer.index.selection;

import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.index.candidate.Candidate;
import dev.watershed.analyzer.index.shape.StatementShape;
import dev.watershed.analyzer.index.statistics.ColumnKey;
import java.util.List;
import java.util.Set;

/**
 * What an index has to stand on before a model is asked: a thousandth of the server's time, or a
 * first column that names rows of another table or whose values were counted. What is assumed of
 * states and kinds is no ground for statements without weight.
 */
public final class Grounds {

  /** The least part of the server's statement time. */
  public static final double LEAST_LOAD_SHARE = 0.001;

  /** Sums in another order differ in their last digits. */
  private static final double LENIENCE = 0.999;

  private Grounds() {}

  /**
   * Whether it is known how few rows a value of its first column has, other than by assumption.
   *
   * @param candidate of which the first column is searched
   */
  public static boolean known(Candidate candidate) {
    String first = ColumnKey.of(candidate.parts().get(0));
    return candidate.table().refers(first) || candidate.table().distinct(Set.of(first)).measured();
  }

  /**
   * Whether each candidate has a ground.
   *
   * @param servedBy for each statement the places of the candidates that may serve it
   * @param all statements of the server, also those that are no ground
   */
  static boolean[] of(
      List<Candidate> candidates,
      List<StatementShape> statements,
      List<List<Integer>> servedBy,
      List<WeightedStatement> all) {
    double seconds = all.stream().mapToDouble(WeightedStatement::seconds).sorted().sum();
    double[] weights = new double[candidates.size()];
    for (int number = 0; number < statements.size(); number++) {
      for (int place : servedBy.get(number)) {
        weights[place] += statements.get(number).statement().seconds();
      }
    }
    boolean[] grounded = new boolean[weights.length];
    for (int place = 0; place < weights.length; place++) {
      grounded[place] =
          weights[place] >= seconds * LEAST_LOAD_SHARE * LENIENCE || known(candidates.get(place));
    }
    return grounded;
  }
}
