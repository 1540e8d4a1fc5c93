package dev.watershed.benchmarks.fleet.problem;

/** What can be planted; each kind knows how to tell that it really is there. */
public enum ProblemKind {
  MISSING_INDEX(IndexPlants::noIndexBeginsWithColumns),
  MISSING_COMPOSITE_INDEX(IndexPlants::noIndexBeginsWithColumns),
  UNINDEXED_JOIN(IndexPlants::noIndexBeginsWithColumns),
  INDEX_MERGE(StatementPlants.text(" OR ")),
  REDUNDANT_INDEX(IndexPlants::indexIsPrefixOfAnother),
  DUPLICATE_INDEX(IndexPlants::indexEqualsAnother),
  UNUSED_INDEX(IndexPlants::noStatementFiltersByIndex),
  TOO_MANY_INDEXES(IndexPlants::manyIndexesAndOnlyInserts),
  HOT_FULL_SCAN(TablePlants::scannedTablesAreLarge),
  LEADING_WILDCARD(StatementPlants::likeWithLeadingWildcard),
  FUNCTION_OVER_COLUMN(StatementPlants.text("(%c)")),
  IMPLICIT_CONVERSION(StatementPlants.text("%c = ")),
  JOIN_TYPE_MISMATCH(TablePlants::joinedTypesDiffer),
  JOIN_COLLATION_MISMATCH(TablePlants::joinedTypesDiffer),
  DEEP_OFFSET(StatementPlants.text("OFFSET ?")),
  N_PLUS_ONE(StatementPlants::statementPerRow),
  ORDER_BY_RAND(StatementPlants.text("ORDER BY RAND()")),
  OVERSIZED_IN(StatementPlants::longList),
  SELECT_STAR(StatementPlants.text("SELECT *")),
  UNBOUNDED_SELECT(StatementPlants.unbounded("SELECT")),
  UNBOUNDED_UPDATE(StatementPlants.unbounded("UPDATE")),
  UNBOUNDED_DELETE(StatementPlants.text("DELETE FROM")),
  FOR_UPDATE_SCAN(StatementPlants.text("FOR UPDATE")),
  DIGEST_EXPLOSION(StatementPlants::manyDigests),
  TEMPORARY_TABLE(StatementPlants.text("GROUP BY")),
  FILE_SORT(StatementPlants.text("ORDER BY")),
  EXAMINED_SENT_RATIO(IndexPlants::noIndexBeginsWithColumns),
  NO_PRIMARY_KEY(TablePlants::noPrimaryKey),
  RANDOM_PRIMARY_KEY(TablePlants::randomPrimaryKey),
  AUTO_INCREMENT_NEAR_END(TablePlants::autoIncrementNearEnd),
  DEAD_TABLE(TablePlants::nothingTouches),
  DUPLICATE_TABLE(TablePlants::sameColumns),
  TRIGGER_ONLY_TABLE(TablePlants::onlyTriggersTouch),
  CASCADE_ONLY_TABLE(TablePlants::onlyCascadesTouch),
  ROUTINE_TABLES(TablePlants::routineTouches),
  CONTESTED_TABLE(CouplingPlants::severalWriters),
  SECOND_WRITER(CouplingPlants::otherThanOwnerWrites),
  READ_OUTSIDE_CONTRACT(CouplingPlants::readWithoutContract),
  CROSS_OWNER_JOIN(CouplingPlants::statementOfTwoOwners),
  CROSS_OWNER_TRANSACTION(CouplingPlants::transactionOfTwoOwners),
  SERVICE_CYCLE(CouplingPlants::othersReadBack),
  BELONGS_TOGETHER(CouplingPlants::twoServicesShareTables),
  HUB_TABLE(CouplingPlants::everybodyReads),
  NOISY_NEIGHBOUR(LoadPlants::onlyForAWhile),
  ROWS_REGRESSION(LoadPlants::changesAtDeployment),
  NEW_HOT_DIGEST(LoadPlants::beginsAtDeployment),
  NEW_CROSSING(LoadPlants::beginsAtDeployment),
  LONG_TRANSACTION(LoadPlants::thinksForLong),
  LOCK_WAIT(LoadPlants::twoServicesThinkInTransactions),
  DEADLOCK(LoadPlants::twoServicesThinkInTransactions),
  ERROR_RATE(LoadPlants::insertsTakenKeys),
  SENSITIVE_COLUMN_READ(CouplingPlants::othersReadColumns),
  UNATTRIBUTED(LoadPlants::nobodysAccount);

  private final PlantCheck check;

  ProblemKind(PlantCheck check) {
    this.check = check;
  }

  /** How one tells that it is there. */
  PlantCheck check() {
    return check;
  }
}
