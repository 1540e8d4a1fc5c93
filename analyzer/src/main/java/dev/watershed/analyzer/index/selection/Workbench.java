package dev.watershed.analyzer.index.selection;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.index.candidate.Candidate;
import dev.watershed.analyzer.index.candidate.CandidatePool;
import dev.watershed.analyzer.index.candidate.IndexFeatures;
import dev.watershed.analyzer.index.cost.CostModel;
import dev.watershed.analyzer.index.cost.IndexView;
import dev.watershed.analyzer.index.cost.StatementPlan;
import dev.watershed.analyzer.index.cost.StatementPlanner;
import dev.watershed.analyzer.index.cost.StatementPlans;
import dev.watershed.analyzer.index.shape.StatementShape;
import dev.watershed.analyzer.index.shape.StatementShapes;
import dev.watershed.analyzer.index.statistics.IndexFigures;
import dev.watershed.analyzer.index.statistics.ServerTables;
import dev.watershed.analyzer.index.statistics.TableFigures;
import dev.watershed.sql.StatementKind;
import dev.watershed.sql.facts.TableWrite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Candidates of a server and what its statements cost with any set of them. Candidates are named by
 * their place in {@link #candidates()}. A statement is planned again only if an index comes or goes
 * that may serve it.
 */
public final class Workbench {

  private final CostModel model;
  private final StatementPlanner planner;
  private final ServerTables tables;
  private final List<CostedStatement> statements;
  private final List<Candidate> candidates;
  private final List<List<Integer>> served;
  private final List<Bundle> bundles;
  private final Map<TableFigures, List<Integer>> statementsOn = new HashMap<>();
  private final Map<String, Upkeep> upkeep = new HashMap<>();
  private final double[] upkeepOf;

  private Workbench(AdvisedServer server) {
    model = CostModel.of(server);
    planner = new StatementPlanner(model);
    tables = ServerTables.of(server);
    StatementShapes shapes = new StatementShapes(tables);
    List<StatementShape> all =
        server.statements().parallelStream().sorted(STATEMENT_ORDER).map(shapes::of).toList();
    List<StatementShape> grounds = all.stream().filter(StatementShape::ground).toList();
    double leastSeconds = Grounds.leastSeconds(server.statements());
    List<Candidate> pool = CandidatePool.of(grounds, IndexFeatures.of(server), leastSeconds);
    List<List<Integer>> relevant = Relevance.of(grounds, pool);
    boolean[] grounded = Grounds.of(pool, grounds, relevant, leastSeconds);
    int[] places = places(grounded);
    candidates =
        IntStream.range(0, places.length)
            .filter(place -> grounded[place])
            .mapToObj(pool::get)
            .toList();
    List<List<Integer>> servedBy =
        relevant.stream()
            .map(own -> own.stream().filter(at -> grounded[at]).map(at -> places[at]).toList())
            .toList();
    statements =
        IntStream.range(0, grounds.size())
            .parallel()
            .mapToObj(number -> costed(grounds.get(number), servedBy.get(number)))
            .toList();
    served = served(servedBy);
    bundles = Bundles.of(statements, candidates, served);
    for (int number = 0; number < statements.size(); number++) {
      for (TableFigures table : statements.get(number).shape().tables()) {
        statementsOn.computeIfAbsent(table, key -> new ArrayList<>()).add(number);
      }
    }
    Map<String, List<Upkeep.Write>> writes = new HashMap<>();
    for (StatementShape shape : all) {
      addWrites(shape, writes);
    }
    writes.forEach((table, each) -> upkeep.put(table, new Upkeep(each)));
    upkeepOf =
        candidates.stream().mapToDouble(each -> upkeep(each.table(), each.index())).toArray();
  }

  /** Where those that stay come to stand. */
  private static int[] places(boolean[] stay) {
    int[] places = new int[stay.length];
    int next = 0;
    for (int place = 0; place < stay.length; place++) {
      places[place] = next;
      next += stay[place] ? 1 : 0;
    }
    return places;
  }

  /** Plans a statement with the indexes that exist, and with each candidate alone beside them. */
  private CostedStatement costed(StatementShape shape, List<Integer> servedBy) {
    StatementPlans plans = planner.plans(shape);
    double[] alone = new double[servedBy.size()];
    for (int at = 0; at < alone.length; at++) {
      alone[at] = plans.plan(view(servedBy.subList(at, at + 1), Set.of())).cost();
    }
    return new CostedStatement(shape, plans.plan(IndexView.EXISTING), servedBy, alone);
  }

  private List<List<Integer>> served(List<List<Integer>> servedBy) {
    List<List<Integer>> found = new ArrayList<>();
    candidates.forEach(candidate -> found.add(new ArrayList<>()));
    for (int number = 0; number < servedBy.size(); number++) {
      for (int place : servedBy.get(number)) {
        found.get(place).add(number);
      }
    }
    return found;
  }

  private static final Comparator<WeightedStatement> STATEMENT_ORDER =
      Comparator.comparingLong(WeightedStatement::digest)
          .thenComparing(statement -> statement.schema().orElse(""))
          .thenComparingDouble(WeightedStatement::calls)
          .thenComparingDouble(WeightedStatement::seconds);

  /** Lays out what a server has. */
  public static Workbench of(AdvisedServer server) {
    return new Workbench(server);
  }

  private void addWrites(StatementShape shape, Map<String, List<Upkeep.Write>> writes) {
    WeightedStatement statement = shape.statement();
    for (TableWrite write : statement.facts().writes()) {
      Optional<TableFigures> table =
          write
              .table()
              .schema()
              .or(statement::schema)
              .flatMap(schema -> tables.find(schema, write.table().table()));
      if (table.isPresent()) {
        writes
            .computeIfAbsent(table.get().name(), key -> new ArrayList<>())
            .add(write(shape, write, table.get()));
      }
    }
  }

  /** What was counted of a statement that writes several tables is of none of them alone. */
  private Upkeep.Write write(StatementShape shape, TableWrite write, TableFigures table) {
    WeightedStatement statement = shape.statement();
    StatementKind kind = statement.facts().kind();
    OptionalDouble counted = statement.rowsAffectedPerCall();
    return counted.isPresent() && statement.facts().writes().size() == 1
        ? Upkeep.Write.counted(write, kind, statement.calls() * counted.getAsDouble())
        : Upkeep.Write.of(write, kind, statement.calls() * rowsWritten(shape, write), table.rows());
  }

  private double rowsWritten(StatementShape shape, TableWrite write) {
    if (!shape.ground() || write.rowsFrom().isEmpty()) {
      return 1;
    }
    StatementPlan plan = planner.plan(shape, IndexView.EXISTING);
    return Math.max(1, plan.blocks().get(write.rowsFrom().getAsInt()).rows());
  }

  /** Every candidate, in an order that depends on nothing but what they are. */
  public List<Candidate> candidates() {
    return candidates;
  }

  /** The statements on which advice may rest. */
  public List<CostedStatement> statements() {
    return statements;
  }

  /** The places of the statements that a candidate may serve. */
  public List<Integer> served(int candidate) {
    return served.get(candidate);
  }

  /** What can be taken in one step. */
  public List<Bundle> bundles() {
    return bundles;
  }

  /** The places of the statements that use a table. */
  public List<Integer> statementsOn(TableFigures table) {
    return statementsOn.getOrDefault(table, List.of());
  }

  /** Entries of an index that all writes make, change or remove. */
  public double entriesWritten(TableFigures table, IndexFigures index) {
    Upkeep writes = upkeep.get(table.name());
    return writes == null ? 0 : writes.entries(index, table);
  }

  /** What writes cost because of an index. */
  public double upkeep(TableFigures table, IndexFigures index) {
    Upkeep writes = upkeep.get(table.name());
    return writes == null ? 0 : writes.cost(index, table, model);
  }

  /** What writes cost because of a candidate. */
  public double upkeep(int candidate) {
    return upkeepOf[candidate];
  }

  /** The cost of all calls of a statement with some candidates. */
  public double cost(int statement, Set<Integer> chosen) {
    CostedStatement costed = statements.get(statement);
    List<Integer> relevant = costed.relevant(chosen);
    OptionalDouble known = costed.cost(relevant);
    return known.isPresent()
        ? known.getAsDouble()
        : costed.reckoned(relevant, plan(costed.shape(), relevant, Set.of()));
  }

  /** The plan of a statement with some candidates. */
  public StatementPlan plan(int statement, Set<Integer> chosen) {
    return plan(statement, chosen, Set.of());
  }

  /**
   * The plan of a statement with some candidates and without some existing indexes.
   *
   * @param without their definitions
   */
  public StatementPlan plan(int statement, Set<Integer> chosen, Set<IndexFigures> without) {
    CostedStatement costed = statements.get(statement);
    List<Integer> relevant = costed.relevant(chosen);
    return relevant.isEmpty() && without.isEmpty()
        ? costed.today()
        : plan(costed.shape(), relevant, without);
  }

  private StatementPlan plan(
      StatementShape shape, List<Integer> chosen, Set<IndexFigures> without) {
    return planner.plan(shape, view(chosen, without));
  }

  private IndexView view(List<Integer> chosen, Set<IndexFigures> without) {
    return table -> {
      List<IndexFigures> added = new ArrayList<>();
      for (int each : chosen) {
        if (candidates.get(each).table() == table) {
          added.add(candidates.get(each).index());
        }
      }
      if (added.isEmpty() && without.isEmpty()) {
        return table.indexes();
      }
      List<IndexFigures> all = new ArrayList<>(table.indexes());
      all.removeAll(without);
      all.addAll(added);
      return all;
    };
  }

  /** The cost of all statements, and of the upkeep of some candidates. */
  public double objective(Set<Integer> chosen) {
    double sum = 0;
    for (int statement = 0; statement < statements.size(); statement++) {
      sum += cost(statement, chosen);
    }
    for (int each : new TreeSet<>(chosen)) {
      sum += upkeep(each);
    }
    return sum;
  }

  /** Bytes of a candidate. */
  public long bytes(int candidate) {
    return candidates.get(candidate).index().bytes();
  }

  /** Bytes of some candidates. */
  public long bytes(Set<Integer> chosen) {
    return chosen.stream().mapToLong(this::bytes).sum();
  }
}
