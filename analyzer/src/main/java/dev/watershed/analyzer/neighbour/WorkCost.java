package dev.watershed.analyzer.neighbour;

/**
 * What the work of a service usually takes: so much for a call, and so much for a row that it
 * examines. Neither is negative.
 *
 * @param microsPerCall of a call that examines no row
 * @param microsPerRow of a row examined
 */
record WorkCost(double microsPerCall, double microsPerRow) {

  private static final double SAME = 1e-9;

  /** Work of a slot: calls, rows examined by them, and what they took. */
  record Work(double calls, double rows, double micros) {}

  /**
   * The cost that fits best to slots with calls: least squares of what a call took on the rows that
   * it examined, a slot counts by its calls. What is expected of all these slots is what they took.
   */
  static WorkCost of(Iterable<Work> slots) {
    double calls = 0;
    double rows = 0;
    double rowsSquared = 0;
    double micros = 0;
    double microsTimesRows = 0;
    for (Work slot : slots) {
      calls += slot.calls();
      rows += slot.rows();
      rowsSquared += slot.rows() * slot.rows() / slot.calls();
      micros += slot.micros();
      microsTimesRows += slot.micros() * slot.rows() / slot.calls();
    }
    double determinant = calls * rowsSquared - rows * rows;
    double perRow =
        determinant <= SAME * calls * rowsSquared
            ? 0
            : Math.max(0, (microsTimesRows * calls - micros * rows) / determinant);
    double perCall = (micros - perRow * rows) / calls;
    return perCall >= 0 ? new WorkCost(perCall, perRow) : new WorkCost(0, micros / rows);
  }

  /** What work would usually take, in microseconds. */
  double micros(double calls, double rows) {
    return microsPerCall * calls + microsPerRow * rows;
  }
}
