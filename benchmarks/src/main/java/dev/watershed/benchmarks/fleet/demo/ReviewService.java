package dev.watershed.benchmarks.fleet.demo;

import java.sql.SQLException;
import java.util.List;

/** Shows and takes reviews. Crawlers turn to its last pages: the deep OFFSET. */
final class ReviewService {

  static final ServiceTraffic TRAFFIC =
      new ServiceTraffic(
          "svc_review",
          "review",
          1,
          1.5,
          1.2,
          false,
          List.of(
              ReviewService::ofPlan,
              ReviewService::ofPlan,
              ReviewService::ofPlan,
              ReviewService::deepPage,
              ReviewService::write,
              ReviewService::stars));

  private ReviewService() {}

  private static void ofPlan(Session s) throws SQLException {
    s.select(
        "SELECT r.id, r.stars, r.body, r.helpful, a.body AS reply FROM reviews r"
            + " LEFT JOIN replies a ON a.review_id = r.id WHERE r.plan_id = ?"
            + " ORDER BY r.created_at DESC LIMIT 10",
        s.popular(Catalog.PLANS));
  }

  private static void deepPage(Session s) throws SQLException {
    s.select(
        "SELECT id, plan_id, stars, body FROM reviews ORDER BY created_at DESC LIMIT 20 OFFSET ?",
        20 * (1_500 + s.below(1_400)));
  }

  private static void write(Session s) throws SQLException {
    s.update(
        "INSERT INTO reviews (plan_id, member_id, stars, body, created_at)"
            + " VALUES (?, ?, ?, ?, NOW())",
        s.popular(Catalog.PLANS),
        s.popular(Catalog.MEMBERS),
        1 + s.below(5),
        "It's " + s.pick(Catalog.ADJECTIVES) + "; we'd come again.\nThank you!");
  }

  private static void stars(Session s) throws SQLException {
    s.select(
        "SELECT stars, COUNT(*) AS reviews FROM reviews WHERE plan_id IN (?, ?, ?) GROUP BY stars",
        s.popular(Catalog.PLANS),
        s.popular(Catalog.PLANS),
        s.popular(Catalog.PLANS));
  }
}
