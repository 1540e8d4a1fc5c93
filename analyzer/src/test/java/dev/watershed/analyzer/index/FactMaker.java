package dev.watershed.analyzer.index;

import dev.watershed.sql.StatementKind;
import dev.watershed.sql.facts.ColumnRef;
import dev.watershed.sql.facts.Condition;
import dev.watershed.sql.facts.FactIssue;
import dev.watershed.sql.facts.QueryBlock;
import dev.watershed.sql.facts.RowLimit;
import dev.watershed.sql.facts.RowSource;
import dev.watershed.sql.facts.RowSource.Join;
import dev.watershed.sql.facts.RowSource.JoinKind;
import dev.watershed.sql.facts.SortKey;
import dev.watershed.sql.facts.StatementFacts;
import dev.watershed.sql.facts.TableRef;
import dev.watershed.sql.facts.TableWrite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Makes the facts of statements block by block, as the parser would. */
public final class FactMaker {

  private final List<QueryBlock> blocks = new ArrayList<>();
  private final List<TableWrite> writes = new ArrayList<>();
  private final List<String> hints = new ArrayList<>();
  private final List<FactIssue> issues = new ArrayList<>();
  private StatementKind kind = StatementKind.SELECT;

  private OptionalInt parent = OptionalInt.empty();
  private List<RowSource> sources = new ArrayList<>();
  private Condition where = Condition.always();
  private List<SortKey> groupBy = new ArrayList<>();
  private List<SortKey> orderBy = new ArrayList<>();
  private boolean distinct;
  private boolean aggregated;
  private List<ColumnRef> selected = new ArrayList<>();
  private Set<Integer> whole = new TreeSet<>();
  private List<Integer> subqueries = new ArrayList<>();
  private Optional<RowLimit> limit = Optional.empty();
  private boolean locking;

  private FactMaker() {}

  public static FactMaker reading(String table) {
    return new FactMaker().source(table, Join.FIRST);
  }

  public static StatementFacts insert(String table) {
    FactMaker maker = new FactMaker();
    maker.kind = StatementKind.INSERT;
    maker.writes.add(
        new TableWrite(ref(table), TableWrite.WriteKind.INSERT, List.of(), OptionalInt.empty()));
    return maker.facts();
  }

  public static FactMaker update(String table, String... columns) {
    FactMaker maker = reading(table);
    maker.kind = StatementKind.UPDATE;
    maker.locking = true;
    maker.writes.add(
        new TableWrite(
            ref(table), TableWrite.WriteKind.UPDATE, List.of(columns), OptionalInt.of(0)));
    return maker;
  }

  private static TableRef ref(String table) {
    return new TableRef(Optional.of(TableMaker.SCHEMA), table, TableRef.Presence.KNOWN);
  }

  private FactMaker source(String table, Join join) {
    sources.add(new RowSource.Table(ref(table), table, join));
    return this;
  }

  public FactMaker join(JoinKind how, String table, Condition on) {
    return source(table, new Join(how, on));
  }

  public FactMaker join(String table, Condition on) {
    return join(JoinKind.INNER, table, on);
  }

  /** Reads the rows of another block first. */
  public static FactMaker derivedFirst(int block) {
    FactMaker maker = new FactMaker();
    maker.sources.add(
        new RowSource.Derived(block, RowSource.Derived.Origin.SUBQUERY, "d" + block, Join.FIRST));
    return maker;
  }

  public FactMaker where(Condition... conditions) {
    where = conditions.length == 1 ? conditions[0] : Conditions.all(conditions);
    return this;
  }

  /** Columns, with {@code -} before descending ones. */
  public FactMaker orderBy(String... columns) {
    Arrays.stream(columns).map(this::key).forEach(orderBy::add);
    return this;
  }

  public FactMaker orderByRandom() {
    orderBy.add(new SortKey(Optional.empty(), List.of(), false, "RAND()"));
    return this;
  }

  public FactMaker groupBy(String... columns) {
    Arrays.stream(columns).map(this::key).forEach(groupBy::add);
    aggregated = true;
    return this;
  }

  private SortKey key(String text) {
    boolean descending = text.startsWith("-");
    String name = descending ? text.substring(1) : text;
    ColumnRef column = Conditions.column(blocks.size(), name);
    return new SortKey(Optional.of(column), List.of(column), descending, name);
  }

  public FactMaker distinct() {
    distinct = true;
    return this;
  }

  public FactMaker aggregate() {
    aggregated = true;
    return this;
  }

  public FactMaker select(String... columns) {
    Arrays.stream(columns)
        .map(name -> Conditions.column(blocks.size(), name))
        .forEach(selected::add);
    return this;
  }

  /** Every column of every source. */
  public FactMaker selectAll() {
    for (int source = 0; source < sources.size(); source++) {
      whole.add(source);
    }
    return this;
  }

  public FactMaker limit(long rows) {
    limit = Optional.of(new RowLimit(OptionalLong.of(rows), OptionalLong.empty(), false));
    return this;
  }

  public FactMaker limit(long rows, long offset) {
    limit = Optional.of(new RowLimit(OptionalLong.of(rows), OptionalLong.of(offset), true));
    return this;
  }

  public FactMaker subquery(int block) {
    subqueries.add(block);
    return this;
  }

  public FactMaker hint(String hint) {
    hints.add(hint);
    return this;
  }

  public FactMaker issue(FactIssue.Reason reason) {
    issues.add(new FactIssue(reason, ""));
    return this;
  }

  /** Ends a block and begins the next one inside it. */
  public FactMaker inside(int outer, String table) {
    blocks.add(block());
    parent = OptionalInt.of(outer);
    sources = new ArrayList<>();
    where = Condition.always();
    groupBy = new ArrayList<>();
    orderBy = new ArrayList<>();
    distinct = false;
    aggregated = false;
    selected = new ArrayList<>();
    whole = new TreeSet<>();
    subqueries = new ArrayList<>();
    limit = Optional.empty();
    return source(table, Join.FIRST);
  }

  private QueryBlock block() {
    return new QueryBlock(
        blocks.size(),
        parent,
        sources,
        where,
        Condition.always(),
        groupBy,
        orderBy,
        distinct,
        aggregated,
        false,
        selected,
        whole,
        subqueries,
        OptionalInt.empty(),
        limit,
        locking);
  }

  public StatementFacts facts() {
    List<QueryBlock> all = new ArrayList<>(blocks);
    if (!sources.isEmpty()) {
      all.add(block());
    }
    return new StatementFacts(kind, true, List.of(), all, writes, hints, issues);
  }

  public WeightedStatement called(double calls) {
    return weighted(facts(), calls);
  }

  /** Named by what it is, so that equal statements have equal digests. */
  public static WeightedStatement weighted(StatementFacts facts, double calls) {
    return new WeightedStatement(
        facts.toString().hashCode(),
        Optional.of(TableMaker.SCHEMA),
        facts,
        calls,
        calls / 1_000,
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  /** The same statement, measured to examine so many rows a call. */
  public static WeightedStatement examining(double rows, WeightedStatement statement) {
    return changed(
        statement, statement.seconds(), OptionalDouble.of(rows), statement.rowsAffectedPerCall());
  }

  /** The same statement, measured to write so many rows a call. */
  public static WeightedStatement affecting(double rows, WeightedStatement statement) {
    return changed(
        statement, statement.seconds(), statement.rowsExaminedPerCall(), OptionalDouble.of(rows));
  }

  /** The same statement, taking so much time in all. */
  public static WeightedStatement lasting(double seconds, WeightedStatement statement) {
    return changed(
        statement, seconds, statement.rowsExaminedPerCall(), statement.rowsAffectedPerCall());
  }

  private static WeightedStatement changed(
      WeightedStatement statement,
      double seconds,
      OptionalDouble examined,
      OptionalDouble affected) {
    return new WeightedStatement(
        statement.digest(),
        statement.schema(),
        statement.facts(),
        statement.calls(),
        seconds,
        examined,
        statement.rowsSentPerCall(),
        affected);
  }
}
