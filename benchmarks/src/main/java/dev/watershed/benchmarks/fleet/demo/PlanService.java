package dev.watershed.benchmarks.fleet.demo;

import java.sql.SQLException;
import java.util.List;

/** Shows plans and their slots; the bases' staff edit them. */
final class PlanService {

  static final ServiceTraffic TRAFFIC =
      new ServiceTraffic(
          "svc_plan",
          "plan",
          2,
          4,
          2,
          false,
          List.of(
              PlanService::show,
              PlanService::show,
              PlanService::show,
              PlanService::list,
              PlanService::list,
              PlanService::calendar,
              PlanService::edit));

  private PlanService() {}

  private static void show(Session s) throws SQLException {
    long plan = s.popular(Catalog.PLANS);
    s.select(
        "SELECT id, base_id, title, category_id, price, duration_minutes, description FROM plans"
            + " WHERE id = ? AND is_published = 1",
        plan);
    s.select("SELECT id, name, area_code, rating FROM bases WHERE id = ?", plan % 1_500 + 1);
  }

  private static void list(Session s) throws SQLException {
    s.select(
        "SELECT id, title, price FROM plans WHERE category_id = ? AND price BETWEEN ? AND ?"
            + " ORDER BY price LIMIT 30",
        s.below(40),
        1_000,
        5_000 + 500 * s.below(20));
  }

  private static void calendar(Session s) throws SQLException {
    s.select(
        "SELECT DATE(starts_at) AS day, SUM(capacity - booked) AS free FROM slots"
            + " WHERE plan_id = ? AND starts_at BETWEEN CURDATE() AND CURDATE() + INTERVAL 30 DAY"
            + " GROUP BY DATE(starts_at)",
        s.popular(Catalog.PLANS));
  }

  private static void edit(Session s) throws SQLException {
    s.update(
        "UPDATE plans SET title = ?, price = ?, updated_at = NOW() WHERE id = ?",
        s.pick(Catalog.ADJECTIVES) + " " + s.pick(Catalog.ACTIVITIES),
        1_000 + 500 * s.below(40),
        1 + s.below(Catalog.PLANS));
  }
}
