package dev.watershed.benchmarks.coupling;

import java.util.Random;

/**
 * Statements on the tables of services that each have a schema; one of ten names a table of
 * another.
 */
final class CouplingStatements {

  private static final int FOREIGN = 10;

  private final Random random;
  private final int tables;
  private final int services;

  /** Of so many tables and services. */
  CouplingStatements(Random random, int tables, int services) {
    this.random = random;
    this.tables = tables;
    this.services = services;
  }

  /** One that no other number has. */
  String next(int number) {
    String one = anyTable();
    String other = random.nextInt(FOREIGN) == 0 ? anyTable() : one;
    String column = "c" + number;
    return switch (random.nextInt(3)) {
      case 0 ->
          "SELECT x.a AS "
              + column
              + " FROM "
              + one
              + " x JOIN "
              + other
              + " y ON x.id = y.a WHERE x.b = 1";
      case 1 -> "UPDATE " + one + " SET a = 1 WHERE " + column + " = 2";
      default -> "SELECT a AS " + column + " FROM " + one + " WHERE id = 1";
    };
  }

  private String anyTable() {
    int table = random.nextInt(tables);
    return "schema" + table % services + ".t" + table;
  }
}
