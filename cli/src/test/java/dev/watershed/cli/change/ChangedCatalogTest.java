package dev.watershed.cli.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.change.OnlineDdl;
import dev.watershed.analyzer.change.OnlineStatement;
import dev.watershed.analyzer.change.SchemaChange;
import dev.watershed.analyzer.change.SchemaChanges;
import dev.watershed.collector.dump.CatalogStep;
import dev.watershed.collector.dump.StepResult;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.DefinitionReader;
import dev.watershed.sql.definition.LiteralPolicy;
import dev.watershed.sql.definition.LocatedDefinition;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableStatistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements from their text to their changes, without a server. */
class ChangedCatalogTest {

  private static final String BASE =
      "CREATE TABLE p (id int PRIMARY KEY);"
          + "CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(20) NOT NULL DEFAULT 'x', c text,"
          + " s int, KEY b (b), KEY s (s), UNIQUE ab (a, b), CONSTRAINT f FOREIGN KEY (s)"
          + " REFERENCES p (id), CONSTRAINT k CHECK (a > 0));"
          + "CREATE TABLE h (id int PRIMARY KEY) PARTITION BY HASH (id) PARTITIONS 4;"
          + "CREATE VIEW v AS SELECT 1 AS x;"
          + "CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET @a = 1;";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CREATE TABLE n (a int)|TableCreated",
        "CREATE TABLE IF NOT EXISTS t (a int)|",
        "DROP TABLE h|TableDropped",
        "DROP TABLE IF EXISTS nothing|",
        "RENAME TABLE h TO hh|TableRenamed",
        "TRUNCATE h|TableEmptied",
        "UPDATE t SET a = 1|DataChanged",
        "ALTER TABLE t ADD x int|ColumnAdded",
        "ALTER TABLE t ADD x int FIRST, ADD KEY x (x)|ColumnAdded IndexAdded",
        "ALTER TABLE t DROP c|ColumnDropped",
        "ALTER TABLE t DROP b|ColumnDropped IndexDropped IndexDropped IndexAdded",
        "ALTER TABLE t RENAME COLUMN c TO cc|ColumnRenamed",
        "ALTER TABLE t RENAME COLUMN b TO bb|ColumnRenamed",
        "ALTER TABLE t CHANGE c cc mediumtext|ColumnRenamed ColumnRetyped",
        "ALTER TABLE t MODIFY c text|",
        "ALTER TABLE t MODIFY c text FIRST|ColumnMoved",
        "ALTER TABLE t MODIFY b varchar(20) NOT NULL|DefaultChanged",
        "ALTER TABLE t MODIFY b varchar(20) DEFAULT 'x'|ColumnNullability",
        "ALTER TABLE t ALTER b DROP DEFAULT|DefaultChanged",
        "ALTER TABLE t RENAME INDEX b TO bb|IndexRenamed",
        "ALTER TABLE t ALTER INDEX b INVISIBLE|IndexVisibility",
        "ALTER TABLE t DROP INDEX b, ADD INDEX b (b)|",
        "ALTER TABLE t DROP INDEX b, ADD INDEX b (b, a)|IndexDropped IndexAdded",
        "ALTER TABLE t DROP PRIMARY KEY|PrimaryKeyChanged",
        "ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (id, a)"
            + "|ColumnNullability PrimaryKeyChanged",
        "ALTER TABLE t DROP FOREIGN KEY f|ForeignKeyDropped",
        "ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES p (id)|ForeignKeyAdded",
        "ALTER TABLE t DROP CHECK k|CheckDropped",
        "ALTER TABLE t ADD CHECK (a < 9)|CheckAdded",
        "ALTER TABLE t ENGINE=InnoDB|EngineOrFormatChanged",
        "ALTER TABLE t FORCE|EngineOrFormatChanged",
        "ALTER TABLE t COMMENT='x'|OptionsChanged",
        "ALTER TABLE t CONVERT TO CHARACTER SET latin1|CharsetConverted",
        "ALTER TABLE t DEFAULT CHARSET latin1|DefaultCharsetChanged",
        "ALTER TABLE h COALESCE PARTITION 2|PartitioningChanged",
        "ALTER TABLE h REMOVE PARTITIONING|PartitioningChanged",
        "ALTER TABLE h ADD y int, RENAME TO hh|ColumnAdded TableRenamed",
        "CREATE OR REPLACE VIEW v AS SELECT 2 AS x, 3 AS y|ViewChanged",
        "DROP VIEW v|ViewChanged",
        "DROP TRIGGER g|TriggerDropped",
        "CREATE TRIGGER g2 AFTER INSERT ON t FOR EACH ROW SET @a = 2|TriggerAdded",
        "CREATE PROCEDURE q () SELECT 1|ProgramChanged",
        "CREATE DATABASE other|SchemaDefined",
        "CREATE INDEX i ON t (a)|IndexAdded",
        "DROP INDEX b ON t|IndexDropped",
      })
  void aStatementIsItsChanges(String sql, String expected) {
    Catalog before = base();
    LocatedDefinition statement = read(sql).get(0);
    StepResult after = CatalogStep.run(before, statement);
    assertThat(after.problem()).isEmpty();
    List<String> changes =
        SchemaChanges.of(statement, before, after.catalog(), "a.sql").stream()
            .map(change -> change.getClass().getSimpleName())
            .toList();
    assertThat(String.join(" ", changes)).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void aChangeStandsAtItsClause() {
    Catalog before = base();
    LocatedDefinition statement = read("\nALTER TABLE t\n  ADD x int,\n  DROP c").get(0);
    Catalog after = CatalogStep.run(before, statement).catalog();
    List<SchemaChange> changes = SchemaChanges.of(statement, before, after, "m/a.sql");
    assertThat(changes)
        .extracting(
            change ->
                change.at().place().path()
                    + ":"
                    + change.at().place().line()
                    + ":"
                    + change.at().place().column())
        .containsExactlyInAnyOrder("m/a.sql:3:3", "m/a.sql:4:3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TABLE t ADD x int|INSTANT|false",
        "ALTER TABLE t ADD x int, ALGORITHM=COPY|COPY|false",
        "ALTER TABLE t ADD x int, ADD KEY x (x)|INPLACE|false",
        "ALTER TABLE t ADD x int, ADD KEY x (x), ALGORITHM=INSTANT|INPLACE|true",
        "ALTER TABLE t ENCRYPTION='Y'|COPY|false",
        "ALTER TABLE t COMMENT='x', KEY_BLOCK_SIZE=8, LOCK=NONE|INPLACE|false",
        "ALTER TABLE t MODIFY a bigint, LOCK=NONE|COPY|true",
        "ALTER TABLE t MODIFY a bigint, ALGORITHM=INPLACE|COPY|true",
        "ALTER TABLE t ADD KEY x (a), LOCK=NONE|INPLACE|false",
        "ALTER TABLE t ADD KEY x (a), ALGORITHM=COPY, LOCK=NONE|COPY|true",
      })
  void aStatementRunsAsItsWorstChange(String sql, String mode, boolean refused) {
    Catalog before = base();
    LocatedDefinition statement = read(sql).get(0);
    Catalog after = CatalogStep.run(before, statement).catalog();
    OnlineStatement online =
        OnlineDdl.statement(statement, SchemaChanges.of(statement, before, after, "a.sql"), before)
            .orElseThrow();
    assertThat(online.verdict().mode().name()).isEqualTo(mode);
    assertThat(online.refused()).isEqualTo(refused);
  }

  @Test
  void figuresStayWithTheirTable() {
    Catalog before = base();
    assertThat(rows(before, "t")).hasValue(0);
    Catalog after = run(before, "RENAME TABLE h TO hh; ALTER TABLE t ADD y int; DROP TABLE v2");
    assertThat(rows(after, "hh")).hasValue(0);
    assertThat(after.statistics("shop", "h")).isEmpty();
    assertThat(run(after, "DROP TABLE hh").statistics("shop", "hh")).isEmpty();
  }

  @Test
  void tablesThatAreNotConcernedAreNotTouched() {
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < 2_100; i++) {
      script.append("CREATE TABLE t").append(i).append(" (id int PRIMARY KEY, a int, KEY a (a));");
    }
    Catalog before = run(empty(), script.toString());
    Catalog after = run(before, "ALTER TABLE t7 ADD b int; DROP TABLE t8");
    Set<TableDefinition> was = Collections.newSetFromMap(new IdentityHashMap<>());
    was.addAll(before.schema("shop").orElseThrow().tables());
    long same = after.schema("shop").orElseThrow().tables().stream().filter(was::contains).count();
    assertThat(same).isEqualTo(2_098);
  }

  private static OptionalLong rows(Catalog catalog, String table) {
    return catalog
        .statistics("shop", table)
        .map(TableStatistics::rows)
        .orElse(OptionalLong.empty());
  }

  private static Catalog base() {
    return run(empty(), BASE);
  }

  /** Statements that fail change nothing. */
  private static Catalog run(Catalog before, String sql) {
    Catalog catalog = before;
    for (LocatedDefinition statement : read(sql)) {
      catalog = CatalogStep.run(catalog, statement).catalog();
    }
    return catalog;
  }

  private static Catalog empty() {
    return new Catalog(
        Instant.EPOCH,
        Optional.of("9.7.0"),
        List.of(
            new SchemaDefinition(
                "shop", Optional.of("utf8mb4"), Optional.of("utf8mb4_0900_ai_ci"), List.of())),
        new ArrayList<>(),
        List.of(),
        List.of());
  }

  private static List<LocatedDefinition> read(String sql) {
    return DefinitionReader.readMigration(
            sql, SqlMode.standard(), LiteralPolicy.REDACT, Optional.of("shop"))
        .definitions();
  }
}
