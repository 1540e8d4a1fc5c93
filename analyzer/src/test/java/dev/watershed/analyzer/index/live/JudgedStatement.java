package dev.watershed.analyzer.index.live;

import dev.watershed.analyzer.index.FactMaker;

/**
 * A statement that the server and the model plan.
 *
 * @param sql with literals
 * @param facts what the parser would say of it
 */
record JudgedStatement(String sql, FactMaker facts) {

  @Override
  public String toString() {
    return sql;
  }
}
