package dev.watershed.analyzer.index.cost;

import static dev.watershed.analyzer.index.Conditions.is;
import static dev.watershed.analyzer.index.Conditions.join;
import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.watershed.analyzer.index.FactMaker;
import dev.watershed.analyzer.index.Servers;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.index.shape.BlockShape;
import dev.watershed.analyzer.index.shape.SourceShape;
import dev.watershed.analyzer.index.shape.StatementShapes;
import dev.watershed.analyzer.index.statistics.ServerTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dynamic program against every order of the sources. */
class JoinOrderTest {

  private static final int TABLES = 5;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void isTheCheapestOfAllOrders(long seed) {
    JoinOrder order = order(new Random(seed));

    double cheapest = cheapest(order, JoinOrder.Prefix.EMPTY);

    assertThat(order.best().choice()).isCloseTo(cheapest, withPercentage(1e-6));
  }

  private BlockShape block;
  private Cardinality cardinality;

  private JoinOrder order(Random random) {
    List<StatisticTable> tables = new ArrayList<>();
    for (int number = 0; number < TABLES; number++) {
      long rows = (long) Math.pow(10, 1 + 4 * random.nextDouble());
      tables.add(
          table("t" + number)
              .numbers("a", "b")
              .key("idx_a", false, "a")
              .rows(rows, 1 + rows / 100)
              .distinct("PRIMARY", rows)
              .distinct("idx_a", Math.max(1, rows / 7), rows)
              .make());
    }
    FactMaker maker = FactMaker.reading("t0");
    for (int number = 1; number < TABLES; number++) {
      String column = random.nextBoolean() ? ".a" : ".b";
      maker.join("t" + number, join(number + column, random.nextInt(number) + ".id"));
    }
    maker.where(is(random.nextInt(TABLES) + ".b")).selectAll();
    ServerTables known = ServerTables.of(Servers.mysql(tables));
    block = new StatementShapes(known).of(maker.called(1)).blocks().get(0);
    double[] rows =
        block.sources().stream().mapToDouble(each -> each.table().orElseThrow().rows()).toArray();
    cardinality = new Cardinality(block, rows);
    List<Optional<SourceAccesses>> accesses =
        block.sources().stream().map(each -> Optional.of(accesses(each))).toList();
    return new JoinOrder(block, accesses, List.of(), CostModel.MYSQL_8, cardinality);
  }

  private static SourceAccesses accesses(SourceShape source) {
    List<IndexAccesses> indexes =
        source.table().orElseThrow().indexes().stream()
            .map(index -> new IndexAccesses(source, index, List.of(), CostModel.MYSQL_8, term -> 1))
            .toList();
    return new SourceAccesses(source, indexes, CostModel.MYSQL_8);
  }

  private double cheapest(JoinOrder order, JoinOrder.Prefix prefix) {
    if (prefix.steps().size() == TABLES) {
      return prefix.choice();
    }
    double times = prefix.steps().isEmpty() ? 1 : cardinality.of(prefix.sources());
    double cheapest = Double.MAX_VALUE;
    for (SourceShape source : block.sources()) {
      if ((prefix.sources() & source.bit()) == 0) {
        for (Access access : order.accesses(source, prefix.sources())) {
          cheapest = Math.min(cheapest, cheapest(order, order.add(prefix, source, access, times)));
        }
      }
    }
    return cheapest;
  }
}
