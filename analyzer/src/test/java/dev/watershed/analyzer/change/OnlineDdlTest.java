package dev.watershed.analyzer.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.change.SchemaChange.ColumnAdded;
import dev.watershed.analyzer.change.SchemaChange.ColumnDropped;
import dev.watershed.analyzer.change.SchemaChange.ColumnMoved;
import dev.watershed.analyzer.change.SchemaChange.ColumnRenamed;
import dev.watershed.analyzer.change.SchemaChange.ColumnRetyped;
import dev.watershed.analyzer.change.SchemaChange.DefaultChanged;
import dev.watershed.analyzer.change.SchemaChange.EngineOrFormatChanged;
import dev.watershed.analyzer.change.SchemaChange.ForeignKeyAdded;
import dev.watershed.analyzer.change.SchemaChange.IndexAdded;
import dev.watershed.analyzer.change.SchemaChange.IndexDropped;
import dev.watershed.analyzer.change.SchemaChange.Narrowing;
import dev.watershed.analyzer.change.SchemaChange.OptionsChanged;
import dev.watershed.analyzer.change.SchemaChange.PartitioningChanged;
import dev.watershed.analyzer.change.SchemaChange.TableEmptied;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.DefinitionReader;
import dev.watershed.sql.definition.LiteralPolicy;
import dev.watershed.sql.definition.LocatedDefinition;
import dev.watershed.sql.definition.StorageOption;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.GeneratedValue;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import dev.watershed.workload.catalog.Partitioning;
import dev.watershed.workload.catalog.ReferentialAction;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Versions that no test runs; those of today are asked themselves, in the tests of cli. */
class OnlineDdlTest {

  private static final ChangedTable AT =
      new ChangedTable(new ChangePlace("a.sql", 1, 1), "shop", "t");

  @ParameterizedTest
  @CsvSource({
    "5.7.44,           add last,   INPLACE, true",
    "8.0.11,           add last,   INPLACE, true",
    "8.0.12,           add last,   INSTANT, false",
    "8.0.12,           add first,  INPLACE, true",
    "8.0.29,           add first,  INSTANT, false",
    "8.4.0,            drop,       INSTANT, false",
    "8.0.28,           drop,       INPLACE, true",
    "8.0.27,           rename,     INPLACE, false",
    "8.0.28,           rename,     INSTANT, false",
    "5.7.44,           default,    INPLACE, false",
    "9.1.0,            default,    INSTANT, false",
    "5.7.44,           wider,      INPLACE, false",
    "8.4.0,            wider,      INPLACE, false",
    "8.4.0,            over 255,   COPY,    true",
    "8.4.0,            bigint,     COPY,    true",
    "8.4.0,            index,      INPLACE, false",
    "8.4.0,            words,      INPLACE_LOCKING, true",
    "11.4.2-MariaDB,   words,      INPLACE_LOCKING, true",
    "8.4.0,            key,        COPY,    true",
    "8.4.0,            move,       INPLACE, true",
    "8.4.0,            partition,  INPLACE, false",
    "8.4.0,            truncate,   INSTANT, false",
    "5.7.44,           partition,  UNKNOWN, false",
    "10.3.39-MariaDB,  add last,   INSTANT, false",
    "10.3.39-MariaDB,  add first,  INPLACE, true",
    "10.4.34-MariaDB,  add first,  INSTANT, false",
    "10.3.39-MariaDB,  drop,       INPLACE, true",
    "11.4.2-MariaDB,   drop,       INSTANT, false",
    "11.4.2-MariaDB,   move,       INSTANT, false",
    "11.4.2-MariaDB,   over 255,   INSTANT, false",
    "10.3.39-MariaDB,  over 255,   COPY,    true",
    "11.4.2-MariaDB,   over 127,   COPY,    true",
    "11.4.2-MariaDB,   bigint,     COPY,    true",
    "5.7.44,           member,     INPLACE, false",
    "8.0.12,           member,     INSTANT, false",
    "10.3.39-MariaDB,  member,     INSTANT, false",
    "8.4.0,            member between, COPY, true",
    "8.4.0,            member 256, COPY,    true",
    "8.4.0,            member 255, INSTANT, false",
    "8.4.0,            set of 9,   COPY,    true",
    "5.7.44,           ascii,      COPY,    true",
    "8.4.0,            ascii,      INPLACE, false",
    "8.4.0,            utf8mb3,    INPLACE, false",
    "8.4.0,            latin1,     COPY,    true",
    "8.4.0,            ascii over 255, COPY, true",
    "11.4.2-MariaDB,   utf8mb3,    INSTANT, false",
    "11.4.2-MariaDB,   latin1,     COPY,    true",
    "8.4.0,            add range,  INPLACE, false",
    "8.4.0,            add list,   INPLACE, false",
    "8.4.0,            add hash,   INPLACE_LOCKING, true",
    "8.4.0,            reorganize, INPLACE_LOCKING, true",
    "8.4.0,            partition by, COPY,  true",
    "8.0.11,           virtual,    INPLACE, false",
    "8.0.12,           virtual,    INSTANT, false",
    "8.4.0,            stored,     COPY,    true",
    "11.4.2-MariaDB,   virtual,    INSTANT, false",
    "11.4.2-MariaDB,   stored,     COPY,    true",
    "8.0.11,           drop virtual, INPLACE, false",
    "8.4.0,            drop virtual, INSTANT, false",
    "8.4.0,            comment,    INPLACE, false",
    "8.4.0,            encryption, COPY,    true",
    "8.4.0,            no encryption, UNKNOWN, false",
    "8.4.0,            key block size, INPLACE, true",
    "8.4.0,            tablespace, INPLACE, true",
    "10.11.14-MariaDB, tablespace, INSTANT, false",
    "10.11.14-MariaDB, comment,    INSTANT, false",
    "10.11.14-MariaDB, encryption, INPLACE, true",
    "10.11.14-MariaDB, key block size, INPLACE, true",
    "10.11.14-MariaDB, page compressed, INPLACE, true",
    "10.1.48-MariaDB,  add last,   UNKNOWN, false",
    "5.6.51,           add last,   UNKNOWN, false",
    "'',               add last,   UNKNOWN, false",
  })
  void aServerMakesAChangeAsItsVersionCan(
      String version, String change, OnlineMode mode, boolean rebuilds) {
    assertThat(OnlineDdl.of(change(change), table("InnoDB"), Optional.of(version), true))
        .contains(new OnlineVerdict(mode, rebuilds));
  }

  @Test
  void onlyTheFirstFullTextIndexBuildsTheTableAgain() {
    TableDefinition words = table("InnoDB", List.of(index(IndexKind.FULLTEXT)), column("a", "int"));
    TableDefinition other = table("InnoDB", List.of(index(IndexKind.BTREE)), column("a", "int"));
    for (String version : List.of("8.4.0", "11.4.2-MariaDB")) {
      assertThat(OnlineDdl.of(change("words"), words, Optional.of(version), true))
          .contains(OnlineVerdict.LOCKING);
      assertThat(OnlineDdl.of(change("words"), other, Optional.of(version), true))
          .contains(OnlineVerdict.LOCKING_REBUILD);
    }
  }

  @ParameterizedTest
  @CsvSource({"8.4.0, COPY, true", "11.4.2-MariaDB, INSTANT, false"})
  void anIndexKeepsMySqlFromAnotherCharacterSetInPlace(
      String version, OnlineMode mode, boolean rebuilds) {
    TableDefinition indexed = table("InnoDB", List.of(index(IndexKind.BTREE)), column("a", "int"));
    assertThat(OnlineDdl.of(change("utf8mb3"), indexed, Optional.of(version), true))
        .contains(new OnlineVerdict(mode, rebuilds));
  }

  @Test
  void withoutTheCheckOfForeignKeysNoneIsCopied() {
    assertThat(OnlineDdl.of(change("key"), table("InnoDB"), Optional.of("8.4.0"), false))
        .contains(OnlineVerdict.INPLACE);
  }

  @Test
  void anotherEngineOrAnUnknownServerIsUnknown() {
    assertThat(OnlineDdl.of(change("index"), table("MyISAM"), Optional.of("8.4.0"), true))
        .contains(OnlineVerdict.UNKNOWN);
    assertThat(OnlineDdl.of(change("index"), table("InnoDB"), Optional.empty(), true))
        .contains(OnlineVerdict.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"innodb, INPLACE", "INNODB, INPLACE", "MyISAM, COPY"})
  void anEngineIsTheSameInAnyLetterCase(String engine, OnlineMode mode) {
    EngineOrFormatChanged change = new EngineOrFormatChanged(AT, table("InnoDB"), table(engine));
    for (String version : List.of("8.4.0", "10.11.14-MariaDB")) {
      assertThat(OnlineDdl.of(change, table("InnoDB"), Optional.of(version), true))
          .contains(new OnlineVerdict(mode, true));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "8.4.0,           'ALGORITHM=INPLACE',            INPLACE, true,  false",
    "8.4.0,           'ALGORITHM=INSTANT',            INSTANT, false, false",
    "8.4.0,           'ALGORITHM=INSTANT, LOCK=NONE', INSTANT, false, true",
    "8.4.0,           'LOCK=NONE',                    INSTANT, false, false",
    "10.11.14-MariaDB, 'ALGORITHM=INPLACE',           INSTANT, false, false",
    "10.11.14-MariaDB, 'ALGORITHM=INSTANT, LOCK=NONE', INSTANT, false, false",
  })
  void aStatementRunsAsItsAlgorithmAndLockAsk(
      String version, String how, OnlineMode mode, boolean rebuilds, boolean refused) {
    OnlineStatement online =
        statement(version, "ADD x int, " + how, table("InnoDB"), change("add last"));
    assertThat(online.verdict()).isEqualTo(new OnlineVerdict(mode, rebuilds));
    assertThat(online.refused()).isEqualTo(refused);
  }

  @ParameterizedTest
  @CsvSource({
    "'index',           'ALGORITHM=INSTANT', INPLACE, false, true",
    "'index',           'ALGORITHM=NOCOPY',  INPLACE, false, false",
    "'index',           'LOCK=NONE',         INPLACE, false, false",
    "'index',           'LOCK=SHARED',       INPLACE_LOCKING, false, false",
    "'index',           'LOCK=EXCLUSIVE',    INPLACE_LOCKING, false, false",
    "'move',            'LOCK=SHARED',       INPLACE_LOCKING, true, false",
    "'add last',        'LOCK=SHARED',       INSTANT, false, false",
    "'index',           'ALGORITHM=COPY',    COPY,    true,  false",
    "'index',           'ALGORITHM=COPY, LOCK=NONE', COPY, true, true",
    "'bigint',          'ALGORITHM=INPLACE', COPY,    true,  true",
    "'bigint',          'ALGORITHM=NOCOPY',  COPY,    true,  true",
    "'bigint',          'LOCK=NONE',         COPY,    true,  true",
    "'bigint',          'LOCK=SHARED',       COPY,    true,  false",
    "'move',            'ALGORITHM=NOCOPY',  INPLACE, true,  true",
    "'move',            'ALGORITHM=INPLACE', INPLACE, true,  false",
    "'words',           'LOCK=NONE',         INPLACE_LOCKING, true, true",
    "'add last,default', '',                 INSTANT, false, false",
    "'add last,index',  '',                  INPLACE, true,  false",
    "'index,add last',  '',                  INPLACE, true,  false",
    "'drop,index',      '',                  INPLACE, true,  false",
    "'virtual,index',   '',                  INPLACE, false, false",
    "'index,bigint',    '',                  COPY,    true,  false",
    "'bigint,index',    '',                  COPY,    true,  false",
    "'no encryption,bigint', '',             COPY,    true,  false",
    "'bigint,no encryption', '',             COPY,    true,  false",
    "'no encryption,index', '',              UNKNOWN, false, false",
  })
  void changesTogetherRunAsTheWorstOfThem(
      String changes, String how, OnlineMode mode, boolean rebuilds, boolean refused) {
    OnlineStatement online =
        statement("8.4.0", (how.isEmpty() ? "FORCE" : how), table("InnoDB"), changes(changes));
    assertThat(online.verdict()).isEqualTo(new OnlineVerdict(mode, rebuilds));
    assertThat(online.refused()).isEqualTo(refused);
  }

  /** It refuses some changes together where columns are virtual, and no manual says which. */
  @ParameterizedTest
  @CsvSource({
    "'add last,index',        int,     INPLACE, true",
    "'add last,index',        virtual, UNKNOWN, false",
    "'add last,virtual,index', int,    UNKNOWN, false",
    "'add last,stored,index', int,     COPY,    true",
    "'drop,drop index',       virtual, INPLACE, false",
    "'partition,bigint',      int,     UNKNOWN, false",
    "'index,words',           virtual, INPLACE_LOCKING, true",
  })
  void mariaDbMayRefuseThemBesideVirtualColumns(
      String changes, String other, OnlineMode mode, boolean rebuilds) {
    TableDefinition table =
        table("InnoDB", List.of(), column("a", "int"), change(other, column("b", "int")));
    assertThat(statement("10.11.14-MariaDB", "FORCE", table, changes(changes)).verdict())
        .isEqualTo(new OnlineVerdict(mode, rebuilds));
  }

  private static ColumnDefinition change(String kind, ColumnDefinition column) {
    return kind.equals("virtual") ? generated(column.name(), false) : column;
  }

  private static SchemaChange[] changes(String names) {
    return Arrays.stream(names.split(",", -1))
        .map(OnlineDdlTest::change)
        .toArray(SchemaChange[]::new);
  }

  private static OnlineStatement statement(
      String version, String clauses, TableDefinition table, SchemaChange... changes) {
    LocatedDefinition statement =
        DefinitionReader.readMigration(
                "ALTER TABLE t " + clauses,
                SqlMode.standard(),
                LiteralPolicy.REDACT,
                Optional.of("shop"))
            .definitions()
            .get(0);
    Catalog before =
        new Catalog(
            Instant.EPOCH,
            Optional.of(version),
            List.of(
                new SchemaDefinition("shop", Optional.empty(), Optional.empty(), List.of(table))),
            List.of(),
            List.of(),
            List.of());
    return OnlineDdl.statement(statement, List.of(changes), before).orElseThrow();
  }

  @Test
  void whatIsNoAlterTableIsNotJudged() {
    assertThat(OnlineDdl.of(new TableEmptied(AT), table("InnoDB"), Optional.of("8.4.0"), true))
        .isEmpty();
  }

  private static SchemaChange change(String name) {
    return switch (name) {
      case "add last" -> new ColumnAdded(AT, column("x", "int"), true);
      case "add first" -> new ColumnAdded(AT, column("x", "int"), false);
      case "drop" -> new ColumnDropped(AT, column("a", "int"));
      case "rename" -> new ColumnRenamed(AT, "a", "b");
      case "move" -> new ColumnMoved(AT, "a");
      case "default" -> new DefaultChanged(AT, column("a", "int"), column("a", "int"));
      case "wider" -> retyped("varchar(20)", "varchar(60)");
      case "over 255" -> retyped("varchar(20)", "varchar(64)");
      case "over 127" -> retyped("varchar(32)", "varchar(64)");
      case "partition" ->
          new PartitioningChanged(AT, "DROP PARTITION", Optional.empty(), Optional.empty());
      case "truncate" ->
          new PartitioningChanged(AT, "TRUNCATE PARTITION", Optional.empty(), Optional.empty());
      case "add range" -> partitions("ADD PARTITION", "RANGE COLUMNS");
      case "add list" -> partitions("ADD PARTITION", "LIST");
      case "add hash" -> partitions("ADD PARTITION", "HASH");
      case "reorganize" -> partitions("REORGANIZE PARTITION", "RANGE");
      case "partition by" -> partitions("PARTITION BY", "RANGE");
      case "virtual" -> new ColumnAdded(AT, generated("x", false), true);
      case "stored" -> new ColumnAdded(AT, generated("x", true), true);
      case "drop virtual" -> new ColumnDropped(AT, generated("a", false));
      case "drop index" -> new IndexDropped(AT, index(IndexKind.BTREE));
      case "member" -> retyped("enum('a','b')", "enum('a','b','c')");
      case "member between" -> retyped("enum('a','b')", "enum('a','c','b')");
      case "member 255" -> retyped(members("enum", 254), members("enum", 255));
      case "member 256" -> retyped(members("enum", 255), members("enum", 256));
      case "set of 9" -> retyped(members("set", 8), members("set", 9));
      case "ascii", "latin1", "utf8mb3" ->
          retyped(text("varchar(20)", name), text("varchar(20)", "utf8mb4"));
      case "ascii over 255" ->
          retyped(text("varchar(64)", "ascii"), text("varchar(64)", "utf8mb4"));
      case "comment" -> new OptionsChanged(AT, Optional.empty());
      case "encryption" -> new OptionsChanged(AT, Optional.of(StorageOption.ENCRYPTION));
      case "no encryption" -> new OptionsChanged(AT, Optional.of(StorageOption.NO_ENCRYPTION));
      case "tablespace" -> new OptionsChanged(AT, Optional.of(StorageOption.TABLESPACE));
      case "key block size" -> new OptionsChanged(AT, Optional.of(StorageOption.KEY_BLOCK_SIZE));
      case "page compressed" -> new OptionsChanged(AT, Optional.of(StorageOption.PAGE_COMPRESSED));
      case "bigint" -> retyped("int", "bigint");
      case "index" -> new IndexAdded(AT, index(IndexKind.BTREE));
      case "words" -> new IndexAdded(AT, index(IndexKind.FULLTEXT));
      case "key" ->
          new ForeignKeyAdded(
              AT,
              new ForeignKey(
                  "f",
                  List.of("a"),
                  Optional.empty(),
                  "p",
                  List.of("id"),
                  ReferentialAction.RESTRICT,
                  ReferentialAction.RESTRICT));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static ColumnRetyped retyped(String before, String after) {
    return retyped(column("a", before), column("a", after));
  }

  private static ColumnRetyped retyped(ColumnDefinition before, ColumnDefinition after) {
    return new ColumnRetyped(AT, before, after, Narrowing.NONE);
  }

  private static PartitioningChanged partitions(String operation, String method) {
    return new PartitioningChanged(
        AT,
        operation,
        Optional.of(new Partitioning(method, "id", Optional.empty(), List.of())),
        Optional.empty());
  }

  private static String members(String type, int count) {
    return IntStream.range(0, count)
        .mapToObj(member -> "'m" + member + "'")
        .collect(Collectors.joining(",", type + "(", ")"));
  }

  private static IndexDefinition index(IndexKind kind) {
    return new IndexDefinition("i", false, kind, true, false, List.of(IndexPart.ofColumn("a")));
  }

  private static TableDefinition table(String engine) {
    return table(engine, List.of(), column("a", "int"), column("v", "varchar(20)"));
  }

  private static TableDefinition table(
      String engine, List<IndexDefinition> indexes, ColumnDefinition... columns) {
    return new TableDefinition(
        "t",
        TableKind.BASE,
        Optional.of(engine),
        Optional.empty(),
        Optional.of("utf8mb4_bin"),
        false,
        Optional.empty(),
        List.of(columns),
        indexes,
        List.of(),
        List.of());
  }

  private static ColumnDefinition column(String name, String type) {
    return type.startsWith("varchar")
        ? column(name, type, Optional.of("utf8mb4"), Optional.empty())
        : column(name, type, Optional.empty(), Optional.empty());
  }

  private static ColumnDefinition text(String type, String charset) {
    return column("a", type, Optional.of(charset), Optional.empty());
  }

  private static ColumnDefinition generated(String name, boolean stored) {
    return column(
        name, "int", Optional.empty(), Optional.of(new GeneratedValue("(`a` + 1)", stored)));
  }

  private static ColumnDefinition column(
      String name, String type, Optional<String> charset, Optional<GeneratedValue> generated) {
    return new ColumnDefinition(
        name,
        type,
        true,
        charset,
        charset.map(set -> set + "_bin"),
        Optional.empty(),
        false,
        false,
        generated,
        true,
        false);
  }
}
