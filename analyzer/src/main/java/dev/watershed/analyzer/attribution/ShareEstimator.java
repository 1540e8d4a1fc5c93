package dev.watershed.analyzer.attribution;

/**
 * The share of a part in the time of a whole, from samples of what runs.
 *
 * <p>The share is a ratio of two sampled times, s of the part and r of the rest, which are
 * independent. Its variance is ((1 − p)²·Var s + p²·Var r) / (s + r)² (Cochran, Sampling
 * Techniques, 3rd edition 1977, section 6.4), and the interval is that of Wilson (Journal of the
 * American Statistical Association 22, 1927) for as many independent samples as would have this
 * variance (Korn, Graubard, Survey Methodology 24, 1998). For statements that are much shorter than
 * the time between two looks that is the number of samples; longer ones are seen again and again,
 * and are known better than their number of executions says.
 *
 * <p>The variances were estimated with the samples. Those of few executions are drawn to that of
 * the whole, as if {@value #PRIOR_EXECUTIONS} more executions had been like it.
 */
final class ShareEstimator {

  /** The 97.5% quantile of the normal distribution. */
  static final double Z = 1.959964;

  private static final double PRIOR_EXECUTIONS = 5;

  /**
   * No less variance per execution than this part of the square of the time between two looks: the
   * ends of long ones are never known.
   */
  private static final double LEAST_PER_EXECUTION = 0.05;

  /**
   * The expected numbers of which so many samples or more, 0 to 3, come in one case of twenty:
   * where few samples are seen, Wilson's lower end lies too high, and these take its place (Brown,
   * Cai, DasGupta, Statistical Science 16, 2001, section 4.1.1).
   */
  private static final double[] FEW = {0, 0.0513, 0.3554, 0.8177};

  private ShareEstimator() {}

  /**
   * The share of a part.
   *
   * @param whole with at least one sample
   * @param part some of these samples, perhaps none
   */
  static Interval share(SampleCounts whole, SampleCounts part) {
    SampleCounts rest = whole.minus(part);
    double share = (double) part.sampledMicros() / whole.sampledMicros();
    double look = whole.seconds() / whole.samples();
    double least = LEAST_PER_EXECUTION * look * look;
    double perExecution = Math.max(whole.variance() / whole.executions(), 2 * least);
    double total = whole.seconds() * whole.seconds();
    double independent = total / (perExecution * whole.executions());
    if (part.samples() > 0 && rest.samples() > 0) {
      double variance =
          ((1 - share) * (1 - share) * variance(part, perExecution, least)
                  + share * share * variance(rest, perExecution, least))
              / total;
      independent = share * (1 - share) / variance;
    }
    return wilson(share, independent);
  }

  /** The variance of a part, drawn to that of the whole where few executions were seen. */
  private static double variance(SampleCounts counts, double perExecution, double least) {
    double executions = counts.executions();
    double drawn =
        Math.max(
            counts.variance() + PRIOR_EXECUTIONS * perExecution,
            least * (executions + PRIOR_EXECUTIONS));
    return drawn * executions / (executions + PRIOR_EXECUTIONS);
  }

  /**
   * Wilson's interval.
   *
   * @param independent how many independent samples stand behind the share; need not be whole
   */
  static Interval wilson(double share, double independent) {
    double square = Z * Z / independent;
    double middle = (share + square / 2) / (1 + square);
    double half =
        Z
            * Math.sqrt(share * (1 - share) / independent + square / (4 * independent))
            / (1 + square);
    return new Interval(
        share,
        Math.max(0, Math.min(share, Math.min(middle - half, few(share, independent)))),
        Math.min(1, Math.max(share, middle + half)));
  }

  /** The lower end where at most three samples stand behind the share; else no bound. */
  private static double few(double share, double independent) {
    double samples = share * independent;
    int whole = (int) samples;
    if (samples > FEW.length - 1) {
      return 1;
    }
    double next = whole + 1 < FEW.length ? FEW[whole + 1] : FEW[whole];
    return (FEW[whole] + (samples - whole) * (next - FEW[whole])) / independent;
  }
}
