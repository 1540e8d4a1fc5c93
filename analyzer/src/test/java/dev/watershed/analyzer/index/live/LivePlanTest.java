package dev.watershed.analyzer.index.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.cost.Access;
import dev.watershed.analyzer.index.cost.BlockPlan;
import dev.watershed.analyzer.index.cost.CostModel;
import dev.watershed.analyzer.index.cost.IndexView;
import dev.watershed.analyzer.index.cost.PlanStep;
import dev.watershed.analyzer.index.cost.StatementPlan;
import dev.watershed.analyzer.index.cost.StatementPlanner;
import dev.watershed.analyzer.index.shape.StatementShapes;
import dev.watershed.analyzer.index.statistics.ServerTables;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The model's plans and costs against those of real servers. */
class LivePlanTest {

  /** The model's rows may be so many times those of the server. */
  private static final double FACTOR = 3;

  /** The model's costs may be so many times those of the server, whose dives are no counts. */
  private static final double COST_FACTOR = 2;

  /** What the server adds to every range. */
  private static final double COST_SLACK = 4;

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
    void theModelTakesThePlansThatTheServerTakes() throws SQLException {
      List<JudgedStatement> statements =
          Stream.of(
                  JudgedStatements.searches(),
                  JudgedStatements.orders(),
                  JudgedStatements.joins(),
                  JudgedStatements.blocks())
              .flatMap(List::stream)
              .toList();
      List<String> differences = new ArrayList<>();
      try (Connection connection = server.connectToNewSchema()) {
        JudgedTables tables = new JudgedTables(connection);
        tables.load();
        String version = tables.ask("SELECT version()").get(0);
        for (JudgedStatement statement : statements) {
          AdvisedServer advised = tables.server(version, List.of(statement.facts().called(1)));
          List<Reading> said = said(connection, statement.sql());
          List<Reading> modelled = modelled(advised);
          if (!Reading.agree(said, modelled, FACTOR)) {
            differences.add(statement.sql() + "\n  server " + said + "\n  model  " + modelled);
          }
        }
      }
      assertThat(differences).isEmpty();
    }

    static List<Reading> modelled(AdvisedServer advised) {
      StatementPlan plan = plan(advised);
      List<Reading> readings = new ArrayList<>();
      for (BlockPlan block : plan.blocks()) {
        for (PlanStep step : block.steps()) {
          String index =
              step.access().indexes().isEmpty()
                  ? ""
                  : step.access().indexes().get(0).definition().name();
          boolean comparable =
              block.order() != BlockPlan.Order.ENDS_EARLY
                  && step.access().kind() != Access.Kind.RANGE;
          readings.add(
              new Reading(
                  step.source().alias(),
                  step.access().kind().key(),
                  index,
                  comparable ? OptionalDouble.of(step.access().rows()) : OptionalDouble.empty()));
        }
      }
      return readings;
    }

    @Test
    void theModelReckonsWhatTheServerReckons() throws SQLException {
      List<String> differences = new ArrayList<>();
      try (Connection connection = server.connectToNewSchema()) {
        JudgedTables tables = new JudgedTables(connection);
        tables.load();
        String version = tables.ask("SELECT version()").get(0);
        assumeTrue(reckonsInReads(version), "since 11.0 MariaDB reckons in milliseconds");
        for (JudgedStatement statement : JudgedStatements.searches()) {
          AdvisedServer advised = tables.server(version, List.of(statement.facts().called(1)));
          OptionalDouble said = ServerCost.of(connection, statement.sql());
          BlockPlan block = plan(advised).blocks().get(0);
          boolean comparable =
              block.steps().stream()
                  .map(step -> step.access().kind())
                  .noneMatch(kind -> kind == Access.Kind.CONST || kind == Access.Kind.INDEX_MERGE);
          if (comparable && said.isPresent()) {
            double modelled = cost(block);
            double ratio = modelled / said.getAsDouble();
            boolean near = Math.abs(modelled - said.getAsDouble()) <= COST_SLACK;
            if (!near && (ratio > COST_FACTOR || ratio < 1 / COST_FACTOR)) {
              differences.add(statement.sql() + ": " + said + ", model " + modelled);
            }
          }
        }
      }
      assertThat(differences).isEmpty();
    }

    /** MySQL's major numbers have one digit. */
    private static boolean reckonsInReads(String version) {
      return Integer.parseInt(version.substring(0, version.indexOf('.'))) < 11;
    }

    /** What the server reckons, but without the handicap that ranges have in its choice. */
    private static double cost(BlockPlan block) {
      return block.steps().get(0).access().kind() == Access.Kind.RANGE
          ? block.work()
          : block.choice();
    }

    static StatementPlan plan(AdvisedServer advised) {
      return new StatementPlanner(CostModel.of(advised))
          .plan(
              new StatementShapes(ServerTables.of(advised)).of(advised.statements().get(0)),
              IndexView.EXISTING);
    }

    private static String explain(Connection connection) throws SQLException {
      return mariaDb(connection) ? "EXPLAIN " : "EXPLAIN FORMAT=TRADITIONAL ";
    }

    private static boolean mariaDb(Connection connection) throws SQLException {
      return connection.getMetaData().getDatabaseProductVersion().contains("MariaDB");
    }

    /**
     * The rows that the server expects. MariaDB writes behind them what part of them a filter
     * leaves. Up to 10.11, its InnoDB tells half of what its statistics say, rounded down but at
     * least one ({@code rec_per_key} in {@code ha_innobase::info_low}), so that joins look better;
     * for constants it looks into the index instead.
     */
    private static double rows(ResultSet row, boolean mariaDb) throws SQLException {
      double number = Double.parseDouble(row.getString("rows").split(" ", -1)[0]);
      String compared = Optional.ofNullable(row.getString("ref")).orElse("const");
      boolean constants = compared.matches("const(,const)*");
      boolean halved = mariaDb && row.getString("type").equals("ref") && !constants;
      return halved ? 2 * number + 1 : number;
    }

    /** The indexes that a statement reads, as EXPLAIN writes them. */
    static String keys(Connection connection, String sql) throws SQLException {
      StringBuilder keys = new StringBuilder();
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(explain(connection) + sql)) {
        while (rows.next()) {
          keys.append(rows.getString("key")).append(' ');
        }
      }
      return keys.toString();
    }

    static List<Reading> said(Connection connection, String sql) throws SQLException {
      List<Reading> readings = new ArrayList<>();
      boolean mariaDb = mariaDb(connection);
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(explain(connection) + sql)) {
        while (rows.next()) {
          String key = rows.getString("key");
          readings.add(
              new Reading(
                  rows.getString("table"),
                  rows.getString("type"),
                  key == null ? "" : key.split(",", -1)[0],
                  OptionalDouble.of(rows(rows, mariaDb))));
        }
      }
      return readings;
    }
  }
}
