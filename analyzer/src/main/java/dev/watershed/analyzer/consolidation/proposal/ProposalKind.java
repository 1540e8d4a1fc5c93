package dev.watershed.analyzer.consolidation.proposal;

/** Kinds of proposals, in the order in which they are best carried out. */
public enum ProposalKind {
  /** Tables that nobody uses go into quarantine. */
  RETIRE_TABLES("retire-tables", "tables that nobody uses"),
  /** A table that is a copy of another one is merged into it. */
  MERGE_TABLES("merge-tables", "tables that are nearly the same"),
  /** What several servers hold goes to one of them. */
  PUT_TOGETHER("put-together", "servers that one of them could stand for"),
  /** A service that takes a server for a while gets its data to another one. */
  MOVE_AWAY("move-away", "noisy neighbours"),
  /** Two schemas whose tables are used together become one. */
  MERGE_SCHEMAS("merge-schemas", "schemas that belong together"),
  /** Two services that work on the same tables become one. */
  MERGE_SERVICES("merge-services", "services that belong together"),
  /** A table goes to the service that uses it most. */
  MOVE_TABLE("move-table", "tables that another service uses most"),
  /** A table that several services write is cut into one for each. */
  CUT_TABLE("cut-table", "tables that several services fill");

  private final String key;
  private final String title;

  ProposalKind(String key, String title) {
    this.key = key;
    this.title = title;
  }

  /** The name in files and reports, stable from version to version. */
  public String key() {
    return key;
  }

  /** What its proposals are about, for a heading. */
  public String title() {
    return title;
  }
}
