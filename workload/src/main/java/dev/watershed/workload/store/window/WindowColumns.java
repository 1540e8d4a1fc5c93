package dev.watershed.workload.store.window;

import dev.watershed.workload.Measure;
import dev.watershed.workload.TransactionMeasure;
import dev.watershed.workload.store.column.Column;
import java.util.Locale;

/**
 * The columns of a window's tables. Rows of {@code *_latencies}, {@code origin_tags} and {@code
 * transaction_digests} belong to rows of their main table: those of row i end before the position
 * that its {@code *_end} column says, and begin where those of row i − 1 end.
 */
public final class WindowColumns {

  // header: one row
  static final Column.Texts SERVER = new Column.Texts("server");
  static final Column.Texts SOURCE = new Column.Texts("source");
  static final Column.Texts LEVEL = new Column.Texts("level");
  static final Column.Longs START_MICROS = new Column.Longs("start_micros", 0);
  static final Column.Longs SEQUENCE = new Column.Longs("sequence", 0);

  /** In the header: since when the source was watched, since 1970-01-01T00:00Z. */
  public static final Column.Longs OBSERVED_FROM_MICROS =
      new Column.Longs("observed_from_micros", 0);

  /** In the header: until when, exclusive. */
  public static final Column.Longs OBSERVED_UNTIL_MICROS =
      new Column.Longs("observed_until_micros", 0);

  static final Column.Texts COLLECTOR_VERSION = new Column.Texts("collector_version");
  static final Column.Longs RUN = new Column.Longs("run", 1);
  static final Column.Ints PART = new Column.Ints("part", 0);
  static final Column.Ints PARTS = new Column.Ints("parts", 1);
  static final Column.Bytes CURSOR = new Column.Bytes("cursor");

  /** In the header: the threshold below which nothing was logged; −1 where unknown. */
  public static final Column.Longs LONG_QUERY_TIME_MICROS =
      new Column.Longs("long_query_time_micros", -1);

  /** In the header: 1 where events stand for more than one execution. */
  public static final Column.Ints SAMPLED = new Column.Ints("sampled", 0);

  static final Column.Ints SLOT_MINUTES = new Column.Ints("slot_minutes", 1);
  static final Column.Longs KEPT_TEXTS = new Column.Longs("kept_texts", -1);
  static final Column.Longs KEPT_SCHEMAS = new Column.Longs("kept_schemas", -1);
  static final Column.Longs KEPT_ORIGINS = new Column.Longs("kept_origins", -1);
  static final Column.Longs KEPT_CLASSES = new Column.Longs("kept_transaction_classes", -1);
  static final Column.Longs KEPT_DIGEST_SCHEMAS = new Column.Longs("kept_digest_schemas", -1);
  static final Column.Longs KEPT_STATEMENTS = new Column.Longs("kept_statements", -1);
  static final Column.Longs KEPT_TRANSACTIONS = new Column.Longs("kept_transactions", -1);

  // superseded
  static final Column.Texts FILE = new Column.Texts("file");

  // schemas
  static final Column.Texts SCHEMA_NAME = new Column.Texts("schema");

  // origins, origin_tags
  static final Column.Texts USER = new Column.Texts("user");
  static final Column.Texts HOST = new Column.Texts("host");
  static final Column.Ints TAGS_END = new Column.Ints("tags_end", 0);
  static final Column.Texts TAG_KEY = new Column.Texts("key");
  static final Column.Texts TAG_VALUE = new Column.Texts("value");

  // digests
  /** In digests and transaction classes: 1 where something was cut. */
  public static final Column.Ints TRUNCATED = new Column.Ints("truncated", 0);

  /** In digests: the first half of the id of the fingerprint's text. */
  public static final Column.Longs TEXT_HIGH = new Column.Longs("text_high", 0);

  /** In digests: its second half. */
  public static final Column.Longs TEXT_LOW = new Column.Longs("text_low", 0);

  static final Column.Longs SAMPLE_HIGH = new Column.Longs("sample_high", 0);
  static final Column.Longs SAMPLE_LOW = new Column.Longs("sample_low", 0);
  static final Column.Longs SAMPLE_TIME_MICROS = new Column.Longs("sample_time_micros", -1);
  static final Column.Longs SAMPLE_END_MICROS =
      new Column.Longs("sample_end_micros", Long.MIN_VALUE);

  /**
   * The 64-bit id of a fingerprint; 0 for those lumped. In digests, classes, and the statements of
   * a single window.
   */
  public static final Column.Longs DIGEST = new Column.Longs("digest", 0);

  /** A row of schemas. */
  public static final Column.Ints SCHEMA = new Column.Ints("schema", 0);

  /** A row of origins. */
  public static final Column.Ints ORIGIN = new Column.Ints("origin", 0);

  /** In minutes: since 1970-01-01T00:00Z. */
  public static final Column.Longs MINUTE = new Column.Longs("minute", 0);

  /** In statements and minutes of a single window: where the row's latencies end. */
  static final Column.Ints LATENCIES_END = new Column.Ints("latencies_end", 0);

  /** In statements and minutes of several hours: how many rows of latencies the row has. */
  static final Column.Ints LATENCIES = new Column.Ints("latencies", 0);

  /** In statements and samples of several hours: a row of digests. */
  static final Column.Ints DIGEST_ROW = new Column.Ints("digest_row", 0);

  /** In latencies: a bucket of {@link dev.watershed.workload.LatencyBuckets}. */
  public static final Column.Shorts BUCKET = new Column.Shorts("bucket", (short) 0);

  /** In latencies and issues: how many. */
  public static final Column.Longs COUNT = new Column.Longs("count", 1);

  // transactions, transaction_classes
  /** In transactions: a row of transaction classes. */
  public static final Column.Ints CLASS = new Column.Ints("class", 0);

  /** In transaction classes: where the digests of the row end. */
  public static final Column.Ints DIGESTS_END = new Column.Ints("digests_end", 0);

  // lumped_combinations
  static final Column.Ints KIND = new Column.Ints("kind", 0);
  static final Column.Longs RANK = new Column.Longs("rank", 0);

  // issues, sources
  static final Column.Texts REASON = new Column.Texts("reason");
  static final Column.Texts PATH = new Column.Texts("path");
  static final Column.Longs OFFSET = new Column.Longs("offset", 0);
  static final Column.Longs BYTES = new Column.Longs("bytes", 0);
  static final Column.Longs EVENTS = new Column.Longs("events", 0);
  static final Column.Longs ISSUES = new Column.Longs("issues", 0);

  private WindowColumns() {}

  /** In hours: where the rows of an hour end in another table. */
  static Column.Ints end(WindowSection section) {
    return new Column.Ints(section.key() + "_end", 0);
  }

  /** The column of a measure in statements and, for some, in minutes. */
  public static Column.Longs of(Measure measure) {
    return new Column.Longs(measure.name().toLowerCase(Locale.ROOT), measure.neutral());
  }

  /** The column of a measure in transactions. */
  public static Column.Longs of(TransactionMeasure measure) {
    return new Column.Longs(measure.name().toLowerCase(Locale.ROOT), 0);
  }
}
