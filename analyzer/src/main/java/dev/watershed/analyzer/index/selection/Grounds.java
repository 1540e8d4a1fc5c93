package dev.watershed.analyzer.index.selection;

import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.index.candidate.Candidate;
import dev.watershed.analyzer.index.shape.StatementShape;
import java.util.List;

/**
 * What an index has to stand on before a model is asked: a thousandth of the server's time, or a
 * first column that names rows of another table or whose values were counted, or a fifth of a
 * thousandth where it gives the order of a LIMIT. What is assumed of states and kinds is no ground
 * for statements without weight.
 */
public final class Grounds {

  /** The least part of the server's statement time. */
  public static final double LEAST_LOAD_SHARE = 0.001;

  /** The part of it that is enough where an order ends a statement early. */
  public static final double PART_OF_ENDING = 0.2;

  /** Sums in another order differ in their last digits. */
  private static final double LENIENCE = 0.999;

  private Grounds() {}

  /** The least time that statements take to be a ground, in seconds. */
  static double leastSeconds(List<WeightedStatement> all) {
    return all.stream().mapToDouble(WeightedStatement::seconds).sorted().sum()
        * LEAST_LOAD_SHARE
        * LENIENCE;
  }

  /**
   * Whether each candidate has a ground.
   *
   * @param servedBy for each statement the places of the candidates that may serve it
   * @param leastSeconds that its statements have to take
   */
  static boolean[] of(
      List<Candidate> candidates,
      List<StatementShape> statements,
      List<List<Integer>> servedBy,
      double leastSeconds) {
    double[] weights = new double[candidates.size()];
    for (int number = 0; number < statements.size(); number++) {
      for (int place : servedBy.get(number)) {
        weights[place] += statements.get(number).statement().seconds();
      }
    }
    boolean[] grounded = new boolean[weights.length];
    for (int place = 0; place < weights.length; place++) {
      Candidate candidate = candidates.get(place);
      grounded[place] =
          weights[place] >= leastSeconds
              || candidate.known()
              || candidate.endingSeconds() > leastSeconds * PART_OF_ENDING;
    }
    return grounded;
  }
}
