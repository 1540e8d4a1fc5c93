package dev.watershed.collector.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.DefinitionReader;
import dev.watershed.sql.definition.LiteralPolicy;
import dev.watershed.sql.definition.LocatedDefinition;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.IndexStatistics;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableStatistics;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.collections.impl.factory.primitive.LongLists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers agree, statement by statement: {@link LiveCatalogStepTest}. */
class CatalogStepTest {

  private static final String BASE =
      "CREATE TABLE p (id int unsigned PRIMARY KEY, name varchar(20));"
          + "CREATE TABLE t (id int AUTO_INCREMENT PRIMARY KEY, p int unsigned, a int, b varchar(9),"
          + " KEY b (b), CONSTRAINT f FOREIGN KEY (p) REFERENCES p (id));";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TABLE x ADD a int|1:1|there is no table 'shop.x'",
        "ALTER TABLE t ADD z int, DROP y|1:26|table 't' has no column 'y'",
        "ALTER TABLE t ADD z int, ADD a int|1:15|table 't' has a column 'a' already",
        "ALTER TABLE t ADD z int AFTER y|1:15|table 't' has no column 'y'",
        "ALTER TABLE t DROP INDEX y|1:15|table 't' has no index 'y'",
        "ALTER TABLE t DROP p|1:15|column 'p' of table 't' is needed by the foreign key 'f'",
        "ALTER TABLE t DROP KEY f|1:15|would lack an index that the foreign key 'f' needs",
        "ALTER TABLE p DROP PRIMARY KEY|1:15|would lack an index that the foreign key 'f' needs",
        "ALTER TABLE p MODIFY id bigint|1:15|cannot change from int unsigned to bigint",
        "ALTER TABLE t ADD KEY b (a)|1:15|table 't' has an index 'b' already",
        "ALTER TABLE t ADD KEY c (y)|1:15|index 'c': table 't' has no column 'y'",
        "ALTER TABLE t ADD KEY c (a(3))|1:15|column 'a' of type int has no prefix of 3",
        "ALTER TABLE t MODIFY b text|1:15|index 'b' needs a length for column 'b' of type text",
        "ALTER TABLE t DROP PRIMARY KEY|1:15|one AUTO_INCREMENT column only",
        "DROP TABLE p|1:1|the foreign key 'f' of table 't' refers to it",
        "TRUNCATE p|1:1|a foreign key refers to it",
        "CREATE TABLE t (a int)|1:1|there is a table or view 'shop.t' already",
        "CREATE TABLE n AS SELECT 1|1:1|come from a query, which nobody ran here",
        "RENAME TABLE t TO p|1:1|there is a table or view 'shop.p' already",
        "DROP VIEW v|1:1|there is no view 'v'",
        "ALTER TABLE t DROP PARTITION p|1:15|table 't' is not partitioned",
        "USE other; CREATE TABLE t (a int)|1:12|there is no schema 'other'",
      })
  void whatAServerRefusesIsAProblemAtItsClause(String sql, String place, String message) {
    Catalog before = run(empty("9.7.0"), BASE);
    StepResult result = CatalogStep.run(before, read(sql).get(0));
    assertThat(result.catalog()).isSameAs(before);
    StepResult.Problem problem = result.problem().orElseThrow();
    assertThat(problem.line() + ":" + problem.column()).isEqualTo(place);
    assertThat(problem.message()).contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CREATE TABLE n (c varchar(9), KEY k (c), FULLTEXT KEY w (c)); CREATE TABLE m (c varchar(9),"
            + " CONSTRAINT g FOREIGN KEY (c) REFERENCES n (c))|ALTER TABLE n DROP KEY k",
        "CREATE TABLE n (c int, KEY k (c)); CREATE DATABASE other; CREATE TABLE other.n (c int,"
            + " CONSTRAINT g FOREIGN KEY (c) REFERENCES shop.n (c))|ALTER TABLE n DROP KEY k",
      })
  void noOtherIndexStandsInForTheOneThatAForeignKeyNeeds(String made, String sql) {
    StepResult result = CatalogStep.run(run(empty("9.7.0"), made), read(sql).get(0));
    assertThat(result.problem().orElseThrow().message())
        .isEqualTo(
            "table 'n' would lack an index that the foreign key 'g' needs; add another one in its"
                + " place, or drop the foreign key first");
  }

  @Test
  void withoutTheCheckOfForeignKeysTablesComeInAnyOrder() {
    String child = "CREATE TABLE c (id int, FOREIGN KEY (id) REFERENCES later (id));";
    assertThat(CatalogStep.run(empty("9.7.0"), read(child).get(0)).problem()).isPresent();
    Catalog after = run(empty("9.7.0"), "SET foreign_key_checks = 0;" + child);
    assertThat(table(after, "c").foreignKeys()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "5.7.44, utf8mb4_general_ci, int(11)",
    "8.0.18, utf8mb4_0900_ai_ci, int(11)",
    "9.7.0, utf8mb4_0900_ai_ci, int",
    "10.11.14-MariaDB, utf8mb4_general_ci, int(11)",
    "11.8.1-MariaDB, utf8mb4_uca1400_ai_ci, int(11)",
  })
  void whatIsNotWrittenIsAsTheServerHasIt(String version, String collation, String type) {
    Catalog after =
        run(
            empty(version),
            "CREATE TABLE t (a int); ALTER TABLE t ADD b text CHARACTER SET utf8mb4");
    List<ColumnDefinition> columns = table(after, "t").columns();
    assertThat(columns.get(0).type()).isEqualTo(type);
    assertThat(columns.get(1).collation()).contains(collation);
  }

  @Test
  void figuresAreKeptWithWhatStays() {
    Catalog after =
        run(
            measured(),
            "ALTER TABLE t RENAME INDEX b TO bb, AUTO_INCREMENT = 50, RENAME TO u;"
                + " ALTER TABLE u DROP COLUMN b;");
    TableStatistics kept = after.statistics("shop", "u").orElseThrow();
    assertThat(kept.rows()).hasValue(1_000);
    assertThat(kept.autoIncrement()).contains(BigInteger.valueOf(50));
    assertThat(kept.indexes()).extracting(IndexStatistics::index).containsExactly("PRIMARY", "f");
    assertThat(after.statistics("shop", "t")).isEmpty();
    assertThat(run(after, "TRUNCATE u").statistics("shop", "u").orElseThrow().rows()).hasValue(0);
    assertThat(run(after, "DROP TABLE u").statistics()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TABLE t RENAME COLUMN b TO c|PRIMARY b f",
        "ALTER TABLE t CHANGE b B varchar(9)|PRIMARY b f",
        "ALTER TABLE t DROP INDEX b, ADD INDEX b (a)|PRIMARY f",
        "ALTER TABLE t DROP INDEX b, ADD INDEX b (b(3))|PRIMARY f",
        "ALTER TABLE t MODIFY id int, DROP PRIMARY KEY, ADD PRIMARY KEY (a)|b f",
      })
  void anIndexOfOtherColumnsHasNoFiguresYet(String sql, String indexes) {
    assertThat(run(measured(), sql).statistics("shop", "t").orElseThrow().indexes())
        .extracting(IndexStatistics::index)
        .containsExactly(indexes.split(" ", -1));
  }

  private static Catalog measured() {
    Catalog base = run(empty("9.7.0"), BASE);
    TableStatistics figures =
        new TableStatistics(
            "shop",
            "t",
            Instant.EPOCH,
            OptionalLong.of(1_000),
            OptionalLong.of(5_000),
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.of(BigInteger.TEN),
            Optional.empty(),
            List.of(index("PRIMARY"), index("b"), index("f")));
    return new Catalog(
        base.takenAt(),
        base.serverVersion(),
        base.schemas(),
        List.of(figures),
        List.of(),
        List.of());
  }

  @Test
  void keysFollowTheTableThatTheyReferTo() {
    Catalog after =
        run(empty("9.7.0"), BASE + "RENAME TABLE p TO q; ALTER TABLE q RENAME COLUMN id TO qid;");
    assertThat(table(after, "t").foreignKeys().get(0).referencedTable()).isEqualTo("q");
    assertThat(table(after, "t").foreignKeys().get(0).referencedColumns()).containsExactly("qid");
  }

  /** Without a schema a new name is one of the schema in use. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TABLE old.a RENAME TO b|shop.b",
        "ALTER TABLE old.a RENAME TO old.b|old.b",
        "ALTER TABLE old.a RENAME TO shop.b|shop.b",
        "RENAME TABLE old.a TO b|shop.b",
        "ALTER TABLE old.a RENAME TO old.a|old.a",
      })
  void aTableMovesToTheSchemaOfItsNewName(String sql, String name) {
    Catalog after =
        run(
            empty("9.7.0"),
            BASE + "CREATE DATABASE old; CREATE TABLE old.a (id int PRIMARY KEY);" + sql);
    assertThat(after.schemas())
        .flatExtracting(
            schema ->
                schema.tables().stream().map(one -> schema.name() + "." + one.name()).toList())
        .containsExactlyInAnyOrder("shop.p", "shop.t", name);
  }

  private static IndexStatistics index(String name) {
    return new IndexStatistics(
        name,
        OptionalLong.of(7),
        OptionalLong.empty(),
        OptionalLong.empty(),
        LongLists.immutable.of(1));
  }

  private static TableDefinition table(Catalog catalog, String name) {
    return catalog.schema("shop").flatMap(schema -> schema.table(name)).orElseThrow();
  }

  private static Catalog run(Catalog before, String sql) {
    Catalog catalog = before;
    for (LocatedDefinition statement : read(sql)) {
      StepResult step = CatalogStep.run(catalog, statement);
      assertThat(step.problem()).isEmpty();
      catalog = step.catalog();
    }
    return catalog;
  }

  private static Catalog empty(String version) {
    return new Catalog(
        Instant.EPOCH,
        Optional.of(version),
        List.of(
            new SchemaDefinition(
                "shop", Optional.of("latin1"), Optional.of("latin1_swedish_ci"), List.of())),
        List.of(),
        List.of(),
        List.of());
  }

  private static List<LocatedDefinition> read(String sql) {
    return DefinitionReader.readMigration(
            sql, SqlMode.standard(), LiteralPolicy.REDACT, Optional.of("shop"))
        .definitions();
  }
}
