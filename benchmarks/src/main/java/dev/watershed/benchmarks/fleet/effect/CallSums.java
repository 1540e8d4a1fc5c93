package dev.watershed.benchmarks.fleet.effect;

/**
 * Sums of some executions.
 *
 * @param calls executions
 * @param errors those that failed
 * @param timeMicros execution time
 * @param lockTimeMicros of which it waited for locks
 * @param rowsExamined rows that the storage engine read
 */
record CallSums(long calls, long errors, long timeMicros, long lockTimeMicros, long rowsExamined) {

  /** No execution. */
  static final CallSums NONE = new CallSums(0, 0, 0, 0, 0);

  CallSums plus(CallSums other) {
    return new CallSums(
        calls + other.calls,
        errors + other.errors,
        timeMicros + other.timeMicros,
        lockTimeMicros + other.lockTimeMicros,
        rowsExamined + other.rowsExamined);
  }

  /** The mean execution time; 0 of no execution. */
  double meanMicros() {
    return calls == 0 ? 0 : (double) timeMicros / calls;
  }

  /** The share of the execution time that it waited for locks; 0 of no execution. */
  double lockedShare() {
    return timeMicros == 0 ? 0 : (double) lockTimeMicros / timeMicros;
  }

  /** Rows examined per execution; 0 of no execution. */
  double rowsPerCall() {
    return calls == 0 ? 0 : (double) rowsExamined / calls;
  }
}
