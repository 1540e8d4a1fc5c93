package dev.watershed.workload.store.catalog;

import dev.watershed.workload.store.column.Column;

/** The columns of a catalog window's tables; −1 is unknown, and so is a number of 0. */
final class CatalogColumns {

  // catalog: one row
  static final Column.Longs TAKEN_AT_MICROS = new Column.Longs("taken_at_micros", 0);
  static final Column.Texts SERVER_VERSION = new Column.Texts("server_version");

  // catalog_schemas
  static final Column.Texts SCHEMA = new Column.Texts("schema");
  static final Column.Longs ID_HIGH = new Column.Longs("id_high", 0);
  static final Column.Longs ID_LOW = new Column.Longs("id_low", 0);

  // table_statistics
  static final Column.Texts TABLE = new Column.Texts("table");
  static final Column.Longs ROWS = new Column.Longs("rows", -1);
  static final Column.Longs DATA_BYTES = new Column.Longs("data_bytes", -1);
  static final Column.Longs INDEX_BYTES = new Column.Longs("index_bytes", -1);
  static final Column.Longs FREE_BYTES = new Column.Longs("free_bytes", -1);

  /** Unsigned. */
  static final Column.Longs AUTO_INCREMENT = new Column.Longs("auto_increment", 0);

  /** Unsigned. */
  static final Column.Longs AUTO_INCREMENT_LIMIT = new Column.Longs("auto_increment_limit", 0);

  static final Column.Ints INDEXES_END = new Column.Ints("indexes_end", 0);

  // index_statistics, index_distinct
  static final Column.Texts INDEX = new Column.Texts("index");
  static final Column.Longs PAGES = new Column.Longs("pages", -1);
  static final Column.Longs LEAF_PAGES = new Column.Longs("leaf_pages", -1);
  static final Column.Longs CACHED_PAGES = new Column.Longs("cached_pages", -1);
  static final Column.Ints DISTINCT_END = new Column.Ints("distinct_end", 0);
  static final Column.Longs DISTINCT = new Column.Longs("distinct", -1);

  // migrations
  static final Column.Texts TOOL = new Column.Texts("tool");
  static final Column.Texts VERSION = new Column.Texts("version");
  static final Column.Texts DESCRIPTION = new Column.Texts("description");
  static final Column.Longs APPLIED_AT_MICROS = new Column.Longs("applied_at_micros", -1);
  static final Column.Ints FAILED = new Column.Ints("failed", 0);
  static final Column.Texts KIND = new Column.Texts("kind");

  // catalog_gaps
  static final Column.Texts PLACE = new Column.Texts("place");
  static final Column.Texts REASON = new Column.Texts("reason");

  private CatalogColumns() {}
}
