package dev.watershed.sql.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.AlterAction.SetOptions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlterTableTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ADD a int, ADD KEY k (a), ENGINE=InnoDB|true",
        "MODIFY a int, CHANGE b B int|true",
        "ADD a int FIRST|false",
        "ADD a int AFTER b|false",
        "ADD COLUMN IF NOT EXISTS a int|false",
        "MODIFY a int AFTER b|false",
        "CHANGE a b int|false",
        "DROP a|false",
        "ADD a int, DROP b|false",
      })
  void aDumpAddsOnly(String clauses, boolean addsOnly) {
    assertThat(alter(clauses).addsOnly()).isEqualTo(addsOnly);
  }

  @Test
  void whatIsSaidLastHolds() {
    TableOptions options =
        alter("ENGINE=MyISAM ROW_FORMAT=COMPACT, AUTO_INCREMENT=7, ENGINE=InnoDB, COMMENT='c'")
            .options();
    assertThat(options.engine()).contains("InnoDB");
    assertThat(options.rowFormat()).contains("COMPACT");
    assertThat(options.autoIncrement()).hasValueSatisfying(next -> assertThat(next).isEqualTo(7));
    assertThat(options.commented()).isTrue();
    assertThat(options.charset()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DROP PARTITION p, q|p q",
        "REORGANIZE PARTITION p, q INTO (PARTITION r VALUES IN (1))|p q",
        "REBUILD PARTITION p|p",
        "TRUNCATE PARTITION ALL|''",
        "EXCHANGE PARTITION p WITH TABLE o|p",
        "COALESCE PARTITION 1|''",
        "REMOVE PARTITIONING|''",
      })
  void aChangeOfPartitionsNamesThem(String clause, String names) {
    PartitionAction action = (PartitionAction) alter(clause).actions().get(0).action();
    assertThat(String.join(" ", action.named())).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "ENCRYPTION='Y',ENCRYPTION",
        "ENCRYPTION 'y',ENCRYPTION",
        "ENCRYPTION='N',NO_ENCRYPTION",
        "encryption 'n',NO_ENCRYPTION",
        "ENCRYPTION='',NO_ENCRYPTION",
        "encrypted=YES,ENCRYPTION",
        "TABLESPACE=g,TABLESPACE",
        "TABLESPACE `g` STORAGE DISK,TABLESPACE",
        "PAGE_COMPRESSION_LEVEL=5,",
        "KEY_BLOCK_SIZE 8,KEY_BLOCK_SIZE",
        "PAGE_COMPRESSED=1,PAGE_COMPRESSED",
        "COMMENT='KEY_BLOCK_SIZE',",
        "STATS_PERSISTENT=1,",
      })
  void anOptionMaySayHowPagesAreStored(String option, StorageOption storage) {
    SetOptions set = (SetOptions) alter(option).actions().get(0).action();
    assertThat(set.storage()).isEqualTo(Optional.ofNullable(storage));
  }

  private static AlterTable alter(String clauses) {
    DefinitionScript script =
        DefinitionReader.readMigration(
            "ALTER TABLE t " + clauses, SqlMode.standard(), LiteralPolicy.REDACT, Optional.empty());
    assertThat(script.issues()).isEmpty();
    return (AlterTable) script.definitions().get(0).definition();
  }
}
