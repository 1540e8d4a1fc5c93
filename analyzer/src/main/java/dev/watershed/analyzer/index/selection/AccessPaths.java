package dev.watershed.analyzer.index.selection;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.index.cost.CostModel;
import dev.watershed.analyzer.index.cost.IndexView;
import dev.watershed.analyzer.index.cost.StatementPlan;
import dev.watershed.analyzer.index.cost.StatementPlanner;
import dev.watershed.analyzer.index.shape.StatementShape;
import dev.watershed.analyzer.index.shape.StatementShapes;
import dev.watershed.analyzer.index.statistics.ServerTables;
import java.util.Optional;

/** Says how a server would read what a statement asks for, with the indexes that it has. */
public final class AccessPaths {

  private final StatementShapes shapes;
  private final StatementPlanner planner;

  private AccessPaths(AdvisedServer server) {
    this.shapes = new StatementShapes(ServerTables.of(server));
    this.planner = new StatementPlanner(CostModel.of(server));
  }

  /** Those of a server's tables. */
  public static AccessPaths of(AdvisedServer server) {
    return new AccessPaths(server);
  }

  /**
   * The plan of one call; empty where the statement is not understood whole, names what is not
   * known, or tells the server which index to take.
   */
  public Optional<StatementPlan> plan(WeightedStatement statement) {
    StatementShape shape = shapes.of(statement);
    return shape.ground() ? Optional.of(planner.plan(shape, IndexView.EXISTING)) : Optional.empty();
  }
}
