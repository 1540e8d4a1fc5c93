package dev.watershed.benchmarks.fleet.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One client's connection, with the luck of its actions. */
final class Session implements AutoCloseable {

  private final Connection connection;
  private final SplittableRandom random;
  private String tag = "";

  Session(Connection connection, SplittableRandom random) {
    this.connection = connection;
    this.random = random;
  }

  /** Appends a sqlcommenter tag to the statements that follow. */
  void sqlcommenter(String controller, String action) {
    tag = " /*action='" + encoded(action) + "',controller='" + encoded(controller) + "'*/";
  }

  /** Appends a marginalia tag to the statements that follow. */
  void marginalia(String controller, String action) {
    tag = " /*application:marketplace,controller:" + controller + ",action:" + action + "*/";
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** The first column of all rows. */
  List<Long> select(String sql, Object... arguments) throws SQLException {
    try (PreparedStatement statement = prepare(sql, arguments);
        ResultSet rows = statement.executeQuery()) {
      List<Long> first = new ArrayList<>();
      while (rows.next()) {
        Object value = rows.getObject(1);
        first.add(value instanceof Number number ? number.longValue() : 0L);
      }
      return first;
    }
  }

  int update(String sql, Object... arguments) throws SQLException {
    try (PreparedStatement statement = prepare(sql, arguments)) {
      return statement.executeUpdate();
    }
  }

  /** The id that the server gave to the row. */
  long insert(String sql, Object... arguments) throws SQLException {
    update(sql, arguments);
    return select("SELECT LAST_INSERT_ID()").get(0);
  }

  /** Runs some work as one transaction. */
  void transaction(Work work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      work.run();
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private PreparedStatement prepare(String sql, Object... arguments) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql + tag);
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }

  /** A number from 1 to a bound; low ones are more likely, as popular things are. */
  long popular(int bound) {
    double skewed = Math.pow(random.nextDouble(), 3);
    return 1 + (long) (skewed * bound);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  /** The time between two statements of a slow client. */
  void think(int milliseconds) throws SQLException {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted", e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /** Statements. */
  @FunctionalInterface
  interface Work {
    void run() throws SQLException;
  }
}
