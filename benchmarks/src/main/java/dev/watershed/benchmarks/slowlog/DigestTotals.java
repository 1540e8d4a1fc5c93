package dev.watershed.benchmarks.slowlog;

/** The figures of a digest that the gate compares. */
record DigestTotals(
    long calls, long timeMicros, long lockTimeMicros, long rowsSent, long rowsExamined) {

  DigestTotals plus(DigestTotals other) {
    return new DigestTotals(
        calls + other.calls,
        timeMicros + other.timeMicros,
        lockTimeMicros + other.lockTimeMicros,
        rowsSent + other.rowsSent,
        rowsExamined + other.rowsExamined);
  }
}
