package dev.watershed.benchmarks.fuzz;

import dev.watershed.sql.SqlMode;

/** The 32 ways in which a server may read statements, by five bits of an input. */
final class Modes {

  private Modes() {}

  static SqlMode of(byte bits) {
    return new SqlMode(
        (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0, (bits & 16) != 0);
  }
}
