package dev.watershed.analyzer.index;

/**
 * What index advice may cost and has to bring.
 *
 * @param budgetBytes that all indexes to add may take together
 * @param indexesPerTable how many indexes to add to one table at most
 * @param leastGainPerSecond cost that an index has to spare for each second that was watched, in
 *     the units of the server's cost model: a page from disk is one, evaluating ten rows is one
 * @param leastGainPerCall cost that it has to spare one call of some statement: tables of a few
 *     rows need no index
 * @param leastShareOfStatements part of the cost of the statements it serves that it has to spare,
 *     0 to 1
 * @param leastShareOfServer part of the cost of all statements that is enough even if the part of
 *     its own statements is small, 0 to 1
 */
public record AdvisorOptions(
    long budgetBytes,
    int indexesPerTable,
    double leastGainPerSecond,
    double leastGainPerCall,
    double leastShareOfStatements,
    double leastShareOfServer) {

  /**
   * 10 GiB, five indexes per table; a gain of 0.1 per second, of 3 per call, and of a tenth, or a
   * hundredth of all.
   */
  public static final AdvisorOptions DEFAULTS = new AdvisorOptions(10L << 30, 5, 0.1, 3, 0.1, 0.01);

  public AdvisorOptions {
    if (budgetBytes < 0 || indexesPerTable < 0) {
      throw new IllegalArgumentException(
          indexesPerTable + " indexes per table, " + budgetBytes + " bytes");
    }
    requireShare(leastShareOfStatements);
    requireShare(leastShareOfServer);
    if (!(leastGainPerSecond >= 0) || !(leastGainPerCall >= 0)) {
      throw new IllegalArgumentException(
          "a least gain of " + leastGainPerSecond + " and " + leastGainPerCall);
    }
  }

  private static void requireShare(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share of " + share);
    }
  }
}
