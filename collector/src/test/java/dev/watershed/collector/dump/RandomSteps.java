package dev.watershed.collector.dump;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes statements that alter one table, many of which a server refuses; the same ones of a seed.
 */
final class RandomSteps {

  /** What the statements are about. */
  static final String CREATE =
      "CREATE TABLE changing (c0 int NOT NULL, c1 varchar(20), c2 text, c3 bigint unsigned,"
          + " PRIMARY KEY (c0), KEY i0 (c1, c3), UNIQUE KEY i1 (c3))";

  private static final List<String> TYPES =
      List.of(
          "int",
          "bigint unsigned",
          "smallint NOT NULL",
          "varchar(20)",
          "varchar(150) CHARACTER SET latin1",
          "varchar(9) NOT NULL",
          "text",
          "tinytext CHARACTER SET latin1",
          "datetime(3)",
          "decimal(8,2) NOT NULL DEFAULT 1",
          "char(4) COLLATE utf8mb4_bin",
          "enum('x','y')",
          "varbinary(30)",
          "date");

  private static final int NAMES = 6;

  private final Random random;
  private final List<String> columns = new ArrayList<>();

  RandomSteps(long seed) {
    this.random = new Random(seed);
  }

  /** The next one. */
  String next() {
    columns.clear();
    List<String> clauses = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      clauses.add(clause());
    }
    return "ALTER TABLE changing " + String.join(", ", clauses);
  }

  private String clause() {
    return switch (random.nextInt(14)) {
      case 0, 1, 2 -> "ADD COLUMN " + column() + " " + type() + position();
      case 3 -> "DROP COLUMN " + column();
      case 4, 5 -> "MODIFY " + column() + " " + type() + position();
      case 6 -> "CHANGE " + column() + " " + column() + " " + type();
      case 7 -> "RENAME COLUMN " + column() + " TO " + column();
      case 8, 9 ->
          "ADD "
              + (random.nextInt(3) == 0 ? "UNIQUE " : "")
              + "INDEX "
              + name()
              + "("
              + parts()
              + ")";
      case 10 -> "DROP INDEX " + index();
      case 11 -> "RENAME INDEX " + index() + " TO " + index();
      case 12 -> random.nextBoolean() ? "DROP PRIMARY KEY" : "ADD PRIMARY KEY (" + column() + ")";
      default -> random.nextInt(4) == 0 ? "CONVERT TO CHARACTER SET utf8mb4" : "COMMENT 'x'";
    };
  }

  /** One that no other clause names: servers differ in what they make of two. */
  private String column() {
    String column;
    do {
      column = "c" + random.nextInt(NAMES + columns.size());
    } while (columns.contains(column));
    columns.add(column);
    return column;
  }

  private String type() {
    return TYPES.get(random.nextInt(TYPES.size()));
  }

  private String position() {
    return switch (random.nextInt(5)) {
      case 0 -> " FIRST";
      case 1 -> " AFTER " + column();
      default -> "";
    };
  }

  private String index() {
    return "i" + random.nextInt(4);
  }

  private String name() {
    return random.nextBoolean() ? index() + " " : "";
  }

  private String parts() {
    List<String> parts = new ArrayList<>();
    for (int i = random.nextInt(2); i >= 0; i--) {
      parts.add(column() + (random.nextInt(3) == 0 ? "(5)" : ""));
    }
    return String.join(", ", parts);
  }
}
