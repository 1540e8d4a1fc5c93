package dev.watershed.benchmarks.fleet.demo;

import java.sql.SQLException;
import java.util.List;

/**
 * The old monolith: one account for several modules, which only the comment tags tell apart. Its
 * favourites page selects each plan by itself: the N+1.
 */
final class MarketMonolith {

  static final ServiceTraffic TRAFFIC =
      new ServiceTraffic(
          "svc_market",
          "market",
          3,
          2.4,
          2,
          false,
          List.of(
              MarketMonolith::favourites,
              MarketMonolith::topPage,
              MarketMonolith::topPage,
              MarketMonolith::pageView,
              MarketMonolith::pageView,
              MarketMonolith::pageView,
              MarketMonolith::specialPage,
              MarketMonolith::queueMail,
              MarketMonolith::sendMail));

  private MarketMonolith() {}

  private static void favourites(Session s) throws SQLException {
    s.marginalia("favourites", "index");
    List<Long> plans =
        s.select(
            "SELECT plan_id FROM favorites WHERE member_id = ?",
            s.popular(Catalog.MEMBERS_WITH_FAVOURITES));
    for (long plan : plans) {
      s.select("SELECT id, title, price FROM plan.plans WHERE id = ?", plan);
    }
  }

  private static void topPage(Session s) throws SQLException {
    s.marginalia("top", "index");
    s.select(
        "SELECT p.id, p.title, p.price, b.name, b.area_code FROM plan.plans p"
            + " JOIN plan.bases b ON b.id = p.base_id WHERE p.category_id = ? AND b.rating >= ?"
            + " ORDER BY p.price LIMIT 12",
        s.below(40),
        4);
    s.select("SELECT id, name, discount FROM coupon.campaigns WHERE ends_at > NOW()");
  }

  private static void pageView(Session s) throws SQLException {
    s.marginalia("access_log", "create");
    s.update(
        "INSERT INTO page_views (path, member_id, viewed_at) VALUES (?, ?, NOW(3))",
        "/plans/" + s.popular(Catalog.PLANS),
        s.below(3) == 0 ? null : s.popular(Catalog.MEMBERS));
  }

  private static void specialPage(Session s) throws SQLException {
    s.marginalia("special_pages", "show");
    s.select(
        "SELECT id, title, body FROM special_pages WHERE slug = ?", "special-" + s.popular(60));
  }

  private static void queueMail(Session s) throws SQLException {
    s.marginalia("mails", "queue");
    s.update(
        "INSERT INTO mail_queue (member_id, template, payload, created_at)"
            + " VALUES (?, 'confirmation', ?, NOW())",
        s.popular(Catalog.MEMBERS),
        "{\"booking\": " + s.popular(Catalog.BOOKINGS) + ", \"greeting\": \"it's booked\"}");
  }

  private static void sendMail(Session s) throws SQLException {
    s.marginalia("mails", "send");
    List<Long> mails =
        s.select("SELECT id FROM mail_queue WHERE state = 'new' ORDER BY id LIMIT 5");
    for (long mail : mails) {
      s.update("UPDATE mail_queue SET state = 'sent' WHERE id = ?", mail);
    }
  }
}
