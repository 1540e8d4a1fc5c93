package dev.watershed.benchmarks.recovery;

import java.util.List;

/**
 * A digest of the log, with some of its statements as they were sent.
 *
 * @param schema in which they ran
 * @param calls in the whole log
 * @param seconds their time
 * @param statements at least one
 */
record SampleStatement(
    long digest, String schema, long calls, double seconds, List<String> statements) {

  SampleStatement {
    statements = List.copyOf(statements);
  }
}
