package dev.watershed.collector.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationToolTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          flyway_schema_history | version description installed_on success type | flyway
          schema_version        | version description installed_on success type | flyway
          flyway_schema_history | version description installed_on success  | -
          DATABASECHANGELOG     | id author filename dateexecuted exectype  | liquibase
          schema_migrations     | version                                   | rails
          schema_migrations     | version dirty                             | golang-migrate
          django_migrations     | id app name applied                       | django
          migrations            | id migration batch                        | laravel
          migrations            | id from to distance                       | -
          _prisma_migrations    | id migration_name finished_at             | prisma
          schema_version        | version                                   | -
          orders                | version description installed_on success type | -
          """)
  void aToolIsKnownByTheNameAndTheColumnsOfItsTable(String table, String columns, String tool) {
    Set<String> names = Arrays.stream(columns.split(" ")).collect(Collectors.toSet());

    assertThat(MigrationTool.of(table, names).map(MigrationTool::name).orElse(null))
        .isEqualTo(tool);
  }
}
