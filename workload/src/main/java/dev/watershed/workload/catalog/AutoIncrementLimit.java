package dev.watershed.workload.catalog;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/** The largest number that a column hands out (MySQL 9.7 Reference Manual, "Integer Types"). */
public final class AutoIncrementLimit {

  private static final Map<String, Integer> BITS =
      Map.of("tinyint", 8, "smallint", 16, "mediumint", 24, "int", 32, "bigint", 64);

  private AutoIncrementLimit() {}

  /**
   * The limit of a type.
   *
   * @param type the whole type, such as {@code int(10) unsigned}; empty for one that is no integer
   */
  public static Optional<BigInteger> of(String type) {
    String[] words = type.split("[ (]", 2);
    Integer bits = BITS.get(words[0]);
    if (bits == null) {
      return Optional.empty();
    }
    int used = type.contains("unsigned") ? bits : bits - 1;
    return Optional.of(BigInteger.TWO.pow(used).subtract(BigInteger.ONE));
  }
}
