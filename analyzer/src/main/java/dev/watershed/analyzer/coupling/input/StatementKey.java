package dev.watershed.analyzer.coupling.input;

import java.util.Optional;

/** What tells statements apart: the same text in another schema means other tables. */
record StatementKey(String dataSet, long digest, Optional<String> schema) {

  static StatementKey of(CoupledStatement statement) {
    return new StatementKey(statement.dataSet(), statement.digest(), statement.schema());
  }
}
