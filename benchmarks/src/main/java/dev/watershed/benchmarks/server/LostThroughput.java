package dev.watershed.benchmarks.server;

import java.util.List;

/**
 * What a load loses by something, from pairs of blocks with it and without it that follow each
 * other: what drifts is the same in both.
 *
 * @param shares 1 − with / without, a share per pair; negative where there was more with it
 */
record LostThroughput(List<Double> shares) {

  LostThroughput {
    shares = List.copyOf(shares);
    if (shares.size() < 2) {
      throw new IllegalArgumentException("two pairs at least, not " + shares.size());
    }
  }

  /** The mean of the shares. */
  double mean() {
    return shares.stream().mapToDouble(share -> share).average().orElseThrow();
  }

  /** Their standard deviation. */
  double deviation() {
    double mean = mean();
    double squares = shares.stream().mapToDouble(share -> (share - mean) * (share - mean)).sum();
    return Math.sqrt(squares / (shares.size() - 1));
  }

  /** What the true mean does not exceed with a probability (one-sided, Student's t). */
  double upperBound(double probability) {
    double error = deviation() / Math.sqrt(shares.size());
    return mean() + StudentT.quantile(probability, shares.size() - 1) * error;
  }
}
