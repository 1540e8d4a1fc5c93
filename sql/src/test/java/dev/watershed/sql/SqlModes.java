package dev.watershed.sql;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The 32 ways in which a server may read statements. */
public final class SqlModes {

  private static final int COUNT = 32;

  private SqlModes() {}

  /** Each of them. */
  public static Stream<SqlMode> all() {
    return IntStream.range(0, COUNT).mapToObj(SqlModes::of);
  }

  /** One of them, by its five lowest bits. */
  public static SqlMode of(int bits) {
    return new SqlMode(
        (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0, (bits & 16) != 0);
  }
}
