package dev.watershed.workload.observation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The facts of a server that are kept: those that say what it is, then its settings that matter
 * (the names of system variables).
 */
public enum ServerFact {
  /** {@code MySQL} or {@code MariaDB}. */
  PRODUCT,
  VERSION,
  VERSION_COMMENT,
  SERVER_UUID,
  /** When the process started, as an instant in UTC. */
  STARTED_AT,
  /** {@code primary} or {@code replica}, as the configuration says. */
  ROLE,
  /** The data set that primary and replicas share, as the configuration says. */
  CLUSTER,
  /** The host and port of the source that it replicates from. */
  REPLICA_OF,
  /** Processors, as the configuration says. */
  CAPACITY_CPUS,
  /** Memory for the buffer pool in GiB, as the configuration says. */
  CAPACITY_BUFFER_POOL_GIB,
  SERVER_ID,
  READ_ONLY,
  SUPER_READ_ONLY,
  INNODB_BUFFER_POOL_SIZE,
  INNODB_REDO_LOG_CAPACITY,
  INNODB_LOG_FILE_SIZE,
  INNODB_LOG_FILES_IN_GROUP,
  INNODB_FLUSH_LOG_AT_TRX_COMMIT,
  INNODB_IO_CAPACITY,
  INNODB_LOCK_WAIT_TIMEOUT,
  INNODB_PAGE_SIZE,
  INNODB_STATS_PERSISTENT,
  SYNC_BINLOG,
  LOG_BIN,
  BINLOG_FORMAT,
  LONG_QUERY_TIME,
  SLOW_QUERY_LOG,
  LOG_OUTPUT,
  LOG_SLOW_EXTRA,
  LOG_SLOW_ADMIN_STATEMENTS,
  LOG_SLOW_RATE_LIMIT,
  LOG_SLOW_VERBOSITY,
  LOG_QUERIES_NOT_USING_INDEXES,
  MIN_EXAMINED_ROW_LIMIT,
  SQL_MODE,
  LOWER_CASE_TABLE_NAMES,
  CHARACTER_SET_SERVER,
  COLLATION_SERVER,
  TIME_ZONE,
  SYSTEM_TIME_ZONE,
  TRANSACTION_ISOLATION,
  MAX_CONNECTIONS,
  TABLE_OPEN_CACHE,
  TMP_TABLE_SIZE,
  MAX_HEAP_TABLE_SIZE,
  THREAD_HANDLING,
  PERFORMANCE_SCHEMA,
  PERFORMANCE_SCHEMA_DIGESTS_SIZE,
  PERFORMANCE_SCHEMA_MAX_DIGEST_LENGTH,
  MAX_DIGEST_LENGTH,
  PERFORMANCE_SCHEMA_MAX_SQL_TEXT_LENGTH,
  PERFORMANCE_SCHEMA_MAX_INDEX_STAT,
  PERFORMANCE_SCHEMA_MAX_TABLE_INSTANCES,
  PERFORMANCE_SCHEMA_ACCOUNTS_SIZE,
  PERFORMANCE_SCHEMA_SESSION_CONNECT_ATTRS_SIZE,
  USERSTAT;

  /** The name in the file; of a setting, that of the system variable. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The fact of a name; empty for one that only another version knows. */
  public static Optional<ServerFact> of(String key) {
    return Arrays.stream(values()).filter(fact -> fact.key().equals(key)).findFirst();
  }

  /** Whether it is a system variable of the server. */
  public boolean isSetting() {
    return ordinal() >= SERVER_ID.ordinal();
  }
}
