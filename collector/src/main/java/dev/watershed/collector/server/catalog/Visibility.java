package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.ServerProduct;

/**
 * Which parts of a catalog an account sees. Where it lacks a privilege the server answers with
 * fewer rows and without an error, so that only its grants tell (MySQL 9.7 Reference Manual,
 * "INFORMATION_SCHEMA Tables": each account sees the objects for which it has a privilege).
 */
final class Visibility {

  private final ServerProduct product;
  private final Grants grants;
  private final String account;

  /**
   * @param account as it stands in a GRANT
   */
  Visibility(ServerProduct product, Grants grants, String account) {
    this.product = product;
    this.grants = grants;
    this.account = account;
  }

  /** Adds what the account cannot see. */
  void addTo(Gaps gaps) {
    if (!tables()) {
      gaps.add(
          "tables",
          "only those are seen on which the account has a privilege; GRANT REFERENCES ON *.* TO "
              + account
              + " shows all of them, and no rows");
    }
    if (!grants.everywhere("TRIGGER")) {
      gaps.add(
          "triggers",
          "those of tables on which the account has no TRIGGER privilege are unknown; GRANT TRIGGER"
              + " ON *.* TO "
              + account
              + " shows them, and lets it create some");
    }
    if (!grants.everywhere("EVENT")) {
      gaps.add(
          "events",
          "those of schemas on which the account has no EVENT privilege are unknown; GRANT EVENT ON"
              + " *.* TO "
              + account
              + " shows them, and lets it create some");
    }
    if (!routines()) {
      gaps.add(
          "routines",
          "those of others are unknown; "
              + switch (product) {
                case MYSQL -> "GRANT SHOW_ROUTINE ON *.* TO ";
                case MARIADB -> "GRANT SELECT ON mysql.proc TO ";
              }
              + account
              + " shows them");
    }
  }

  private boolean tables() {
    return grants.everywhere("REFERENCES", "SELECT", "INSERT", "UPDATE");
  }

  private boolean routines() {
    return switch (product) {
      case MYSQL -> grants.everywhere("SHOW_ROUTINE", "SELECT");
      case MARIADB ->
          grants.everywhere("SHOW CREATE ROUTINE") || grants.on("SELECT", "mysql", "proc");
    };
  }

  /** What {@code CURRENT_USER()} says as it stands in a GRANT; a host has no at sign. */
  static String quoted(String account) {
    int at = account.lastIndexOf('@');
    return at < 0
        ? "'" + account + "'"
        : "'" + account.substring(0, at) + "'@'" + account.substring(at + 1) + "'";
  }
}
