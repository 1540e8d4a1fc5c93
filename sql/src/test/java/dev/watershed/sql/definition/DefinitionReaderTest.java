package dev.watershed.sql.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.Definition.DefineSchema;
import dev.watershed.sql.definition.Definition.Drop;
import dev.watershed.sql.definition.TableElement.Check;
import dev.watershed.sql.definition.TableElement.Column;
import dev.watershed.sql.definition.TableElement.Index;
import dev.watershed.sql.definition.TableElement.IndexType;
import dev.watershed.sql.definition.TableElement.Reference;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "a int NOT NULL DEFAULT 'secret'; ?",
        "a int DEFAULT -1.5e3; ?",
        "a bit(3) DEFAULT b'101'; ?",
        "a varchar(9) DEFAULT _utf8mb4'x' COLLATE utf8mb4_bin; ?",
        "a timestamp DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6);"
            + " CURRENT_TIMESTAMP(?)",
        "a timestamp DEFAULT now() ON UPDATE now(); now()",
        "a varchar(36) DEFAULT (concat('x', uuid())); (concat(?, uuid()))",
        "a varchar(36) DEFAULT uuid() COMMENT 'c'; uuid()",
        "a bigint DEFAULT nextval(`s`.`q`); nextval(`s`.`q`)",
        "a int DEFAULT NULL; ~~",
        "a int; ~~",
        "a boolean DEFAULT TRUE; TRUE",
      })
  void aDefaultHasNoLiteral(String column, String expected) {
    assertThat(column(column).defaultValue().orElse("")).isEqualTo(expected);
  }

  @Test
  void aDefaultKeepsItsLiteralWhereThatIsWanted() {
    String script = "CREATE TABLE t (a int DEFAULT 'secret', b int AS (a + 7) STORED)";
    List<TableElement> elements =
        table(DefinitionReader.read(script, SqlMode.standard(), LiteralPolicy.KEEP)).elements();
    assertThat(((Column) elements.get(0)).defaultValue()).contains("'secret'");
    assertThat(((Column) elements.get(1)).generated()).contains("a + 7");
  }

  @Test
  void aColumnSaysEverythingInAnyOrder() {
    Column column =
        column(
            "`a``b` varchar(20) GENERATED ALWAYS AS (upper('x')) STORED COMMENT 'c' INVISIBLE"
                + " NOT NULL COLLATE utf8mb4_bin");
    assertThat(column.name()).isEqualTo("a`b");
    assertThat(column.generated()).contains("upper(?)");
    assertThat(column.stored()).isTrue();
    assertThat(column.visible()).isFalse();
    assertThat(column.commented()).isTrue();
    assertThat(column.nullable()).contains(false);
    assertThat(column.collation()).contains("utf8mb4_bin");
    assertThat(column("id bigint AUTO_INCREMENT").autoIncrement()).isTrue();
    assertThat(column("a timestamp ON UPDATE CURRENT_TIMESTAMP").updatedToNow()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "PRIMARY KEY (id);PRIMARY unique DEFAULT id",
        "PRIMARY KEY USING HASH (id, b DESC);PRIMARY unique HASH id,b desc",
        "UNIQUE KEY u (a(10), b); u unique DEFAULT a(10),b",
        "CONSTRAINT c UNIQUE (a);c unique DEFAULT a",
        "KEY (a);DEFAULT a",
        "INDEX `k 1` USING BTREE (a) COMMENT 'x' KEY_BLOCK_SIZE = 8; k 1 BTREE a",
        "KEY k (a) USING HASH INVISIBLE; k invisible HASH a",
        "KEY k (a) IGNORED; k invisible DEFAULT a",
        "KEY k (a) NOT IGNORED; k DEFAULT a",
        "KEY k ((lower(a)), (cast(j->'$.x' as char(9))) DESC); k DEFAULT lower(a),cast(j->? as"
            + " char(?)) desc",
        "FULLTEXT KEY f (a, b) WITH PARSER ngram; f FULLTEXT a,b",
        "SPATIAL INDEX s (p); s SPATIAL p",
        "VECTOR INDEX v (p) M=8 DISTANCE=cosine; v VECTOR p",
        "UNIQUE (a, p WITHOUT OVERLAPS);unique DEFAULT a,p",
      })
  void anIndexIsReadInAllItsForms(String written, String expected) {
    Index index = (Index) elements("id int, " + written).get(1);
    assertThat(described(index)).isEqualTo(expected);
  }

  @Test
  void aForeignKeyIsReadWithItsActions() {
    Reference reference =
        (Reference)
            elements(
                    "a int, CONSTRAINT f FOREIGN KEY i (a, b) REFERENCES o.t (x, y)"
                        + " MATCH FULL ON DELETE SET NULL ON UPDATE NO ACTION")
                .get(1);
    assertThat(reference)
        .isEqualTo(
            new Reference(
                Optional.of("f"),
                Optional.of("i"),
                List.of("a", "b"),
                new QualifiedName(Optional.of("o"), "t"),
                List.of("x", "y"),
                Optional.of("NO ACTION"),
                Optional.of("SET NULL"),
                false));
    assertThat(elements("a int REFERENCES t ON DELETE CASCADE").get(1))
        .isInstanceOf(Reference.class);
  }

  @Test
  void checksAreReadWhereverTheyStand() {
    assertThat(elements("a int CONSTRAINT p CHECK (a > 5) NOT ENFORCED, CHECK (a < 9)"))
        .filteredOn(Check.class::isInstance)
        .containsExactly(
            new Check(Optional.of("p"), "a > ?", false, true),
            new Check(Optional.empty(), "a < ?", true, false));
  }

  @Test
  void partitionsHaveNoBoundsUnlessTheyAreWanted() {
    String script =
        "CREATE TABLE t (a int) ENGINE=InnoDB /*!50100 PARTITION BY RANGE (a)"
            + " (PARTITION p0 VALUES LESS THAN (10) ENGINE = InnoDB COMMENT = 'x',"
            + " PARTITION p1 VALUES LESS THAN MAXVALUE ENGINE = InnoDB) */";
    TableOptions.Partitions redacted = table(read(script)).options().partitions().orElseThrow();
    assertThat(redacted.method()).isEqualTo("RANGE");
    assertThat(redacted.expression()).isEqualTo("a");
    assertThat(redacted.list())
        .containsExactly(
            new TableOptions.Part("p0", Optional.empty()),
            new TableOptions.Part("p1", Optional.empty()));
    TableOptions.Partitions kept =
        table(DefinitionReader.read(script, SqlMode.standard(), LiteralPolicy.KEEP))
            .options()
            .partitions()
            .orElseThrow();
    assertThat(kept.list().get(0).bound()).contains("LESS THAN (10)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "HASH (a) PARTITIONS 3; HASH of a",
        "LINEAR HASH (a) PARTITIONS 3; LINEAR HASH of a",
        "LINEAR KEY ALGORITHM=2 (a) PARTITIONS 3; LINEAR KEY of a",
        "KEY () PARTITIONS 3; KEY of",
        "SYSTEM_TIME INTERVAL 1 MONTH PARTITIONS 3; SYSTEM_TIME of INTERVAL ? MONTH",
        "LIST COLUMNS (a, b) (PARTITION p0 VALUES IN ((1,2),(3,4)), PARTITION p1"
            + " VALUES IN ((5,6)), PARTITION p2 VALUES IN (NULL)); LIST COLUMNS of a, b",
        "SYSTEM_TIME (PARTITION p0 HISTORY ENGINE = InnoDB, PARTITION p1 HISTORY,"
            + " PARTITION p2 CURRENT ENGINE = InnoDB); SYSTEM_TIME of",
        "RANGE (a) SUBPARTITION BY KEY (b) SUBPARTITIONS 2 (PARTITION p0 VALUES LESS"
            + " THAN (1) (SUBPARTITION s0 DATA DIRECTORY = '/x', SUBPARTITION s1), PARTITION p1"
            + " VALUES LESS THAN (2), PARTITION p2 VALUES LESS THAN MAXVALUE); RANGE of a, KEY",
      })
  void everyMethodOfPartitioningIsRead(String how, String expected) {
    DefinitionScript script = read("CREATE TABLE t (a int, b int) COMMENT='c' PARTITION BY " + how);
    assertThat(script.issues()).isEmpty();
    TableOptions.Partitions partitions = table(script).options().partitions().orElseThrow();
    String subMethod = partitions.subMethod().map(sub -> ", " + sub).orElse("");
    assertThat((partitions.method() + " of " + partitions.expression() + subMethod).strip())
        .isEqualTo(expected);
    assertThat(partitions.list())
        .extracting(TableOptions.Part::name)
        .containsExactly("p0", "p1", "p2");
  }

  @Test
  void aDumpOfPhpMyAdminAddsItsKeysLater() {
    DefinitionScript script =
        read(
            """
            USE `shop`;
            CREATE TABLE `t` (`id` int(11) NOT NULL) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
            ALTER TABLE `t`
              ADD PRIMARY KEY (`id`),
              ADD KEY `k` (`id`), ADD CONSTRAINT `f` FOREIGN KEY (`id`) REFERENCES `o` (`id`);
            ALTER TABLE `t` MODIFY `id` int(11) NOT NULL AUTO_INCREMENT, AUTO_INCREMENT=42;
            CREATE UNIQUE INDEX u USING BTREE ON t (id DESC) ALGORITHM=INPLACE LOCK=NONE;
            /*!40000 ALTER TABLE `t` DISABLE KEYS */;
            INSERT INTO `t` VALUES (1),(2);
            """);
    assertThat(script.issues()).isEmpty();
    AlterTable keys = (AlterTable) script.definitions().get(1).definition();
    assertThat(keys.added()).hasSize(3);
    AlterTable counter = (AlterTable) script.definitions().get(2).definition();
    assertThat(counter.modified()).extracting(Column::autoIncrement).containsExactly(true);
    assertThat(counter.options().autoIncrement()).contains(BigInteger.valueOf(42));
    AlterTable index = (AlterTable) script.definitions().get(3).definition();
    assertThat(described((Index) index.added().get(0))).isEqualTo("u unique BTREE id desc");
    assertThat(script.definitions()).allMatch(one -> one.schema().equals(Optional.of("shop")));
  }

  @Test
  void programsAreReadWithTheirBodies() {
    DefinitionScript script =
        read(
            """
            DELIMITER $$
            CREATE DEFINER='u'@'%' TRIGGER s.tr AFTER UPDATE ON t FOR EACH ROW FOLLOWS other
            BEGIN IF NEW.a = 'x;y' THEN SET @a = 1; END IF; END$$
            CREATE PROCEDURE p (a int, INOUT b varchar(9) CHARSET latin1, `in` text)
              COMMENT 'c' LANGUAGE SQL READS SQL DATA SELECT 'me' FROM t$$
            CREATE FUNCTION f () RETURNS varchar(9) CHARSET utf8mb4 DETERMINISTIC RETURN 'a'$$
            CREATE FUNCTION lib RETURNS INTEGER SONAME 'lib.so'$$
            CREATE EVENT e ON SCHEDULE AT '2026-01-01' + INTERVAL 1 DAY
              ON COMPLETION NOT PRESERVE ENABLE COMMENT 'c' DO CALL p(1, 2)$$
            DELIMITER ;
            CREATE VIEW v (x, y) AS SELECT a, 'b' FROM t WHERE c = 5 WITH LOCAL CHECK OPTION;
            """);
    assertThat(script.issues()).isEmpty();
    CreateTrigger trigger = (CreateTrigger) script.definitions().get(0).definition();
    assertThat(trigger.body()).isEqualTo("BEGIN IF NEW.a = ? THEN SET @a = ?; END IF; END");
    assertThat(trigger.follows()).contains("other");
    assertThat(trigger.event()).isEqualTo("UPDATE");
    CreateRoutine procedure = (CreateRoutine) script.definitions().get(1).definition();
    assertThat(procedure.parameters())
        .extracting(parameter -> parameter.direction() + " " + parameter.name())
        .containsExactly("IN a", "INOUT b", "IN in");
    assertThat(procedure.body()).isEqualTo("SELECT ? FROM t");
    assertThat(procedure.dataAccess()).isEqualTo("READS SQL DATA");
    CreateRoutine function = (CreateRoutine) script.definitions().get(2).definition();
    assertThat(function.returns().map(DataType::text)).contains("varchar(9)");
    assertThat(function.deterministic()).isTrue();
    CreateEvent event = (CreateEvent) script.definitions().get(3).definition();
    assertThat(event.schedule()).isEqualTo("AT ? + INTERVAL ? DAY");
    assertThat(event.body()).isEqualTo("CALL p(?, ?)");
    CreateView view = (CreateView) script.definitions().get(4).definition();
    assertThat(view.columns()).containsExactly("x", "y");
    assertThat(view.query()).isEqualTo("SELECT a, ? FROM t WHERE c = ?");
  }

  /** MariaDB from 11.8. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE PROCEDURE p (a int DEFAULT 5, b int DEFAULT coalesce(1, @x) + 2) SELECT a",
        "CREATE FUNCTION f (a int DEFAULT -5, b int) RETURNS int RETURN a",
      })
  void aParameterMayHaveADefault(String program) {
    DefinitionScript script = read(program);
    assertThat(script.issues()).isEmpty();
    CreateRoutine routine = (CreateRoutine) script.definitions().get(0).definition();
    assertThat(routine.parameters())
        .extracting(CreateRoutine.Parameter::name)
        .containsExactly("a", "b");
  }

  /** MySQL from 9.0. */
  @Test
  void aProgramOfAnotherLanguageIsAString() {
    DefinitionScript script =
        read(
            """
            CREATE FUNCTION f (a int) RETURNS int LANGUAGE JAVASCRIPT AS $js$ if (a) { return 1; } $js$;
            CREATE TABLE t (a int);
            """);
    assertThat(script.issues()).isEmpty();
    assertThat(script.definitions()).hasSize(2);
    CreateRoutine function = (CreateRoutine) script.definitions().get(0).definition();
    assertThat(function.body()).isEqualTo("AS ?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SELECT 1 AS `a`, 1 AS `b`; a b",
        "SELECT 1 AS `a`; a",
        "SELECT 1 AS `a`, c AS `b`; ''",
        "SELECT 1 AS `a` FROM t; ''",
      })
  void theStandInOfAViewInADumpNamesItsColumns(String query, String columns) {
    CreateView view =
        (CreateView) read("CREATE VIEW v AS " + query).definitions().get(0).definition();
    assertThat(String.join(" ", view.columns())).isEqualTo(columns);
  }

  @Test
  void theModeOfAScriptSaysWhatADoubleQuoteIs() {
    DefinitionScript script =
        read(
            """
            /*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='ANSI_QUOTES' */;
            CREATE TABLE "t;1" ("a" int COMMENT 'x');
            SET SQL_MODE=@OLD_SQL_MODE;
            CREATE TABLE u (a int COMMENT "y;z");
            """);
    assertThat(script.issues()).isEmpty();
    assertThat(script.definitions())
        .extracting(one -> ((CreateTable) one.definition()).name().name())
        .containsExactly("t;1", "u");
  }

  @Test
  void theModeOfAScriptMayBeAWord() {
    DefinitionScript script =
        read(
            """
            SET SESSION sql_mode = ansi_quotes;
            CREATE TABLE "t;1" (a int);
            SET sql_mode = DEFAULT;
            CREATE TABLE u (a int COMMENT "y;z");
            SET sql_mode = CONCAT(@@sql_mode, ',ANSI_QUOTES');
            CREATE TABLE v (a int COMMENT "y;z");
            """);
    assertThat(script.issues()).isEmpty();
    assertThat(script.definitions())
        .extracting(one -> ((CreateTable) one.definition()).name().name())
        .containsExactly("t;1", "u", "v");
  }

  @ParameterizedTest
  @CsvSource({"0, false", "OFF, false", "false, false", "1, true", "@OLD_CHECKS, true"})
  void aScriptSwitchesTheCheckOfForeignKeys(String value, boolean checks) {
    DefinitionScript script =
        read("SET @a = 0, foreign_key_checks = " + value + "; CREATE TABLE t (a int);");
    assertThat(script.definitions().get(0).foreignKeyChecks()).isEqualTo(checks);
  }

  @Tag("long")
  @Test
  void manyIssuesAndLongNumbersTakeNoLongerThanTheirText() {
    String digits = "1".repeat(400_000) + "x";
    String script = digits + ";" + "nothing that is a statement;".repeat(200_000);
    DefinitionScript read = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(script));
    assertThat(read.issues()).hasSize(200_001);
    assertThat(read.issues().get(200_000).offset())
        .isEqualTo(script.length() - "nothing that is a statement;".length());
  }

  @Test
  void schemasAndDropsAreFollowed() {
    DefinitionScript script =
        read(
            """
            CREATE DATABASE /*!32312 IF NOT EXISTS*/ `a` /*!40100 DEFAULT CHARACTER SET latin1 */
              /*!80016 DEFAULT ENCRYPTION='N' */;
            ALTER DATABASE `a` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
            ALTER DATABASE `a` READ ONLY = 1;
            DROP TABLE IF EXISTS `x`, b.y;
            DROP USER u;
            CREATE SPATIAL REFERENCE SYSTEM 5000 NAME 'x';
            """);
    assertThat(script.issues()).isEmpty();
    assertThat(script.definitions())
        .extracting(LocatedDefinition::definition)
        .containsExactly(
            new DefineSchema(
                "a", Optional.of(Existing.KEEP), Optional.of("latin1"), Optional.empty()),
            new DefineSchema(
                "a", Optional.empty(), Optional.of("utf8mb4"), Optional.of("utf8mb4_bin")),
            new DefineSchema("a", Optional.empty(), Optional.empty(), Optional.empty()),
            new Drop(
                Definition.DroppedKind.TABLE,
                List.of(
                    new QualifiedName(Optional.empty(), "x"),
                    new QualifiedName(Optional.of("b"), "y")),
                true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "CREATE TABLE t (a int FOO 'bar'); 1; 23; expected an attribute of column 'a', not 'FOO'",
        "CREATE TABLE t (a text DEFAULT 'it's Jane's', b int); 1; 36; expected an attribute of column 'a', not this",
        "CREATE TABLE t (a int; 1; 22; expected ')', not the end of the statement",
        "CREATE TABLE t (a int DEFAULT); 1; 30; expected a default, not ')'",
        "CREATE TABLE t (KEY k (a)); 1; 27; expected a column of table 't', not the end",
        "CREATE TABLE t (a int) PARTITION BY HASH (a) PARTITIONS 2000000000; 1; 57; expected at most 8192 partitions, not a number",
        "ALTER TABLE t ADD PARTITION PARTITIONS 8193; 1; 40; expected at most 8192 partitions",
        "RENAME TABLE a TO; 1; 18; expected a table, not the end of the statement",
        "'secret' is no statement; 1; 1; a statement cannot begin with a string",
        "ALTER TABLE t DROP COLUMN; 1; 26; expected a column, not the end of the statement",
        "ALTER TABLE t ADD a int, ; 1; 25; expected ADD, DROP, MODIFY or another clause",
        "ALTER TABLE t DROP a DROP b; 1; 22; expected ',' or the end of the statement, not 'DROP'",
        "ALTER TABLE t FOO BAR; 1; 15; expected ADD, DROP, MODIFY or another clause",
        "DROP INDEX i; 1; 13; expected ON, not the end of the statement",
        "CREATE PACKAGE p AS x; 1; 8; CREATE of 'PACKAGE' is not known here",
      })
  void whatCannotBeReadIsAnIssueAtItsPlaceAndTheRestIsRead(
      String statement, int line, int column, String message) {
    String script =
        "\n\nCREATE TABLE before_it (a int);\n"
            + statement
            + ";\nUSE x;\nCREATE TABLE"
            + " behind_it (a int)";
    DefinitionScript read = read(script);
    assertThat(read.definitions())
        .extracting(one -> ((CreateTable) one.definition()).name().name())
        .containsExactly("before_it", "behind_it");
    assertThat(read.definitions()).extracting(LocatedDefinition::line).containsExactly(3, 6);
    assertThat(read.issues())
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.line()).isEqualTo(line + 3);
              assertThat(issue.column()).isEqualTo(column);
              assertThat(issue.offset()).isEqualTo(34 + column - 1);
              assertThat(issue.message()).contains(message).doesNotContain("secret", "bar");
            });
  }

  @Test
  void theHeadOfADumpNamesServerAndSchema() {
    DefinitionScript script =
        read(
            """
            /*M!999999\\- enable the sandbox mode */
            -- MariaDB dump 10.19-11.8.3-MariaDB, for debian-linux-gnu (x86_64)
            --
            -- Host: localhost    Database: harbour
            -- ------------------------------------------------------
            -- Server version\t11.8.3-MariaDB-1
            CREATE TABLE t (a int);
            -- Dump completed on 2026-11-25 10:00:00
            """);
    assertThat(script.serverVersion()).contains("11.8.3-MariaDB-1");
    assertThat(script.definitions().get(0).schema()).contains("harbour");
    assertThat(script.issues()).isEmpty();
  }

  @Test
  void aDumpOfMariaDbByTheClientOfMySqlNamesItsVersion() {
    DefinitionScript script =
        read(
            """
            -- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
            -- Server version\t5.5.5-10.6.12-MariaDB-log
            CREATE TABLE t (a int);
            -- Dump completed on 2026-11-25 10:00:00
            """);
    assertThat(script.serverVersion()).contains("10.6.12-MariaDB-log");
  }

  @Test
  void aDumpThatEndsEarlySaysSo() {
    assertThat(read("-- MySQL dump 10.13\nCREATE TABLE t (a int);\n").issues())
        .singleElement()
        .satisfies(issue -> assertThat(issue.message()).contains("may be cut"));
  }

  /** Whatever stands there, an answer comes. */
  @Tag("long")
  @Test
  void anyTextGivesAnAnswer() {
    String whole =
        "CREATE TABLE `t` (`a` int(11) DEFAULT 'x', KEY `k` ((lower(`a`))) /*!80000 INVISIBLE */)"
            + " ENGINE=InnoDB /*!50100 PARTITION BY LIST (a) (PARTITION p VALUES IN (1)) */;"
            + "DELIMITER ;;\nCREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW SET @a='b';;\n"
            + "CREATE PROCEDURE p(IN a int) SELECT $$x$$;; ALTER TABLE t ADD (b int, c int);;";
    Random random = new Random(7);
    for (int round = 0; round < 4_000; round++) {
      StringBuilder text = new StringBuilder(whole);
      for (int change = random.nextInt(4); change >= 0; change--) {
        int at = random.nextInt(Math.max(1, text.length() - 1));
        switch (random.nextInt(3)) {
          case 0 -> text.delete(at, at + 1);
          case 1 -> text.insert(at, "'\"`(),;/*!*#-$@\\".charAt(random.nextInt(16)));
          default -> text.setLength(Math.max(1, at));
        }
      }
      DefinitionScript script = read(text.toString());
      assertThat(script.definitions().size() + script.issues().size()).isLessThan(200);
    }
  }

  private static String described(Index index) {
    StringBuilder text = new StringBuilder();
    index.name().or(index::constraint).ifPresent(name -> text.append(name).append(' '));
    text.append(index.primary() ? "PRIMARY " : "").append(index.unique() ? "unique " : "");
    text.append(index.visible() ? "" : "invisible ").append(index.type()).append(' ');
    List<String> parts =
        index.parts().stream()
            .map(
                part ->
                    part.column().or(part::expression).orElseThrow()
                        + (part.prefixLength().isPresent()
                            ? "(" + part.prefixLength().getAsInt() + ")"
                            : "")
                        + (part.descending() ? " desc" : ""))
            .toList();
    assertThat(index.type()).isIn((Object[]) IndexType.values());
    return text.append(String.join(",", parts)).toString();
  }

  private static Column column(String column) {
    return (Column) elements(column).get(0);
  }

  private static List<TableElement> elements(String elements) {
    DefinitionScript script = read("CREATE TABLE t (" + elements + ")");
    assertThat(script.issues()).isEmpty();
    return table(script).elements();
  }

  private static CreateTable table(DefinitionScript script) {
    return (CreateTable) script.definitions().get(0).definition();
  }

  private static DefinitionScript read(String script) {
    return DefinitionReader.read(script, SqlMode.standard(), LiteralPolicy.REDACT);
  }
}
