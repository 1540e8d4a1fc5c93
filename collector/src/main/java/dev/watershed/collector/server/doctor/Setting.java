package dev.watershed.collector.server.doctor;

import java.util.Locale;

/** The variables and counters of a server that checks look at, by their names in lower case. */
public enum Setting {
  PERFORMANCE_SCHEMA,
  PERFORMANCE_SCHEMA_DIGESTS_SIZE,
  PERFORMANCE_SCHEMA_DIGEST_LOST,
  MAX_DIGEST_LENGTH,
  PERFORMANCE_SCHEMA_MAX_DIGEST_LENGTH,
  SLOW_QUERY_LOG,
  LONG_QUERY_TIME,
  LOG_OUTPUT,
  LOG_SLOW_EXTRA,
  LOG_SLOW_VERBOSITY,
  INNODB_STATS_PERSISTENT;

  /** As the server calls it. */
  String variable() {
    return name().toLowerCase(Locale.ROOT);
  }
}
