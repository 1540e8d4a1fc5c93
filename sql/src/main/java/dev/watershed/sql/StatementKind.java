package dev.watershed.sql;

/**
 * What a statement does, by its verb. Kinds follow the server's own statement counters ({@code
 * Com_xxx}) and are coarser where a workload's reader would not tell them apart.
 */
public enum StatementKind {
  /**
   * {@code SELECT}, {@code TABLE t}, {@code VALUES ROW(…)}, in parentheses or after {@code WITH}.
   */
  SELECT,
  INSERT,
  REPLACE,
  UPDATE,
  DELETE,
  /** {@code LOAD DATA}, {@code LOAD XML}. */
  LOAD,
  CALL,
  /** {@code DO expression}. */
  DO,
  /** {@code HANDLER t OPEN}, {@code READ}, {@code CLOSE}. */
  HANDLER,
  /** Variables, names, roles and passwords; but {@code SET STATEMENT … FOR x} is of x's kind. */
  SET,
  USE,
  /** {@code SHOW}, and {@code DESCRIBE} of a table, which is the same. */
  SHOW,
  /** {@code EXPLAIN} or {@code DESCRIBE} of a statement; MariaDB's {@code ANALYZE} of one. */
  EXPLAIN,
  /** {@code BEGIN}, {@code START TRANSACTION}, {@code XA START}. */
  BEGIN,
  COMMIT,
  /** The end of a transaction; {@code ROLLBACK TO} is a {@link #SAVEPOINT}. */
  ROLLBACK,
  /** {@code SAVEPOINT}, {@code RELEASE SAVEPOINT}, {@code ROLLBACK TO SAVEPOINT}. */
  SAVEPOINT,
  /** {@code LOCK} and {@code UNLOCK}, of tables and instances. */
  LOCK,
  /** {@code PREPARE}, {@code EXECUTE}, {@code DEALLOCATE PREPARE}. */
  PREPARE,
  CREATE,
  ALTER,
  DROP,
  RENAME,
  TRUNCATE,
  /** {@code ANALYZE}, {@code CHECK}, {@code CHECKSUM}, {@code OPTIMIZE}, {@code REPAIR TABLE}. */
  MAINTENANCE,
  /** {@code GRANT}, {@code REVOKE}. */
  GRANT,
  /** A command of the protocol that is no statement: Quit, Ping, Init DB, Binlog Dump. */
  ADMIN,
  /** Everything else: routine bodies, {@code KILL}, {@code FLUSH}, replication, damaged text. */
  OTHER;

  /** Whether the statement defines or destroys objects (DDL). */
  public boolean isDefinition() {
    return switch (this) {
      case CREATE, ALTER, DROP, RENAME, TRUNCATE -> true;
      default -> false;
    };
  }
}
