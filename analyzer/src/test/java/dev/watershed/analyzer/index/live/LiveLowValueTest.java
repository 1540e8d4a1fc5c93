package dev.watershed.analyzer.index.live;

import static dev.watershed.analyzer.index.Conditions.is;
import static dev.watershed.analyzer.index.FactMaker.insert;
import static dev.watershed.analyzer.index.FactMaker.reading;
import static dev.watershed.analyzer.index.FactMaker.weighted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.Servers;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.index.TableMaker;
import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.index.ddl.ChangePlan;
import dev.watershed.analyzer.index.ddl.ChangePlanner;
import dev.watershed.analyzer.index.ddl.ServerAbilities;
import dev.watershed.analyzer.index.ddl.TableCondition;
import dev.watershed.analyzer.index.input.AdvisorInput;
import dev.watershed.analyzer.index.input.SeenUse;
import dev.watershed.analyzer.index.redundancy.HintedIndexes;
import dev.watershed.analyzer.index.redundancy.IndexUsage;
import dev.watershed.analyzer.index.selection.Workbench;
import dev.watershed.analyzer.index.value.LowValueIndexes;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A real server reads hardly more rows once an index of low value is hidden. */
class LiveLowValueTest {

  private static final String QUERY = "SELECT * FROM orders WHERE member = 77 AND shop = 27";
  private static final double FELT = 1.2;

  @Live(Product.MYSQL)
  @Nested
  class OnMySql extends Cases {
    OnMySql(LiveServer server) {
      super(server);
    }
  }

  @Live(Product.MARIADB)
  @Nested
  class OnMariaDb extends Cases {
    OnMariaDb(LiveServer server) {
      super(server);
    }
  }

  abstract static class Cases {
    private final LiveServer server;

    Cases(LiveServer server) {
      this.server = server;
    }

    @Test
    void theServerHardlyMissesIt() throws SQLException {
      try (Connection connection = server.connectToNewSchema()) {
        load(connection);
        IndexAdvice advice = advice(ask(connection, "SELECT version()")).get(0);
        assertThat(advice.index().name()).isEqualTo("by_shop");
        assertThat(LivePlanTest.Cases.keys(connection, QUERY)).contains("by_shop");
        double before = rowsRead(connection);
        run(connection, hiding(connection, advice));
        assertThat(LivePlanTest.Cases.keys(connection, QUERY)).contains(advice.others().get(0));
        assertThat(rowsRead(connection)).isLessThanOrEqualTo(before * FELT);
      }
    }

    /** Ten rows of each member, all of one shop. */
    private static void load(Connection connection) throws SQLException {
      run(
          connection,
          "CREATE TABLE orders (id bigint NOT NULL PRIMARY KEY, member int NOT NULL, shop int NOT"
              + " NULL, day int NOT NULL, amount int NOT NULL, KEY by_shop (member, shop), KEY"
              + " by_day (member, day)) STATS_PERSISTENT=1 STATS_AUTO_RECALC=0");
      run(connection, "CREATE TABLE digits (d int NOT NULL PRIMARY KEY)");
      run(connection, "INSERT INTO digits VALUES (0),(1),(2),(3),(4),(5),(6),(7),(8),(9)");
      run(
          connection,
          "INSERT INTO orders SELECT n, n % 1000, n % 1000 % 50, n DIV 1000, 1 FROM (SELECT a.d +"
              + " 10 * b.d + 100 * c.d + 1000 * e.d AS n FROM digits a, digits b, digits c, digits"
              + " e) numbers");
      run(connection, "ANALYZE TABLE orders");
    }

    private static List<IndexAdvice> advice(String version) {
      StatisticTable table =
          TableMaker.table("orders")
              .numbers("member", "shop", "day", "amount")
              .key("by_shop", false, "member", "shop")
              .key("by_day", false, "member", "day")
              .rows(10_000, 40)
              .distinct("PRIMARY", 10_000)
              .distinct("by_shop", 1_000, 1_000)
              .distinct("by_day", 1_000, 10_000)
              .make();
      List<WeightedStatement> statements =
          List.of(
              reading("orders").where(is("member"), is("shop")).selectAll().called(7_200),
              reading("orders")
                  .where(is("member"))
                  .orderBy("day")
                  .selectAll()
                  .limit(3)
                  .called(7_200),
              weighted(insert("orders"), 7_200_000));
      AdvisedServer advised = Servers.server(version, List.of(table), statements);
      IndexUsage usage =
          new IndexUsage(
              Servers.SECONDS,
              Set.of("primary"),
              Set.of(),
              true,
              Map.of(
                  new IndexUsage.Name("shop", "orders", "by_shop"),
                  new IndexUsage.Rows(72_000, 0, 0),
                  new IndexUsage.Name("shop", "orders", ""),
                  new IndexUsage.Rows(0, 7_200_000, 0)));
      HintedIndexes hinted = new HintedIndexes(statements, List.of());
      return LowValueIndexes.of(
          new AdvisorInput(advised, usage, SeenUse.WHOLE, hinted),
          Workbench.of(advised),
          List.of());
    }

    private static String hiding(Connection connection, IndexAdvice advice) throws SQLException {
      ServerAbilities abilities = ServerAbilities.of(ask(connection, "SELECT version()"));
      TableCondition condition =
          new TableCondition(OptionalLong.empty(), OptionalDouble.empty(), false);
      ChangePlan plan = new ChangePlanner(abilities).plan(advice, condition);
      assertThat(plan.later()).hasSize(1);
      return plan.statements().get(0).replace("`shop`.", "");
    }

    private static double rowsRead(Connection connection) throws SQLException {
      run(connection, "FLUSH STATUS");
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(QUERY)) {
        int count = 0;
        while (rows.next()) {
          count++;
        }
        assertThat(count).isEqualTo(10);
      }
      double read = 0;
      try (Statement statement = connection.createStatement();
          ResultSet status =
              statement.executeQuery("SHOW SESSION STATUS LIKE 'Handler\\_read\\_%'")) {
        while (status.next()) {
          read += status.getDouble(2);
        }
      }
      return read;
    }

    private static String ask(Connection connection, String sql) throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        rows.next();
        return rows.getString(1);
      }
    }

    private static void run(Connection connection, String sql) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }
}
