package dev.watershed.collector.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.ServerProduct;
import dev.watershed.collector.server.catalog.query.ColumnQuery;
import dev.watershed.collector.server.catalog.query.TableKey;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.GeneratedValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnDefinitionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      nullValues = "NULL",
      textBlock =
          """
          MYSQL   | varchar(9)  | NULL                 | ^^                | NULL
          MYSQL   | varchar(9)  | NULL text            | ^^                | ?
          MYSQL   | varchar(9)  | CURRENT_TIMESTAMP    | ^^                | ?
          MYSQL   | int         | -5                   | ^^                | ?
          MYSQL   | timestamp   | CURRENT_TIMESTAMP    | ^^                | CURRENT_TIMESTAMP
          MYSQL   | datetime(6) | CURRENT_TIMESTAMP(6) | DEFAULT_GENERATED | CURRENT_TIMESTAMP(?)
          MYSQL   | varchar(9)  | lower(_utf8mb4\\'A\\') | DEFAULT_GENERATED | (lower(?))
          MARIADB | varchar(9)  | NULL                 | ^^                | NULL
          MARIADB | varchar(9)  | 'NULL'               | ^^                | ?
          MARIADB | int         | -5                   | ^^                | ?
          MARIADB | timestamp   | current_timestamp()  | ^^                | current_timestamp()
          """)
  void defaultsComeWithoutLiterals(
      ServerProduct product, String type, String text, String extra, String expected) {
    ColumnDefinition column = column(product, type, Optional.ofNullable(text), extra, "");

    assertThat(column.defaultValue()).isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          enum('image/*','video/*')                       | enum('image/*','video/*')
          set('a /* b */','c')                            | set('a /* b */','c')
          varchar(9) /*M!100301 COMPRESSED*/              | varchar(9)
          datetime /* mariadb-5.3 */                      | datetime
          set('/*','*/') /*M!100301 COMPRESSED*/          | set('/*','*/')
          """)
  void typesComeWithoutWhatStandsBehindThem(String type, String expected) {
    assertThat(column(ServerProduct.MARIADB, type, Optional.empty(), "", "").type())
        .isEqualTo(expected);
  }

  @Test
  void mariaDbSaysNullWhereNothingElseIsTheDefault() {
    assertThat(column(ServerProduct.MARIADB, "int", Optional.of("NULL"), "", "").defaultValue())
        .isEmpty();
  }

  @Test
  void theExtraWordsAreUnderstood() {
    ColumnDefinition number = column("auto_increment", "");
    ColumnDefinition time = column("DEFAULT_GENERATED on update CURRENT_TIMESTAMP(6)", "");
    ColumnDefinition computed = column("VIRTUAL GENERATED INVISIBLE", "`a` + 5");
    ColumnDefinition kept = column("STORED GENERATED", "`a`");

    assertThat(number.autoIncrement()).isTrue();
    assertThat(number.visible()).isTrue();
    assertThat(number.generated()).isEmpty();
    assertThat(time.updatedToNow()).isTrue();
    assertThat(time.generated()).isEmpty();
    assertThat(computed.generated()).contains(new GeneratedValue("`a` + ?", false));
    assertThat(computed.visible()).isFalse();
    assertThat(kept.generated()).contains(new GeneratedValue("`a`", true));
  }

  private static ColumnDefinition column(String extra, String generation) {
    return column(ServerProduct.MYSQL, "int", Optional.empty(), extra, generation);
  }

  private static ColumnDefinition column(
      ServerProduct product,
      String type,
      Optional<String> defaultText,
      String extra,
      String generation) {
    ColumnQuery.Row row =
        new ColumnQuery.Row(
            new TableKey("s", "t"),
            1,
            "c",
            type,
            true,
            Optional.empty(),
            Optional.empty(),
            defaultText,
            extra,
            generation,
            false);
    return new ColumnDefinitions(product, new ServerTexts(false)).of(List.of(row)).get(0);
  }
}
