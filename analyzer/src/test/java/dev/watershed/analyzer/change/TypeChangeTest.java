package dev.watershed.analyzer.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.change.SchemaChange.Narrowing;
import dev.watershed.workload.catalog.ColumnDefinition;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeChangeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "int|int(11)|no",
        "int|bigint|NONE",
        "bigint|int|VALUES",
        "int|int unsigned|VALUES",
        "int unsigned|int|VALUES",
        "int unsigned|bigint|NONE",
        "varchar(20)|varchar(21)|NONE",
        "varchar(20)|varchar(19)|VALUES",
        "varchar(20)|text|NONE",
        "text|varchar(300)|VALUES",
        "tinytext utf8mb4|varchar(100) utf8mb4|VALUES",
        "tinytext utf8mb4|varchar(255) utf8mb4|NONE",
        "tinytext utf8mb4|text utf8mb4|NONE",
        "text|mediumtext|NONE",
        "mediumtext|text|VALUES",
        "varchar(300) latin1|text utf8mb4|NONE",
        "varchar(20) utf8mb4|varchar(20) latin1|VALUES",
        "varchar(20) latin1|varchar(20) utf8mb4|NONE",
        "varchar(20) utf8mb3|varchar(20) utf8mb4|NONE",
        "decimal(10,2)|decimal(12,2)|NONE",
        "decimal(10,2)|decimal(10,4)|VALUES",
        "decimal(10,2)|decimal(10,0)|VALUES",
        "enum('a','b')|enum('a','b','c')|NONE",
        "enum('a','b')|enum('a')|VALUES",
        "enum('a','it''s')|enum('it''s','a')|NONE",
        "datetime(6)|datetime|VALUES",
        "datetime|datetime(3)|NONE",
        "date|datetime|NONE",
        "double|float|VALUES",
        "int|varchar(20)|NONE",
        "int|varchar(5)|VALUES",
        "int|varchar(11)|NONE",
        "smallint|varchar(6)|NONE",
        "smallint|varchar(5)|VALUES",
        "bigint unsigned|varchar(19)|VALUES",
        "varchar(20) utf8mb4|varbinary(80)|NONE",
        "varchar(20) utf8mb4|varbinary(79)|VALUES",
        "text utf8mb4|blob|NONE",
        "mediumtext utf8mb4|blob|VALUES",
        "varbinary(20)|varbinary(19)|VALUES",
        "varbinary(20)|varchar(20) utf8mb4|UNKNOWN",
        "varchar(20)|int|UNKNOWN",
        "json|longtext|UNKNOWN",
      })
  void aTypeHoldsTheValuesOfAnotherOrNot(String before, String after, String expected) {
    TypeChange change = new TypeChange(column(before), column(after));
    assertThat(change.isAny()).isEqualTo(!expected.equals("no"));
    assertThat(change.narrowing())
        .isEqualTo(expected.equals("no") ? Narrowing.NONE : Narrowing.valueOf(expected));
  }

  private static ColumnDefinition column(String type) {
    String[] words = type.split(" ", 2);
    boolean charset = words.length > 1 && !words[1].equals("unsigned");
    Optional<String> set = charset ? Optional.of(words[1]) : Optional.empty();
    return new ColumnDefinition(
        "c",
        charset ? words[0] : type,
        true,
        set,
        set.map(name -> name + "_bin"),
        Optional.empty(),
        false,
        false,
        Optional.empty(),
        true,
        false);
  }
}
