package dev.watershed.workload.store.window;

/** The tables of a window's file. */
public enum WindowSection {
  HEADER("header"),
  SUPERSEDED("superseded"),
  /** Only where a file holds several hours: what each of them says of itself. */
  HOURS("hours"),
  SCHEMAS("schemas"),
  ORIGINS("origins"),
  ORIGIN_TAGS("origin_tags"),
  DIGESTS("digests"),
  /** Only where a file holds several hours: the slowest statement of each digest, by hour. */
  SAMPLES("samples"),
  STATEMENTS("statements"),
  STATEMENT_LATENCIES("statement_latencies"),
  MINUTES("minutes"),
  MINUTE_LATENCIES("minute_latencies"),
  TRANSACTION_CLASSES("transaction_classes"),
  TRANSACTION_DIGESTS("transaction_digests"),
  TRANSACTIONS("transactions"),
  LUMPED_COMBINATIONS("lumped_combinations"),
  ISSUES("issues"),
  SOURCES("sources"),
  CATALOG("catalog"),
  CATALOG_SCHEMAS("catalog_schemas"),
  TABLE_STATISTICS("table_statistics"),
  INDEX_STATISTICS("index_statistics"),
  INDEX_DISTINCT("index_distinct"),
  MIGRATIONS("migrations"),
  CATALOG_GAPS("catalog_gaps"),
  OBSERVED_ORIGINS("observed_origins"),
  OBSERVED_ORIGIN_TAGS("observed_origin_tags"),
  TABLE_USE("table_use"),
  INDEX_USE("index_use"),
  LOCK_WAITS("lock_waits"),
  METADATA_LOCKS("metadata_locks"),
  LONG_TRANSACTIONS("long_transactions"),
  SERVER_FACTS("server_facts"),
  SERVER_MINUTES("server_minutes"),
  ATTRIBUTION("attribution"),
  ACCOUNT_USE("account_use"),
  SAMPLING_ROUNDS("sampling_rounds");

  private final String key;

  WindowSection(String key) {
    this.key = key;
  }

  /** The name in the file. */
  public String key() {
    return key;
  }
}
