package dev.watershed.benchmarks.fleet.demo;

import java.sql.SQLException;
import java.util.List;

/**
 * What one service does.
 *
 * @param user its account
 * @param schema its default schema; may be empty
 * @param connections how many clients it has
 * @param actionsPerSecond of all its clients, on an ordinary minute
 * @param saleFactor how many times as much it does during the sale
 * @param serverPrepared whether its driver prepares statements on the server
 * @param actions the more often an action is listed, the more often it happens
 */
record ServiceTraffic(
    String user,
    String schema,
    int connections,
    double actionsPerSecond,
    double saleFactor,
    boolean serverPrepared,
    List<Action> actions) {

  ServiceTraffic {
    actions = List.copyOf(actions);
    if (connections < 1 || actionsPerSecond <= 0 || saleFactor <= 0 || actions.isEmpty()) {
      throw new IllegalArgumentException("traffic of " + user);
    }
  }

  /** What a request makes a service do. */
  @FunctionalInterface
  interface Action {
    void run(Session session) throws SQLException;
  }
}
