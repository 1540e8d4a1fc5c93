package dev.watershed.benchmarks.fleet.demo;

import java.sql.SQLException;
import java.util.List;

/** Searches plans by words: the hot full scan. */
final class SearchService {

  static final ServiceTraffic TRAFFIC =
      new ServiceTraffic(
          "svc_search",
          "search",
          2,
          3,
          2,
          false,
          List.of(
              SearchService::byWord,
              SearchService::byWord,
              SearchService::byWord,
              SearchService::popularInArea,
              SearchService::suggest));

  private SearchService() {}

  /** A pattern that begins with a wildcard, and no index on the area: all documents are read. */
  private static void byWord(Session s) throws SQLException {
    String word = s.pick(Catalog.ACTIVITIES);
    s.select(
        "SELECT plan_id, title, price, popularity FROM plan_documents"
            + " WHERE area_code = ? AND keywords LIKE ? AND price <= ?"
            + " ORDER BY popularity DESC LIMIT 30",
        s.pick(Catalog.AREAS),
        "%" + word + "%",
        3_000 + 1_000 * s.below(15));
    s.update(
        "INSERT INTO query_counts (word, searched) VALUES (?, 1)"
            + " ON DUPLICATE KEY UPDATE searched = searched + 1",
        word);
  }

  private static void popularInArea(Session s) throws SQLException {
    s.select(
        "SELECT area_code, COUNT(*) AS plans, MIN(price) AS cheapest FROM plan_documents"
            + " WHERE popularity > ? GROUP BY area_code",
        90_000);
  }

  private static void suggest(Session s) throws SQLException {
    s.select(
        "SELECT word, searched FROM query_counts WHERE word LIKE ? ORDER BY searched DESC LIMIT 10",
        s.pick(Catalog.ACTIVITIES).substring(0, 2) + "%");
  }
}
