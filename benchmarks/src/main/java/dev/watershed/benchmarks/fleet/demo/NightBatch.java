package dev.watershed.benchmarks.fleet.demo;

import java.sql.SQLException;
import java.util.List;

/** Reports and clean-ups under an account that no configuration names. */
final class NightBatch {

  static final ServiceTraffic TRAFFIC =
      new ServiceTraffic(
          "batch_night",
          "",
          1,
          0.4,
          1,
          false,
          List.of(NightBatch::salesReport, NightBatch::cleanUp, NightBatch::points));

  private NightBatch() {}

  private static void salesReport(Session s) throws SQLException {
    s.select(
        "SELECT b.plan_id, COUNT(*) AS bookings, SUM(p.amount) AS amount FROM booking.bookings b"
            + " JOIN payment.payments p ON p.booking_id = b.id"
            + " WHERE b.created_at >= NOW() - INTERVAL ? DAY GROUP BY b.plan_id"
            + " ORDER BY amount DESC LIMIT 100",
        90);
  }

  private static void cleanUp(Session s) throws SQLException {
    s.update("DELETE FROM member.sessions WHERE expires_at < NOW() - INTERVAL ? DAY", 7);
  }

  private static void points(Session s) throws SQLException {
    s.select(
        "SELECT m.prefecture_id, AVG(m.points) FROM member.members m WHERE m.status = 'active'"
            + " GROUP BY m.prefecture_id HAVING AVG(m.points) > ?",
        100);
  }
}
