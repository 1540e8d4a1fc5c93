package dev.watershed.benchmarks.index;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.sql.StatementKind;
import dev.watershed.sql.facts.ColumnRef;
import dev.watershed.sql.facts.ColumnSide;
import dev.watershed.sql.facts.Comparison;
import dev.watershed.sql.facts.Condition;
import dev.watershed.sql.facts.Operand;
import dev.watershed.sql.facts.QueryBlock;
import dev.watershed.sql.facts.RowLimit;
import dev.watershed.sql.facts.RowSource;
import dev.watershed.sql.facts.SortKey;
import dev.watershed.sql.facts.StatementFacts;
import dev.watershed.sql.facts.TableRef;
import dev.watershed.sql.facts.TableWrite;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableKind;
import dev.watershed.workload.catalog.TableStatistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/**
 * A server with random tables of ten columns and random statements: searches by one to three
 * columns, some in order, some of two tables, and inserts. Few tables have most of the statements.
 */
final class IndexWorkload {

  private static final String SCHEMA = "shop";
  private static final int COLUMNS = 10;

  private final Random random;
  private final int tables;
  private final int statements;

  IndexWorkload(long seed, int tables, int statements) {
    random = new Random(seed);
    this.tables = tables;
    this.statements = statements;
  }

  AdvisedServer server() {
    List<StatisticTable> made = new ArrayList<>();
    for (int number = 0; number < tables; number++) {
      made.add(table(number));
    }
    List<WeightedStatement> asked = new ArrayList<>();
    for (int number = 0; number < statements; number++) {
      asked.add(statement(number));
    }
    return new AdvisedServer("drawn", "9.7.4", 86_400, OptionalLong.of(32L << 30), made, asked);
  }

  private StatisticTable table(int number) {
    List<ColumnDefinition> columns = new ArrayList<>();
    columns.add(column("id"));
    for (int each = 0; each < COLUMNS; each++) {
      columns.add(column("c" + each));
    }
    List<IndexDefinition> indexes =
        List.of(index("PRIMARY", true, "id"), index("idx_c0", false, "c0"));
    long rows = (long) Math.pow(10, 2 + 5 * random.nextDouble());
    return new StatisticTable(
        SCHEMA,
        new TableDefinition(
            "t" + number,
            TableKind.BASE,
            Optional.of("InnoDB"),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            columns,
            indexes,
            List.of(),
            List.of()),
        Optional.of(
            new TableStatistics(
                SCHEMA,
                "t" + number,
                Instant.EPOCH,
                OptionalLong.of(rows),
                OptionalLong.of(rows * 120),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of())));
  }

  private static ColumnDefinition column(String name) {
    return new ColumnDefinition(
        name,
        "int",
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        Optional.empty(),
        true,
        false);
  }

  private static IndexDefinition index(String name, boolean unique, String column) {
    return new IndexDefinition(
        name, unique, IndexKind.BTREE, true, false, List.of(IndexPart.ofColumn(column)));
  }

  /** Tables by a power law. */
  private int drawTable() {
    return (int) (tables * Math.pow(random.nextDouble(), 3));
  }

  private WeightedStatement statement(int number) {
    double calls = Math.pow(10, 1 + 5 * random.nextDouble());
    StatementFacts facts = random.nextInt(5) == 0 ? insert(drawTable()) : select(drawTable());
    return new WeightedStatement(
        number,
        Optional.of(SCHEMA),
        facts,
        calls,
        calls / 1_000,
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  private static TableRef ref(int table) {
    return new TableRef(Optional.of(SCHEMA), "t" + table, TableRef.Presence.KNOWN);
  }

  private static StatementFacts insert(int table) {
    TableWrite write =
        new TableWrite(ref(table), TableWrite.WriteKind.INSERT, List.of(), OptionalInt.empty());
    return new StatementFacts(
        StatementKind.INSERT, true, List.of(), List.of(), List.of(write), List.of(), List.of());
  }

  private StatementFacts select(int table) {
    List<RowSource> sources = new ArrayList<>();
    sources.add(new RowSource.Table(ref(table), "a", RowSource.Join.FIRST));
    if (random.nextInt(4) == 0) {
      Condition on =
          new Condition.Predicate(
              ColumnSide.bare(new ColumnRef(0, 1, drawColumn())),
              Comparison.EQUAL,
              new Operand.Column(ColumnSide.bare(new ColumnRef(0, 0, "id"))));
      sources.add(
          new RowSource.Table(
              ref(drawTable()), "b", new RowSource.Join(RowSource.JoinKind.INNER, on)));
    }
    List<Condition> conditions = new ArrayList<>();
    for (int each = 0; each <= random.nextInt(3); each++) {
      conditions.add(condition());
    }
    boolean sorted = random.nextInt(3) == 0;
    ColumnRef by = new ColumnRef(0, 0, drawColumn());
    QueryBlock block =
        new QueryBlock(
            0,
            OptionalInt.empty(),
            sources,
            new Condition.AllOf(conditions),
            Condition.always(),
            List.of(),
            sorted
                ? List.of(new SortKey(Optional.of(by), List.of(by), false, by.column()))
                : List.of(),
            false,
            false,
            false,
            List.of(),
            Set.of(0),
            List.of(),
            OptionalInt.empty(),
            sorted
                ? Optional.of(new RowLimit(OptionalLong.of(20), OptionalLong.empty(), false))
                : Optional.empty(),
            false);
    return new StatementFacts(
        StatementKind.SELECT, true, List.of(), List.of(block), List.of(), List.of(), List.of());
  }

  private String drawColumn() {
    return "c" + random.nextInt(COLUMNS);
  }

  private Condition condition() {
    Comparison comparison =
        switch (random.nextInt(6)) {
          case 0 -> Comparison.GREATER;
          case 1 -> Comparison.IN;
          default -> Comparison.EQUAL;
        };
    return new Condition.Predicate(
        ColumnSide.bare(new ColumnRef(0, 0, drawColumn())), comparison, Operand.Constant.UNKNOWN);
  }
}
