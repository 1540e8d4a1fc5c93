package dev.watershed.cli.metrics;

/** A file that is there, and that Watershed did not write. */
final class BadMetricsException extends Exception {

  private static final long serialVersionUID = 1L;

  BadMetricsException(int line) {
    super("line " + line + " is none that Watershed writes");
  }
}
