package dev.watershed.collector.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.Definition;
import dev.watershed.sql.definition.DefinitionReader;
import dev.watershed.sql.definition.LiteralPolicy;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnTablesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CREATE TABLE flyway_schema_history (a int)     | history
          INSERT INTO schema_migrations VALUES ('1')     | history
          DELETE FROM s.DATABASECHANGELOGLOCK            | history
          DROP TABLE schema_migrations, ar_internal_metadata | history
          DROP TABLE schema_migrations, plans            | neither
          ALTER TABLE plans ADD a int                    | neither
          ALTER TABLE _plans_gho ADD a int               | copy
          RENAME TABLE plans TO _plans_del, _plans_gho TO plans | copy
          RENAME TABLE plans TO _plans_old               | neither
          RENAME TABLE plans TO _plans_del, _other_gho TO other | neither
          RENAME TABLE _plans_gho TO plans               | copy
          TRUNCATE TABLE _plans_ghc                      | copy
          DROP TABLE plans, _plans_old                   | neither
          DROP TABLE IF EXISTS _plans_old                | copy
          DROP TABLE plans_old                           | neither
          CREATE TRIGGER pt_osc_s_t_ins AFTER INSERT ON t FOR EACH ROW SET @a = 1 | copy
          CREATE TRIGGER pt_ins AFTER INSERT ON t FOR EACH ROW SET @a = 1 | neither
          DROP TRIGGER pt_osc_s_t_ins                    | copy
          DROP VIEW _plans_gho                           | neither
          """)
  void theTablesOfToolsAreTold(String statement, String whose) {
    Definition definition =
        DefinitionReader.readMigration(
                statement, SqlMode.standard(), LiteralPolicy.REDACT, Optional.of("s"))
            .definitions()
            .get(0)
            .definition();
    assertThat(OwnTables.isHistory(definition)).isEqualTo(whose.equals("history"));
    assertThat(OwnTables.isCopy(definition)).isEqualTo(whose.equals("copy"));
  }
}
