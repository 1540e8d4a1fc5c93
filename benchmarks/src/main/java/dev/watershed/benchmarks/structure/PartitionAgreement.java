package dev.watershed.benchmarks.structure;

import java.util.HashMap;
import java.util.Map;

/**
 * How far two partitions of the same things agree: 1 if they are the same, about 0 if they agree as
 * much as chance has it.
 *
 * @param adjustedMutualInformation (MI − E[MI]) / ((H(first) + H(second)) / 2 − E[MI]), the
 *     expectation over partitions with the same sizes (Vinh, Epps and Bailey, JMLR 11, 2010)
 * @param adjustedRand (RI − E[RI]) / (max RI − E[RI]) over pairs (Hubert and Arabie, Journal of
 *     Classification 2, 1985)
 */
record PartitionAgreement(double adjustedMutualInformation, double adjustedRand) {

  private static final double NOTHING = 1e-12;

  /**
   * Compares.
   *
   * @param first the part of each thing
   * @param second the part of each thing, as many
   */
  static PartitionAgreement of(int[] first, int[] second) {
    if (first.length != second.length || first.length == 0) {
      throw new IllegalArgumentException(first.length + " things and " + second.length);
    }
    Map<Integer, Integer> rows = new HashMap<>();
    Map<Integer, Integer> columns = new HashMap<>();
    Map<Long, Integer> cells = new HashMap<>();
    for (int i = 0; i < first.length; i++) {
      rows.merge(first[i], 1, Integer::sum);
      columns.merge(second[i], 1, Integer::sum);
      cells.merge((long) first[i] << Integer.SIZE | second[i] & 0xFFFF_FFFFL, 1, Integer::sum);
    }
    return new PartitionAgreement(
        adjustedMutualInformation(first.length, rows, columns, cells),
        adjustedRand(first.length, rows, columns, cells));
  }

  private static double adjustedRand(
      int size,
      Map<Integer, Integer> rows,
      Map<Integer, Integer> columns,
      Map<Long, Integer> cells) {
    double together = cells.values().stream().mapToDouble(PartitionAgreement::pairs).sum();
    double ofRows = rows.values().stream().mapToDouble(PartitionAgreement::pairs).sum();
    double ofColumns = columns.values().stream().mapToDouble(PartitionAgreement::pairs).sum();
    double expected = size < 2 ? 0 : ofRows * ofColumns / pairs(size);
    double most = (ofRows + ofColumns) / 2;
    return Math.abs(most - expected) < NOTHING ? 1 : (together - expected) / (most - expected);
  }

  private static double pairs(int size) {
    return size * (size - 1.0) / 2;
  }

  private static double adjustedMutualInformation(
      int size,
      Map<Integer, Integer> rows,
      Map<Integer, Integer> columns,
      Map<Long, Integer> cells) {
    double information = 0;
    for (Map.Entry<Long, Integer> cell : cells.entrySet()) {
      double both = cell.getValue();
      double row = rows.get((int) (cell.getKey() >> Integer.SIZE));
      double column = columns.get((int) (long) cell.getKey());
      information += both / size * Math.log(both * size / (row * column));
    }
    double expected = expected(size, rows, columns);
    double mean = (entropy(size, rows) + entropy(size, columns)) / 2;
    return Math.abs(mean - expected) < NOTHING ? 1 : (information - expected) / (mean - expected);
  }

  private static double entropy(int size, Map<Integer, Integer> parts) {
    return -parts.values().stream()
        .mapToDouble(part -> (double) part / size * Math.log((double) part / size))
        .sum();
  }

  /** The sum over sizes rather than parts: many parts have the same size. */
  private static double expected(
      int size, Map<Integer, Integer> rows, Map<Integer, Integer> columns) {
    double[] logFactorial = new double[size + 1];
    for (int i = 1; i <= size; i++) {
      logFactorial[i] = logFactorial[i - 1] + Math.log(i);
    }
    Map<Integer, Integer> rowSizes = new HashMap<>();
    rows.values().forEach(row -> rowSizes.merge(row, 1, Integer::sum));
    Map<Integer, Integer> columnSizes = new HashMap<>();
    columns.values().forEach(column -> columnSizes.merge(column, 1, Integer::sum));
    double expected = 0;
    for (Map.Entry<Integer, Integer> row : rowSizes.entrySet()) {
      for (Map.Entry<Integer, Integer> column : columnSizes.entrySet()) {
        expected +=
            (double) row.getValue()
                * column.getValue()
                * expected(size, row.getKey(), column.getKey(), logFactorial);
      }
    }
    return expected;
  }

  /** The expected part of one cell: its size is hypergeometric. */
  private static double expected(int size, int row, int column, double[] logFactorial) {
    double expected = 0;
    for (int both = Math.max(1, row + column - size); both <= Math.min(row, column); both++) {
      double logProbability =
          logFactorial[row]
              + logFactorial[column]
              + logFactorial[size - row]
              + logFactorial[size - column]
              - logFactorial[size]
              - logFactorial[both]
              - logFactorial[row - both]
              - logFactorial[column - both]
              - logFactorial[size - row - column + both];
      expected +=
          (double) both
              / size
              * Math.log((double) both * size / ((double) row * column))
              * Math.exp(logProbability);
    }
    return expected;
  }
}
