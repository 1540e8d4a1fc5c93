package dev.watershed.collector.transaction;

/** What a statement does to the transaction of its connection. */
public enum StatementEffect {
  /** Nothing. */
  NONE,
  /** Belongs to the open transaction; starts one where autocommit is off. */
  MEMBER,
  /** Starts a transaction and commits the one before. */
  BEGIN,
  COMMIT,
  /** Commits and starts the next one at once. */
  COMMIT_AND_CHAIN,
  /** Commits and ends the connection. */
  COMMIT_AND_RELEASE,
  ROLLBACK,
  /** Rolls back and starts the next one at once. */
  ROLLBACK_AND_CHAIN,
  /** Rolls back and ends the connection. */
  ROLLBACK_AND_RELEASE,
  /** Commits before it runs: definitions, accounts, maintenance, replication. */
  IMPLICIT_COMMIT,
  /** Commits, and lets the next {@link #UNLOCK_TABLES} commit. */
  LOCK_TABLES,
  /** Commits if tables are locked. */
  UNLOCK_TABLES,
  /** Switches autocommit; which way, its literal tells ({@link AutocommitValue}). */
  SET_AUTOCOMMIT,
  /** Commits if autocommit was off. */
  AUTOCOMMIT_ON,
  AUTOCOMMIT_OFF,
  /** Switches autocommit to a value that the text does not show. */
  AUTOCOMMIT_UNKNOWN,
  /** Prepares an XA transaction: from then on it may be ended from elsewhere. */
  XA_PREPARE,
  /** Ends the session: rolls back, and autocommit is on again. */
  SESSION_END;

  /** Whether a transaction has to be open for this to make sense. */
  boolean needsTransaction() {
    return switch (this) {
      case COMMIT, COMMIT_AND_CHAIN, COMMIT_AND_RELEASE -> true;
      case ROLLBACK, ROLLBACK_AND_CHAIN, ROLLBACK_AND_RELEASE -> true;
      default -> false;
    };
  }

  boolean chains() {
    return this == COMMIT_AND_CHAIN || this == ROLLBACK_AND_CHAIN;
  }

  boolean endsSession() {
    return this == COMMIT_AND_RELEASE || this == ROLLBACK_AND_RELEASE || this == SESSION_END;
  }
}
