package dev.watershed.collector.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.DefinitionReader;
import dev.watershed.sql.definition.LiteralPolicy;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.CatalogGap;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TriggerDefinition;
import dev.watershed.workload.catalog.ViewDefinition;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftRenamesTest {

  private static final String SCRIPT =
      """
      CREATE DATABASE old; CREATE DATABASE s; USE s;
      CREATE TABLE p (id int PRIMARY KEY AUTO_INCREMENT) AUTO_INCREMENT=7;
      CREATE TABLE t (
        id int PRIMARY KEY, up int, pid int, CHECK (id > 0),
        CONSTRAINT t_ibfk_1 FOREIGN KEY (pid) REFERENCES p (id),
        CONSTRAINT up FOREIGN KEY (up) REFERENCES t (id));
      CREATE TABLE c (tid int, FOREIGN KEY (tid) REFERENCES t (id));
      CREATE TABLE old.c (tid int, FOREIGN KEY (tid) REFERENCES s.t (id));
      CREATE VIEW v AS SELECT id FROM p;
      """;

  @ParameterizedTest
  @ValueSource(strings = {"ALTER TABLE t RENAME TO u;", "RENAME TABLE t TO u;"})
  void aTableHasItsNewNameAlone(String rename) {
    Catalog catalog = build(SCRIPT + rename);
    assertThat(catalog.gaps()).isEmpty();
    assertThat(catalog.schema("s").orElseThrow().tables())
        .extracting(TableDefinition::name)
        .containsExactlyInAnyOrder("p", "u", "c");
    assertThat(keys(catalog, "s", "u")).containsExactly("u_ibfk_1 p", "up u");
    assertThat(keys(catalog, "s", "c")).containsExactly("c_ibfk_1 u");
    assertThat(keys(catalog, "old", "c")).containsExactly("c_ibfk_1 s.u");
    assertThat(table(catalog, "s", "u").checks())
        .extracting(check -> check.name())
        .containsExactly("u_chk_1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE t RENAME TO old.u;",
        "RENAME TABLE t TO old.u;",
        "USE old; ALTER TABLE s.t RENAME TO u;"
      })
  void aTableMayMoveToAnotherSchema(String rename) {
    Catalog catalog = build(SCRIPT + rename);
    assertThat(catalog.gaps()).isEmpty();
    assertThat(catalog.schema("s").orElseThrow().table("t")).isEmpty();
    assertThat(keys(catalog, "old", "u")).containsExactly("u_ibfk_1 s.p", "up u");
    assertThat(keys(catalog, "s", "c")).containsExactly("c_ibfk_1 old.u");
    assertThat(keys(catalog, "old", "c")).containsExactly("c_ibfk_1 u");
  }

  @Test
  void whatElseAStatementChangesIsOfTheTableToo() {
    Catalog catalog = build(SCRIPT + "ALTER TABLE c RENAME TO d, ADD note text FIRST;");
    assertThat(table(catalog, "s", "d").columns())
        .extracting(column -> column.name())
        .containsExactly("note", "tid");
    assertThat(catalog.schema("s").orElseThrow().table("c")).isEmpty();
  }

  @Test
  void aCounterGoesAlong() {
    assertThat(build(SCRIPT + "ALTER TABLE p RENAME TO q;").statistics())
        .singleElement()
        .satisfies(
            figures -> {
              assertThat(figures.table()).isEqualTo("q");
              assertThat(figures.autoIncrement()).contains(BigInteger.valueOf(7));
            });
  }

  @Test
  void aTableMayKeepItsName() {
    Catalog catalog = build(SCRIPT + "ALTER TABLE t RENAME TO s.t;");
    assertThat(catalog.gaps()).isEmpty();
    assertThat(keys(catalog, "s", "t")).containsExactly("t_ibfk_1 p", "up t");
  }

  @Test
  void twoTablesMayChangePlaces() {
    Catalog catalog = build(SCRIPT + "RENAME TABLE p TO x, c TO p, x TO c;");
    assertThat(catalog.gaps()).isEmpty();
    assertThat(table(catalog, "s", "p").column("tid")).isPresent();
    assertThat(table(catalog, "s", "c").column("id")).isPresent();
    assertThat(keys(catalog, "s", "t")).containsExactly("t_ibfk_1 c", "up t");
  }

  @Test
  void triggersGoAlongWithinTheirSchema() {
    String script = SCRIPT + "CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW SET @x = 1;";
    assertThat(build(script + "RENAME TABLE t TO u;").schema("s").orElseThrow().triggers())
        .extracting(TriggerDefinition::table)
        .containsExactly("u");
    Catalog refused = build(script + "RENAME TABLE t TO old.u;");
    assertThat(refused.gaps())
        .extracting(CatalogGap::reason)
        .containsExactly("table 't' has triggers, which cannot move to another schema");
    assertThat(refused.schema("s").orElseThrow().table("t")).isPresent();
  }

  @Test
  void aViewMayHaveAnotherName() {
    assertThat(build(SCRIPT + "RENAME TABLE v TO w;").schema("s").orElseThrow().views())
        .extracting(ViewDefinition::name)
        .containsExactly("w");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RENAME TABLE t TO p | there is a table or view 's.p' already",
        "ALTER TABLE t RENAME TO v | there is a table or view 's.v' already",
        "RENAME TABLE missing TO u | there is no table 'missing' before it",
        "RENAME TABLE v TO old.v | there is no table 'v' before it",
      })
  void whatTheServerRefusesIsAGap(String rename, String reason) {
    Catalog catalog = build(SCRIPT + rename + ";");
    assertThat(catalog.gaps()).extracting(CatalogGap::reason).containsExactly(reason);
    assertThat(catalog.schema("s").orElseThrow().tables())
        .extracting(TableDefinition::name)
        .containsExactlyInAnyOrder("p", "t", "c");
  }

  private static List<String> keys(Catalog catalog, String schema, String table) {
    return table(catalog, schema, table).foreignKeys().stream()
        .map(key -> key.name() + " " + referenced(key))
        .toList();
  }

  private static String referenced(ForeignKey key) {
    return key.referencedSchema().map(schema -> schema + ".").orElse("") + key.referencedTable();
  }

  private static TableDefinition table(Catalog catalog, String schema, String table) {
    return catalog.schema(schema).orElseThrow().table(table).orElseThrow();
  }

  private static Catalog build(String script) {
    return CatalogBuilder.build(
        DefinitionReader.read(script, SqlMode.standard(), LiteralPolicy.REDACT),
        "dump.sql",
        Instant.EPOCH);
  }
}
