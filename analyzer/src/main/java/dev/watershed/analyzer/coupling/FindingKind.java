package dev.watershed.analyzer.coupling;

/** Kinds of findings, the gravest first. */
public enum FindingKind {
  /** Several services write a table. Weight: writes per second of all but the first writer. */
  CONTESTED_TABLE("contested-table", "tables that several services write"),
  /** The declared owner hardly writes its table, another does. Weight: writes per second. */
  OWNER_MISMATCH("owner-mismatch", "tables whose declared owner does not write them"),
  /** A service reads a table of another, outside its contract. Weight: calls per second. */
  FOREIGN_READ("foreign-read", "reads of others' tables outside a contract"),
  /** Two services write the same tables. Weight: Σ over tables of the lesser one's writes/s. */
  WRITE_WRITE("write-write", "pairs of services that write the same tables"),
  /** A service waits for row locks of another. Weight: seconds waited per second. */
  LOCK_WAIT("lock-wait", "services that wait for row locks of others"),
  /** Transactions write tables of several owners. Weight: transactions per second. */
  CROSS_OWNER_TRANSACTION(
      "cross-owner-transaction", "transactions that write tables of several owners"),
  /** A statement uses tables of several owners. Weight: calls per second. */
  CROSS_OWNER_JOIN("cross-owner-join", "statements over tables of several owners"),
  /**
   * A statement uses tables of several schemas, not of several owners. Weight: calls per second.
   */
  CROSS_SCHEMA_JOIN("cross-schema-join", "statements over several schemas of one owner"),
  /** Services use each other's tables. Weight: calls per second of the weakest side. */
  SERVICE_CYCLE("service-cycle", "services that use each other's tables"),
  /** A table in use without a declared owner. Weight: calls per second. */
  TABLE_WITHOUT_OWNER("table-without-owner", "tables in use without a declared owner"),
  /** An account that no service claims. Weight: calls per second. */
  UNATTRIBUTED_ACCOUNT("unattributed-account", "accounts that no service claims"),
  /** Most services of a server read a table. Weight: calls per second. */
  HUB_TABLE("hub-table", "tables that most services read"),
  /** No statement names a table, but some may touch it. Weight: calls per second. */
  INFERRED_TABLE("inferred-table", "tables in use that no statement names");

  private final String key;
  private final String title;

  FindingKind(String key, String title) {
    this.key = key;
    this.title = title;
  }

  /** The name in files and reports, stable from version to version. */
  public String key() {
    return key;
  }

  /** What its findings are, for a heading. */
  public String title() {
    return title;
  }
}
