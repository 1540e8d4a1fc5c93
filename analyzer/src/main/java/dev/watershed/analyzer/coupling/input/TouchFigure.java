package dev.watershed.analyzer.coupling.input;

/** What is kept of each touch. */
enum TouchFigure {
  CALLS,
  TIME_MICROS,
  ROWS_EXAMINED,
  ESTIMATED_CALLS
}
