package dev.watershed.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.facts.ColumnSide.Conversion;
import dev.watershed.sql.facts.Comparison;
import dev.watershed.sql.facts.KnownRelation.KnownColumn;
import dev.watershed.sql.facts.Operand.LiteralType;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversionsTest {

  @ParameterizedTest
  @CsvSource({
    "varchar(20), EQUAL,    NUMBER,   TEXT_TO_NUMBER",
    "longtext,    IN,       NUMBER,   TEXT_TO_NUMBER",
    "varchar(20), EQUAL,    TEXT,     ",
    "varchar(20), EQUAL,    UNKNOWN,  ",
    "varchar(20), GREATER,  TEMPORAL, TYPE",
    "int,         EQUAL,    TEXT,     ",
    "int,         LIKE,     TEXT,     TYPE",
    "datetime(6), LIKE,     TEXT,     TYPE",
    "varchar(20), LIKE,     TEXT,     ",
    "datetime,    GREATER,  TEXT,     ",
    "datetime,    GREATER,  NUMBER,   ",
    "varbinary(9), EQUAL,   NUMBER,   TEXT_TO_NUMBER",
    "json,        EQUAL,    NUMBER,   ",
  })
  void ofAColumnAndALiteral(
      String type, Comparison comparison, LiteralType literal, Conversion expected) {
    assertThat(Conversions.ofConstant(column(type), comparison, literal))
        .isEqualTo(Optional.ofNullable(expected));
  }

  /** The first side's conversion, then the other's. */
  @ParameterizedTest
  @CsvSource({
    "varchar(9) utf8mb3_general_ci,  varchar(9) utf8mb4_0900_ai_ci, COLLATION, ",
    "varchar(9) utf8_general_ci,     varchar(9) utf8mb3_general_ci, , ",
    "varchar(9) utf8mb4_0900_ai_ci,  char(20) utf8mb4_0900_ai_ci,   , ",
    "varchar(9) utf8mb4_0900_ai_ci,  varchar(9) utf8mb4_bin,        COLLATION, ",
    "varchar(9) utf8mb4_general_ci,  varchar(9) utf8mb4_0900_ai_ci, COLLATION, COLLATION",
    "varchar(9) latin1_swedish_ci,   varchar(9) utf8mb4_bin,        COLLATION, ",
    "varchar(9) ascii_general_ci,    varchar(9) latin1_swedish_ci,  COLLATION, ",
    "varchar(9) utf8mb4_bin,         varbinary(9),                  COLLATION, ",
    "varchar(9) utf8mb4_bin,         int,                           TEXT_TO_NUMBER, ",
    "varchar(9) utf8mb4_bin,         datetime,                      TYPE, ",
    "varchar(9),                     varchar(9) utf8mb4_bin,        , ",
    "bigint unsigned,                int,                           , ",
    "date,                           datetime,                      , ",
    "datetime,                       decimal,                       TYPE, ",
    "datetime,                       bigint,                        , ",
    "varbinary(9),                   int,                           TEXT_TO_NUMBER, ",
  })
  void ofTwoColumns(String first, String second, Conversion expected, Conversion expectedOther) {
    KnownColumn column = column(first);
    KnownColumn other = column(second);
    assertThat(Conversions.ofColumn(column, other)).isEqualTo(Optional.ofNullable(expected));
    assertThat(Conversions.ofColumn(other, column)).isEqualTo(Optional.ofNullable(expectedOther));
  }

  private static KnownColumn column(String text) {
    int blank = text.indexOf(" utf8") + text.indexOf(" latin1") + text.indexOf(" ascii") + 2;
    Optional<String> collation =
        blank < 0 ? Optional.empty() : Optional.of(text.substring(blank + 1));
    return new KnownColumn("c", blank < 0 ? text : text.substring(0, blank), collation, true);
  }
}
