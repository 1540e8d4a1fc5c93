package dev.watershed.analyzer.coupling.input;

/** What is kept of each touch. */
enum TouchFigure {
  CALLS,
  TIME_MICROS,
  TIME_MICROS_LOW,
  TIME_MICROS_HIGH,
  ROWS_EXAMINED,
  ESTIMATED_CALLS,
  ESTIMATED_MICROS
}
