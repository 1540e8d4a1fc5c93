package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.ServerProduct;

/**
 * What an account has to be granted so that it sees a part of a catalog. Where it lacks that the
 * server answers with fewer rows and without an error (MySQL 9.7 Reference Manual,
 * "INFORMATION_SCHEMA Tables": each account sees the objects for which it has a privilege).
 */
public enum CatalogGrant {
  /** Every table; it lets nobody read rows. */
  TABLES,
  /** Every trigger; it also lets the account create some. */
  TRIGGERS,
  /** Every event; it also lets the account create some. */
  EVENTS,
  /** Every routine. */
  ROUTINES,
  /** InnoDB's own statistics of tables. */
  INNODB_TABLES,
  /** InnoDB's own statistics of indexes. */
  INNODB_INDEXES;

  /** Whether an account has it, by this privilege or a greater one. */
  public boolean isGiven(ServerProduct product, Grants grants) {
    return switch (this) {
      case TABLES -> grants.everywhere("REFERENCES", "SELECT", "INSERT", "UPDATE");
      case TRIGGERS -> grants.everywhere("TRIGGER");
      case EVENTS -> grants.everywhere("EVENT");
      case ROUTINES ->
          switch (product) {
            case MYSQL -> grants.everywhere("SHOW_ROUTINE", "SELECT");
            case MARIADB ->
                grants.everywhere("SHOW CREATE ROUTINE") || grants.on("SELECT", "mysql", "proc");
          };
      case INNODB_TABLES -> grants.on("SELECT", "mysql", "innodb_table_stats");
      case INNODB_INDEXES -> grants.on("SELECT", "mysql", "innodb_index_stats");
    };
  }

  /**
   * The statement that grants the least that is needed.
   *
   * @param account as it stands in a GRANT
   */
  public String statement(ServerProduct product, String account) {
    return "GRANT " + privilege(product) + " TO " + account;
  }

  private String privilege(ServerProduct product) {
    return switch (this) {
      case TABLES -> "REFERENCES ON *.*";
      case TRIGGERS -> "TRIGGER ON *.*";
      case EVENTS -> "EVENT ON *.*";
      case ROUTINES ->
          switch (product) {
            case MYSQL -> "SHOW_ROUTINE ON *.*";
            case MARIADB -> "SELECT ON mysql.proc";
          };
      case INNODB_TABLES -> "SELECT ON mysql.innodb_table_stats";
      case INNODB_INDEXES -> "SELECT ON mysql.innodb_index_stats";
    };
  }
}
