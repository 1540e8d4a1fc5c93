package dev.watershed.collector.server.catalog.query;

import java.util.List;

/**
 * The tables that tell of a catalog. MySQL tells the columns of its {@code information_schema} only
 * to who writes the tables in capitals.
 */
public final class CatalogTables {

  static final String SCHEMATA = "information_schema.SCHEMATA";
  static final String TABLES = "information_schema.TABLES";
  static final String COLUMNS = "information_schema.COLUMNS";
  static final String STATISTICS = "information_schema.STATISTICS";
  static final String KEY_COLUMN_USAGE = "information_schema.KEY_COLUMN_USAGE";
  static final String REFERENTIAL_CONSTRAINTS = "information_schema.REFERENTIAL_CONSTRAINTS";
  static final String TABLE_CONSTRAINTS = "information_schema.TABLE_CONSTRAINTS";
  static final String CHECK_CONSTRAINTS = "information_schema.CHECK_CONSTRAINTS";
  static final String PARTITIONS = "information_schema.PARTITIONS";
  static final String VIEWS = "information_schema.VIEWS";
  static final String TRIGGERS = "information_schema.TRIGGERS";
  static final String ROUTINES = "information_schema.ROUTINES";
  static final String PARAMETERS = "information_schema.PARAMETERS";
  static final String EVENTS = "information_schema.EVENTS";
  static final String INNODB_TABLES = "information_schema.INNODB_TABLES";
  static final String INNODB_INDEXES = "information_schema.INNODB_INDEXES";
  static final String INNODB_CACHED_INDEXES = "information_schema.INNODB_CACHED_INDEXES";
  static final String INNODB_TABLE_STATS = "mysql.innodb_table_stats";
  static final String INNODB_INDEX_STATS = "mysql.innodb_index_stats";

  private CatalogTables() {}

  /** All of them, as {@code schema.table}. */
  public static List<String> all() {
    return List.of(
        SCHEMATA,
        TABLES,
        COLUMNS,
        STATISTICS,
        KEY_COLUMN_USAGE,
        REFERENTIAL_CONSTRAINTS,
        TABLE_CONSTRAINTS,
        CHECK_CONSTRAINTS,
        PARTITIONS,
        VIEWS,
        TRIGGERS,
        ROUTINES,
        PARAMETERS,
        EVENTS,
        INNODB_TABLES,
        INNODB_INDEXES,
        INNODB_CACHED_INDEXES,
        INNODB_TABLE_STATS,
        INNODB_INDEX_STATS);
  }
}
