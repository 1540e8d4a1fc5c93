package dev.watershed.sql.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.Definition.ChangeData;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlterReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "DROP COLUMN a, DROP b RESTRICT|DropPart COLUMN a; DropPart COLUMN b",
        "DROP a CASCADE, DROP b|DropPart COLUMN a; DropPart COLUMN b",
        "DROP IF EXISTS a|DropPart COLUMN a if exists",
        "DROP INDEX i, DROP KEY k|DropPart INDEX i; DropPart INDEX k",
        "DROP PRIMARY KEY|DropPart INDEX PRIMARY",
        "DROP FOREIGN KEY f, DROP CONSTRAINT c, DROP CHECK d"
            + "|DropPart FOREIGN_KEY f; DropPart CONSTRAINT c; DropPart CHECK d",
        "DROP `check`, DROP column `index`|DropPart COLUMN check; DropPart COLUMN index",
        "RENAME COLUMN a TO b, RENAME INDEX i TO j|Rename COLUMN a b; Rename INDEX i j",
        "RENAME KEY IF EXISTS i TO j|Rename INDEX i j if exists",
        "RENAME TO s.b|RenameTable s.b",
        "RENAME AS b|RenameTable b",
        "RENAME = b|RenameTable b",
        "RENAME b|RenameTable b",
        "ALTER COLUMN a SET DEFAULT 'x'|SetDefault a ?",
        "ALTER a SET DEFAULT (uuid())|SetDefault a (uuid())",
        "ALTER a SET DEFAULT NULL|SetDefault a null",
        "ALTER a DROP DEFAULT|SetDefault a none",
        "ALTER a SET INVISIBLE|SetVisible COLUMN a false",
        "ALTER INDEX i INVISIBLE|SetVisible INDEX i false",
        "ALTER KEY IF EXISTS i NOT IGNORED|SetVisible INDEX i true",
        "ALTER CHECK c NOT ENFORCED|SetVisible CHECK c false",
        "ALTER CONSTRAINT c ENFORCED|SetVisible CONSTRAINT c true",
        "ADD a int AFTER b, ADD COLUMN (c int, d int)|Add a after b; Add c d",
        "ADD COLUMN IF NOT EXISTS a int FIRST|Add a first unless",
        "ADD INDEX IF NOT EXISTS i (a)|Add i unless",
        "ADD CONSTRAINT IF NOT EXISTS f FOREIGN KEY (a) REFERENCES t (b)|Add f unless",
        "ADD UNIQUE KEY u (a), ADD PRIMARY KEY (b), ADD FULLTEXT w (c)|Add u; Add PRIMARY; Add w",
        "CHANGE a b int NOT NULL AFTER c|ChangeColumn a b after c",
        "MODIFY COLUMN IF EXISTS a int FIRST|ChangeColumn a a first if exists",
        "CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin|ConvertCharset utf8mb4 utf8mb4_bin",
        "CONVERT TO CHARSET DEFAULT|ConvertCharset default default",
        "DEFAULT CHARACTER SET = utf8mb4|SetOptions",
        "ENGINE InnoDB ROW_FORMAT=DYNAMIC, AUTO_INCREMENT 7|SetOptions; SetOptions; SetOptions",
        "PAGE_COMPRESSED=1|SetOptions",
        "FORCE, ALGORITHM=COPY, LOCK SHARED|Rebuild",
        "ORDER BY a, b DESC, ADD c int|OrderRows a b; Add c",
        "ENABLE KEYS, DISABLE KEYS|~~",
        "DISCARD TABLESPACE|Tablespace true",
        "ADD SYSTEM VERSIONING|Versioning true",
        "ADD PARTITION (PARTITION p VALUES LESS THAN (5))|AddPartitions p 1",
        "ADD PARTITION PARTITIONS 4|AddPartitions 4",
        "DROP PARTITION p, q|DropPartitions p q",
        "TRUNCATE PARTITION ALL|Maintain TRUNCATE",
        "REBUILD PARTITION p|Maintain REBUILD p",
        "COALESCE PARTITION 2|Coalesce 2",
        "REORGANIZE PARTITION p INTO (PARTITION q VALUES IN (1, 2))|Reorganize p to q",
        "EXCHANGE PARTITION p WITH TABLE o WITHOUT VALIDATION|Exchange p o false",
        "ENGINE=InnoDB REMOVE PARTITIONING|SetOptions; RemovePartitioning",
        "ADD a int PARTITION BY HASH (a) PARTITIONS 3|Add a; SetOptions",
        "WAIT 5 ADD a int|Add a",
        "ADD a int, ADD PERIOD FOR SYSTEM_TIME (b, c), ADD period int|Add a; Add; Add period",
      })
  void everyClauseIsRead(String clauses, String expected) {
    DefinitionScript script = read("ALTER TABLE t " + clauses);
    assertThat(script.issues()).isEmpty();
    AlterTable alter = (AlterTable) script.definitions().get(0).definition();
    assertThat(String.join("; ", alter.actions().stream().map(AlterReaderTest::described).toList()))
        .isEqualTo(expected);
  }

  @Test
  void aClauseHasItsPlaceAndTheStatementItsOwn() {
    DefinitionScript script =
        read("\n  ALTER TABLE t\n    ADD a int,\n    DROP b, LOCK=NONE, ALGORITHM=instant;");
    LocatedDefinition statement = script.definitions().get(0);
    assertThat(statement.line()).isEqualTo(2);
    assertThat(statement.column()).isEqualTo(3);
    AlterTable alter = (AlterTable) statement.definition();
    assertThat(alter.actions())
        .extracting(LocatedAction::place)
        .containsExactly(new ScriptPlace(3, 5), new ScriptPlace(4, 5));
    assertThat(alter.algorithm()).contains("INSTANT");
    assertThat(alter.lock()).contains("NONE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "CREATE INDEX i ON t (a) ALGORITHM=INPLACE LOCK=NONE|AlterTable",
        "CREATE INDEX i ON t (a) WAIT 5 COMMENT 'c' ALGORITHM=INPLACE|AlterTable",
        "DROP INDEX i ON t|AlterTable",
        "DROP INDEX i ON t NOWAIT|AlterTable",
        "RENAME TABLE a TO b, b TO s.c|RenameTables",
        "TRUNCATE t|Truncate",
        "TRUNCATE TABLE s.t WAIT 3|Truncate",
        "CREATE TABLE a LIKE b|CreateTable",
        "CREATE TABLE a AS SELECT 1|CreateTable",
        "CREATE TABLE a (b int) IGNORE SELECT 1 AS b|CreateTable",
        "CREATE TABLE a (SELECT 1 AS b)|CreateTable",
        "CREATE TEMPORARY TABLE a (b int)|~~",
        "CREATE TEMPORARY TABLE a (b int); ALTER TABLE a ADD c int; INSERT INTO a VALUES (1);"
            + " DROP TABLE a; DROP TABLE a|Drop",
        "CREATE TEMPORARY TABLE a (b int); CREATE INDEX i ON a (b); DROP INDEX i ON a;"
            + " CREATE INDEX i ON c (b)|AlterTable",
        "CREATE TEMPORARY TABLE a (b int); ALTER TABLE a ADD c int, RENAME TO d; DROP TABLE d;"
            + " DROP TABLE a|Drop",
        "CREATE TEMPORARY TABLE a (b int); DROP TABLE other.a; DROP TABLE shop.a|Drop",
        "DROP TEMPORARY TABLE a|~~",
        "DROP TABLE IF EXISTS a, b CASCADE|Drop",
        "ALTER ALGORITHM=MERGE DEFINER=x@y SQL SECURITY INVOKER VIEW v AS SELECT 1|CreateView",
        "ALTER DATABASE s CHARACTER SET latin1|DefineSchema",
        "SET STATEMENT max_statement_time=1 FOR ALTER TABLE t ADD a int|AlterTable",
        "UPDATE t SET a = 1|ChangeData",
        "WITH x AS (SELECT 1) UPDATE t, x SET a = 1|ChangeData",
        "WITH x AS (SELECT 1) SELECT * FROM x|~~",
        "SELECT 1; BEGIN; COMMIT; SET @a = 1; (SELECT 1) UNION (SELECT 2); TABLE t; XA START 'a'|~~",
      })
  void theStatementsOfAMigrationAreRead(String sql, String expected) {
    DefinitionScript script = read(sql);
    assertThat(script.issues()).isEmpty();
    assertThat(
            script.definitions().stream()
                .map(one -> one.definition().getClass().getSimpleName())
                .toList())
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INSERT IGNORE INTO s.t VALUES ('secret')|INSERT|s.t",
        "REPLACE t SET a = 1|REPLACE|t",
        "DELETE LOW_PRIORITY FROM t WHERE a = 'secret'|DELETE|t",
        "UPDATE IGNORE t SET a = 1|UPDATE|t",
        "LOAD DATA INFILE 'secret' INTO TABLE t|LOAD|t",
      })
  void aStatementThatChangesRowsSaysWhose(String sql, String verb, String table) {
    ChangeData change = (ChangeData) read(sql).definitions().get(0).definition();
    assertThat(change.verb()).isEqualTo(verb);
    assertThat(change.table().map(AlterReaderTest::name)).contains(table);
    assertThat(change.text()).startsWith(verb).doesNotContain("secret");
  }

  @Test
  void aDelimiterIsFollowed() {
    DefinitionScript script =
        read(
            "DELIMITER //\nCREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW\nBEGIN SET @a = 1;"
                + " END//\nDELIMITER ;\nDROP TABLE t;");
    assertThat(script.issues()).isEmpty();
    assertThat(script.definitions()).extracting(LocatedDefinition::line).containsExactly(2, 5);
  }

  @Test
  void aDumpHasNoRows() {
    String script = "INSERT INTO t VALUES (1); CALL p(); CREATE TABLE t (a int);";
    DefinitionScript dump = DefinitionReader.read(script, SqlMode.standard(), LiteralPolicy.REDACT);
    assertThat(dump.definitions()).hasSize(1);
    assertThat(dump.issues()).isEmpty();
    assertThat(read(script).definitions()).hasSize(2);
    assertThat(read(script).issues()).hasSize(1);
  }

  @Test
  void theCheckOfForeignKeysIsFollowed() {
    DefinitionScript script =
        read(
            "DROP TABLE a; SET FOREIGN_KEY_CHECKS = 0; DROP TABLE b;"
                + " SET @@session.foreign_key_checks = ON; DROP TABLE c;");
    assertThat(script.definitions())
        .extracting(LocatedDefinition::foreignKeyChecks)
        .containsExactly(true, false, true);
  }

  @Tag("long")
  @Test
  void noTextMakesItFail() {
    String[] words =
        ("ALTER TABLE t ADD COLUMN a int , DROP CHANGE MODIFY RENAME TO INDEX ( ) PARTITION BY"
                + " HASH CONVERT CHARACTER SET 'x ORDER FIRST AFTER ; -- \n = DEFAULT WITH UPDATE"
                + " CREATE TRIGGER VIEW TEMPORARY /* */ ` 5")
            .split(" ", -1);
    Random random = new Random(71);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "ALTER TABLE t " : "");
      for (int i = random.nextInt(12); i >= 0; i--) {
        text.append(words[random.nextInt(words.length)]).append(' ');
      }
      DefinitionScript script = read(text.toString());
      assertThat(script.definitions().size() + script.issues().size()).isLessThan(14);
    }
  }

  private static DefinitionScript read(String sql) {
    return DefinitionReader.readMigration(
        sql, SqlMode.standard(), LiteralPolicy.REDACT, Optional.of("shop"));
  }

  private static String name(QualifiedName name) {
    return name.schema().map(schema -> schema + ".").orElse("") + name.name();
  }

  private static String described(LocatedAction located) {
    AlterAction action = located.action();
    String kind = action.getClass().getSimpleName();
    if (action instanceof AlterAction.Add add) {
      return kind
          + names(add.elements())
          + position(add.position())
          + (add.unlessExists() ? " unless" : "");
    }
    if (action instanceof AlterAction.ChangeColumn change) {
      return kind
          + " "
          + change.from()
          + " "
          + change.column().name()
          + position(change.position())
          + ifExists(change.ifExists());
    }
    if (action instanceof AlterAction.DropPart drop) {
      return kind + " " + drop.kind() + " " + drop.name() + ifExists(drop.ifExists());
    }
    if (action instanceof AlterAction.Rename rename) {
      return kind
          + " "
          + rename.kind()
          + " "
          + rename.from()
          + " "
          + rename.to()
          + ifExists(rename.ifExists());
    }
    if (action instanceof AlterAction.SetDefault set) {
      return kind
          + " "
          + set.column()
          + " "
          + (set.dropped() ? "none" : set.value().orElse("null"));
    }
    if (action instanceof AlterAction.SetVisible set) {
      return kind + " " + set.kind() + " " + set.name() + " " + set.visible();
    }
    if (action instanceof AlterAction.RenameTable rename) {
      return kind + " " + name(rename.to());
    }
    if (action instanceof AlterAction.ConvertCharset convert) {
      return kind
          + " "
          + convert.charset().orElse("default")
          + " "
          + convert.collation().orElse("default");
    }
    if (action instanceof AlterAction.OrderRows order) {
      return kind + " " + String.join(" ", order.columns());
    }
    if (action instanceof AlterAction.Tablespace tablespace) {
      return kind + " " + tablespace.discarded();
    }
    if (action instanceof AlterAction.Versioning versioning) {
      return kind + " " + versioning.added();
    }
    return action instanceof PartitionAction partitions ? partitions(kind, partitions) : kind;
  }

  private static String partitions(String kind, PartitionAction action) {
    if (action instanceof PartitionAction.AddPartitions add) {
      return kind + parts(add.parts()) + " " + add.count();
    }
    if (action instanceof PartitionAction.DropPartitions drop) {
      return kind + " " + String.join(" ", drop.names());
    }
    if (action instanceof PartitionAction.Maintain maintain) {
      return (kind + " " + maintain.operation() + " " + String.join(" ", maintain.names())).strip();
    }
    if (action instanceof PartitionAction.Coalesce coalesce) {
      return kind + " " + coalesce.count();
    }
    if (action instanceof PartitionAction.Reorganize reorganize) {
      return kind + " " + String.join(" ", reorganize.names()) + " to" + parts(reorganize.parts());
    }
    return action instanceof PartitionAction.Exchange exchange
        ? kind
            + " "
            + exchange.partition()
            + " "
            + name(exchange.table())
            + " "
            + exchange.validated()
        : kind;
  }

  private static String parts(List<TableOptions.Part> parts) {
    return String.join("", parts.stream().map(part -> " " + part.name()).toList());
  }

  private static String names(List<TableElement> elements) {
    StringBuilder names = new StringBuilder();
    for (TableElement element : elements) {
      if (element instanceof TableElement.Column column) {
        names.append(' ').append(column.name());
      } else if (element instanceof TableElement.Index index) {
        names.append(' ').append(index.primary() ? "PRIMARY" : index.name().orElse(""));
      } else if (element instanceof TableElement.Reference reference) {
        names.append(' ').append(reference.name().orElse(""));
      }
    }
    return names.toString();
  }

  private static String position(ColumnPosition position) {
    return position.first() ? " first" : position.after().map(name -> " after " + name).orElse("");
  }

  private static String ifExists(boolean ifExists) {
    return ifExists ? " if exists" : "";
  }
}
