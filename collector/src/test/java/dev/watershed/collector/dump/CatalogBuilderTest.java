package dev.watershed.collector.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.DefinitionReader;
import dev.watershed.sql.definition.LiteralPolicy;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.CatalogGap;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TriggerDefinition;
import dev.watershed.workload.catalog.ViewDefinition;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogBuilderTest {

  private static final String MYSQL_5 = "-- Server version\t5.7.44\n";
  private static final String MARIADB_10 = "-- Server version\t10.11.14-MariaDB\n";
  private static final String MARIADB_11 = "-- Server version\t11.8.3-MariaDB\n";

  /** The server that wrote the dump agrees, line by line: {@link LiveDumpTest}. */
  @Test
  void aDumpOfMySqlHasEveryKindOfObject() throws IOException {
    Catalog catalog = build(LiveDumpTest.resource("mysql-9.7.sql"));

    assertThat(catalog.gaps()).isEmpty();
    assertThat(catalog.serverVersion()).contains("9.7.4-2");
    assertThat(String.join("\n", CatalogLines.of(catalog)) + "\n")
        .isEqualTo(LiveDumpTest.resource("mysql-9.7.txt"));
  }

  @Test
  void noLiteralOfADumpIsLeft() throws IOException {
    String catalog = build(LiveDumpTest.resource("mysql-9.7.sql")).toString();
    assertThat(catalog)
        .doesNotContain(
            "root@example.com", "cancelled", "fixed", "2026-01-01", "lower case", "all of them")
        .doesNotContain("4711 ", "$.age", "1999", "003344", "0.001", "LESS THAN");
    assertThat(catalog).contains("enum('active','on hold','it''s gone')");
  }

  @Test
  void theViewOfADumpHasTheColumnsOfItsPlaceholder() throws IOException {
    Catalog catalog = build(LiveDumpTest.resource("mysql-9.7.sql"));
    ViewDefinition view = catalog.schema("shop").orElseThrow().views().get(1);
    assertThat(view.name()).isEqualTo("active_members");
    assertThat(view.columns()).containsExactly("id", "email", "label");
    assertThat(view.algorithm()).isEqualTo("MERGE");
    assertThat(view.query()).startsWith("select `members`.`id` AS `id`").contains("= ?)");
  }

  @Test
  void aCounterIsAStatisticWithItsLimit() throws IOException {
    assertThat(build(LiveDumpTest.resource("mysql-9.7.sql")).statistics())
        .singleElement()
        .satisfies(
            table -> {
              assertThat(table.table()).isEqualTo("members");
              assertThat(table.autoIncrement()).contains(BigInteger.valueOf(4_711));
              assertThat(table.autoIncrementLimit())
                  .contains(BigInteger.TWO.pow(64).subtract(BigInteger.ONE));
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "''; a text; utf8mb4; utf8mb4_0900_ai_ci",
        "5; a text; utf8mb4; utf8mb4_general_ci",
        "10; a text; utf8mb4; utf8mb4_general_ci",
        "11; a text; utf8mb4; utf8mb4_uca1400_ai_ci",
        "''; a text charset utf8; utf8mb3; utf8mb3_general_ci",
        "11; a text charset utf8; utf8mb3; utf8mb3_uca1400_ai_ci",
        "''; a text charset latin1; latin1; latin1_swedish_ci",
        "''; a text charset sjis; sjis; sjis_japanese_ci",
        "''; a text collate utf8_bin; utf8mb3; utf8mb3_bin",
        "''; a text charset latin1 binary; latin1; latin1_bin",
        "''; a text binary; utf8mb4; utf8mb4_bin",
        "11; a text collate uca1400_as_cs; utf8mb4; utf8mb4_uca1400_as_cs",
        "''; a blob; ''; ''",
        "''; a json; ''; ''",
      })
  void aTextHasTheCollationThatItsServerGives(
      String server, String column, String charset, String collation) {
    Catalog catalog =
        build(
            head(server)
                + "CREATE DATABASE s CHARSET utf8mb4; USE s; CREATE TABLE t ("
                + column
                + ");");
    ColumnDefinition found = table(catalog).columns().get(0);
    assertThat(found.charset().orElse("")).isEqualTo(charset);
    assertThat(found.collation().orElse("")).isEqualTo(collation);
  }

  @Test
  void aTableThatIsThereStaysWhereTheDefinitionSaysSo() {
    String script = "USE s; CREATE TABLE t (a int); CREATE TABLE %s t (b int);";
    assertThat(table(build(script.formatted("IF NOT EXISTS"))).columns())
        .extracting(ColumnDefinition::name)
        .containsExactly("a");
    assertThat(table(build(script.formatted(""))).columns())
        .extracting(ColumnDefinition::name)
        .containsExactly("b");
  }

  @Test
  void withoutACharacterSetAnywhereItIsUnknown() {
    ColumnDefinition column = table(build("USE s; CREATE TABLE t (a text);")).columns().get(0);
    assertThat(column.collation()).isEmpty();
    assertThat(column.charset()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "''; int(11) unsigned; int unsigned",
        "''; tinyint(1); tinyint(1)",
        "''; int(5) zerofill; int(5) unsigned zerofill",
        "5; int(11); int(11)",
        "10; bigint(20) unsigned; bigint(20) unsigned",
        "10; geometrycollection; geometrycollection",
      })
  void aTypeIsAsItsServerWritesIt(String server, String written, String type) {
    Catalog catalog = build(head(server) + "USE s; CREATE TABLE t (a " + written + ");");
    assertThat(table(catalog).columns().get(0).type()).isEqualTo(type);
  }

  @Test
  void whatADefinitionLeavesToTheServerIsFilledIn() {
    TableDefinition table =
        table(
            build(
                """
                USE s;
                CREATE TABLE t (
                  b int, a int UNIQUE, c varchar(9), KEY (b), KEY (b, c), KEY ((lower(c))),
                  KEY whole (c(9)), CHECK (a > 0),
                  FOREIGN KEY (c) REFERENCES o (x), CONSTRAINT f FOREIGN KEY (a, b) REFERENCES o,
                  PRIMARY KEY (b));
                CREATE TABLE o (x int, y int, PRIMARY KEY (x, y));
                """));
    assertThat(table.indexes())
        .extracting(IndexDefinition::name)
        .containsExactly("PRIMARY", "a", "b", "b_2", "functional_index", "whole", "f");
    assertThat(table.column("b").orElseThrow().nullable()).isFalse();
    assertThat(table.column("a").orElseThrow().nullable()).isTrue();
    assertThat(table.indexes().get(5).parts().get(0).prefixLength()).isEmpty();
    assertThat(table.foreignKeys())
        .extracting(key -> key.name() + " " + key.referencedColumns())
        .containsExactly("t_ibfk_1 [x]", "f [x, y]");
    assertThat(table.checks()).extracting(check -> check.name()).containsExactly("t_chk_1");
  }

  @Test
  void whatIsAlteredOrCopiedLaterCounts() {
    Catalog catalog =
        build(
            """
            USE s;
            CREATE TABLE t (id int(11) NOT NULL) ENGINE=MyISAM;
            ALTER TABLE t ADD PRIMARY KEY (id), ADD note text, ENGINE=InnoDB;
            ALTER TABLE t MODIFY id bigint NOT NULL AUTO_INCREMENT, AUTO_INCREMENT=7;
            CREATE TABLE copy LIKE t;
            CREATE TABLE gone (a int);
            DROP TABLE gone;
            """);
    SchemaDefinition schema = catalog.schemas().get(0);
    assertThat(schema.tables()).extracting(TableDefinition::name).containsExactly("copy", "t");
    for (TableDefinition table : schema.tables()) {
      assertThat(table.engine()).contains("InnoDB");
      assertThat(table.columns()).extracting(ColumnDefinition::name).containsExactly("id", "note");
      assertThat(table.columns().get(0).autoIncrement()).isTrue();
      assertThat(table.primaryKey()).isPresent();
    }
    assertThat(catalog.statistics()).extracting(table -> table.table()).containsExactly("t");
  }

  @Test
  void triggersAreInTheOrderOfTheirRun() {
    Catalog catalog =
        build(
            """
            USE s;
            CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW SET @x = 1;
            CREATE TRIGGER b BEFORE INSERT ON t FOR EACH ROW PRECEDES a SET @x = 2;
            CREATE TRIGGER c BEFORE INSERT ON t FOR EACH ROW FOLLOWS b SET @x = 3;
            CREATE TRIGGER d AFTER INSERT ON t FOR EACH ROW SET @x = 4;
            """);
    assertThat(catalog.schemas().get(0).triggers())
        .extracting(TriggerDefinition::name, TriggerDefinition::order)
        .containsExactly(tuple("a", 3), tuple("b", 1), tuple("c", 2), tuple("d", 1));
  }

  @Test
  void whatMakesNoSenseIsAGapAtItsLineAndTheRestIsThere() {
    Catalog catalog =
        build(
            """
            CREATE TABLE nowhere (a int);
            USE s;
            CREATE TABLE t (a int);
            ALTER TABLE missing ADD KEY (a);
            CREATE TABLE u (a int FOO);
            CREATE TABLE twice (a int, A int, KEY k (a), KEY k (a));
            """);
    assertThat(catalog.schemas().get(0).tables())
        .extracting(TableDefinition::name)
        .containsExactly("t");
    assertThat(catalog.gaps())
        .extracting(CatalogGap::place)
        .containsExactly("dump.sql:5:23", "dump.sql:1", "dump.sql:4", "dump.sql");
    assertThat(catalog.gaps())
        .extracting(CatalogGap::reason)
        .anyMatch(reason -> reason.contains("no schema is in use for 'nowhere'"))
        .anyMatch(reason -> reason.contains("there is no table 'missing'"))
        .anyMatch(reason -> reason.contains("two of index k"));
  }

  private static String head(String server) {
    return switch (server) {
      case "5" -> MYSQL_5;
      case "10" -> MARIADB_10;
      case "11" -> MARIADB_11;
      default -> "";
    };
  }

  private static TableDefinition table(Catalog catalog) {
    assertThat(catalog.gaps()).isEmpty();
    return catalog.schemas().get(0).table("t").orElseThrow();
  }

  private static Catalog build(String script) {
    return CatalogBuilder.build(
        DefinitionReader.read(script, SqlMode.standard(), LiteralPolicy.REDACT),
        "dump.sql",
        Instant.EPOCH);
  }
}
