package dev.watershed.reports.check;

/** How a test case ended. */
enum JUnitOutcome {
  PASSED,
  SKIPPED,
  FAILED,
  ERROR
}
