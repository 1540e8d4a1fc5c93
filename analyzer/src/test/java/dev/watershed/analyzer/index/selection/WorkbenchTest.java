package dev.watershed.analyzer.index.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.Conditions;
import dev.watershed.analyzer.index.FactMaker;
import dev.watershed.analyzer.index.RandomServers;
import dev.watershed.analyzer.index.Servers;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.index.TableMaker;
import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.index.cost.CostModel;
import dev.watershed.analyzer.index.cost.StatementPlan;
import dev.watershed.analyzer.index.cost.StatementPlanner;
import dev.watershed.analyzer.index.statistics.ColumnBounds;
import dev.watershed.analyzer.index.statistics.IndexFigures;
import dev.watershed.analyzer.index.statistics.TableFigures;
import dev.watershed.sql.facts.StatementFacts;
import dev.watershed.sql.facts.TableRef;
import dev.watershed.sql.facts.TableWrite;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is remembered of plans against plans that are made anew. */
class WorkbenchTest {

  private static final int SERVERS = 40;
  private static final int SETS = 12;

  @Test
  void costsAreThoseOfPlansThatAreMadeAnew() {
    for (int seed = 0; seed < SERVERS; seed++) {
      AdvisedServer server = RandomServers.of(seed, 3, 12);
      Workbench workbench = Workbench.of(server);
      StatementPlanner planner = new StatementPlanner(CostModel.of(server));
      Random random = new Random(seed);
      for (int set = 0; set < SETS; set++) {
        Set<Integer> chosen = drawn(random, workbench.candidates().size());
        for (int number = 0; number < workbench.statements().size(); number++) {
          CostedStatement statement = workbench.statements().get(number);
          StatementPlan anew = anew(planner, workbench, number, chosen);

          assertThat(workbench.cost(number, chosen))
              .isEqualTo(statement.counted(anew.cost()) * statement.shape().statement().calls());
          assertThat(workbench.plan(number, chosen)).isEqualTo(anew);
        }
      }
    }
  }

  /** None, one, or many of the candidates. */
  private static Set<Integer> drawn(Random random, int candidates) {
    Set<Integer> chosen = new TreeSet<>();
    int count = candidates == 0 ? 0 : random.nextInt(1 + Math.min(candidates, 8));
    while (chosen.size() < count) {
      chosen.add(random.nextInt(candidates));
    }
    return chosen;
  }

  private static StatementPlan anew(
      StatementPlanner planner, Workbench workbench, int number, Set<Integer> chosen) {
    return planner.plan(
        workbench.statements().get(number).shape(),
        table -> {
          List<IndexFigures> all = new ArrayList<>(table.indexes());
          for (int place : chosen) {
            boolean serves = workbench.served(place).contains(number);
            TableFigures own = workbench.candidates().get(place).table();
            if (serves && own == table) {
              all.add(workbench.candidates().get(place).index());
            }
          }
          return all;
        });
  }

  private static final StatisticTable ORDERS =
      TableMaker.table("orders").numbers("member", "shop").rows(50_000, 800).make();

  /** Entries of an index on (member) that a statement of ten calls makes, changes and removes. */
  private static double entriesWritten(WeightedStatement statement) {
    TableFigures table = new TableFigures(ORDERS, OptionalLong.empty(), ColumnBounds.NONE);
    IndexDefinition index =
        new IndexDefinition(
            "x", false, IndexKind.BTREE, true, false, List.of(IndexPart.ofColumn("member")));
    return Workbench.of(Servers.mysql(List.of(ORDERS), statement))
        .entriesWritten(table, table.imagined(index));
  }

  @Test
  void anInsertOfManyRowsWritesAnEntryForEach() {
    WeightedStatement insert = FactMaker.weighted(FactMaker.insert("orders"), 10);

    assertThat(entriesWritten(insert)).as("nobody counted rows").isEqualTo(10);
    assertThat(entriesWritten(FactMaker.affecting(100, insert))).isEqualTo(1_000);
  }

  @Test
  void rowsThatWereCountedStandForThoseOfThePlan() {
    WeightedStatement update =
        FactMaker.update("orders", "member").where(Conditions.is("shop")).called(10);

    assertThat(entriesWritten(update)).as("rows of the model").isGreaterThan(1_000);
    assertThat(entriesWritten(FactMaker.affecting(3, update))).isEqualTo(60);
  }

  @Test
  void whatWritesTwoTablesIsNotCountedForEach() {
    StatementFacts one = FactMaker.update("orders", "member").facts();
    TableWrite write = one.writes().get(0);
    TableWrite beside =
        new TableWrite(
            new TableRef(write.table().schema(), "others", TableRef.Presence.KNOWN),
            write.kind(),
            List.of("a"),
            write.rowsFrom());
    StatementFacts both =
        new StatementFacts(
            one.kind(),
            one.parsed(),
            one.tables(),
            one.blocks(),
            List.of(write, beside),
            one.hints(),
            one.issues());
    WeightedStatement update = FactMaker.weighted(both, 10);

    assertThat(entriesWritten(FactMaker.affecting(3, update))).isEqualTo(entriesWritten(update));
  }

  @Test
  void theSameServerGivesTheSame() {
    AdvisedServer server = RandomServers.of(7, 6, 40);
    Workbench one = Workbench.of(server);
    Workbench other = Workbench.of(server);

    assertThat(one.candidates().stream().map(each -> each.index()))
        .containsExactlyElementsOf(other.candidates().stream().map(each -> each.index()).toList());
    assertThat(one.bundles()).isEqualTo(other.bundles());
    assertThat(one.objective(Set.of())).isEqualTo(other.objective(Set.of()));
  }
}
