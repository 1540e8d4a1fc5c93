package dev.watershed.collector.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolFinderTest {

  /** Files as {@code name=text}, separated by {@code &}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          V1__a.sql=                                   | FLYWAY
          R__a.sql=                                    | FLYWAY
          U1__a.sql=                                   | PLAIN
          V1_a.sql=                                    | PLAIN
          1_a.up.sql=                                  | GOLANG_MIGRATE
          1_a.down.sql=                                | GOLANG_MIGRATE
          a.up.sql=                                    | PLAIN
          a.sql=--liquibase formatted sql              | LIQUIBASE
          a.sql=-- liquibase                           | PLAIN
          a.sql=INSERT INTO DATABASECHANGELOG VALUES () | LIQUIBASE
          a.sql=INSERT INTO schema_migrations VALUES () | RAILS
          a.log=ActiveRecord::SchemaMigration Create   | RAILS
          a.sql=SELECT * FROM schema_migrations        | PLAIN
          a.sql=DROP TABLE t&V1__a.sql=                | FLYWAY
          a.sql=--liquibase formatted sql&1_a.up.sql=  | GOLANG_MIGRATE
          """)
  void oneFileOfAToolTellsIt(String files, MigrationTool tool) {
    List<MigrationFile> given = new ArrayList<>();
    for (String each : files.split("&", -1)) {
      given.add(
          new MigrationFile(
              each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1)));
    }
    assertThat(ToolFinder.tool(given)).isEqualTo(tool);
  }
}
