package dev.watershed.collector.server.statements;

/** The names of the tables that tell of statements. */
final class DigestTable {

  static final String DIGESTS = "performance_schema.events_statements_summary_by_digest";
  static final String HISTOGRAMS = "performance_schema.events_statements_histogram_by_digest";
  static final String EVENTS = "performance_schema.events_statements_summary_global_by_event_name";
  static final String CONSUMERS = "performance_schema.setup_consumers";
  static final String SCHEMA = "SCHEMA_NAME";
  static final String DIGEST = "DIGEST";

  private DigestTable() {}

  /** What SQL calls nothing, here without a null. */
  static DigestKey key(java.sql.ResultSet rows, int schema, int digest)
      throws java.sql.SQLException {
    String schemaName = rows.getString(schema);
    String serverDigest = rows.getString(digest);
    return new DigestKey(
        schemaName == null ? "" : schemaName, serverDigest == null ? "" : serverDigest);
  }
}
