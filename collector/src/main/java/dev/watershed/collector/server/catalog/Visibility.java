package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.ServerProduct;

/** Which parts of a catalog an account sees: only its grants tell ({@link CatalogGrant}). */
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
    add(
        gaps,
        CatalogGrant.TABLES,
        "tables",
        "only those are seen on which the account has a privilege",
        " shows all of them, and no rows");
    add(
        gaps,
        CatalogGrant.TRIGGERS,
        "triggers",
        "those of tables on which the account has no TRIGGER privilege are unknown",
        " shows them, and lets it create some");
    add(
        gaps,
        CatalogGrant.EVENTS,
        "events",
        "those of schemas on which the account has no EVENT privilege are unknown",
        " shows them, and lets it create some");
    add(gaps, CatalogGrant.ROUTINES, "routines", "those of others are unknown", " shows them");
  }

  private void add(Gaps gaps, CatalogGrant grant, String place, String lack, String effect) {
    if (!grant.isGiven(product, grants)) {
      gaps.add(place, lack + "; " + grant.statement(product, account) + effect);
    }
  }

  /** What {@code CURRENT_USER()} says as it stands in a GRANT; a host has no at sign. */
  static String quoted(String account) {
    int at = account.lastIndexOf('@');
    return at < 0
        ? "'" + account + "'"
        : "'" + account.substring(0, at) + "'@'" + account.substring(at + 1) + "'";
  }
}
