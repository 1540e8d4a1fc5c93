package dev.watershed.benchmarks.fleet.demo;

import java.sql.SQLException;
import java.util.List;

/** Authorizes and captures payments. Its driver prepares statements on the server. */
final class PaymentService {

  static final ServiceTraffic TRAFFIC =
      new ServiceTraffic(
          "svc_payment",
          "payment",
          2,
          0.8,
          4,
          true,
          List.of(PaymentService::pay, PaymentService::pay, PaymentService::report));

  private PaymentService() {}

  private static void pay(Session s) throws SQLException {
    long booking = s.popular(Catalog.BOOKINGS);
    s.select("SELECT id, amount, status FROM booking.bookings WHERE id = ?", booking);
    s.transaction(
        () -> {
          long payment =
              s.insert(
                  "INSERT INTO payments (booking_id, amount, method, state, authorized_at)"
                      + " VALUES (?, ?, 'card', 'authorized', NOW())",
                  booking,
                  9_000);
          s.update(
              "UPDATE payments SET state = 'captured', captured_at = NOW() WHERE id = ?", payment);
          s.update(
              "INSERT INTO ledger (payment_id, account_code, debit, credit, booked_on)"
                  + " VALUES (?, 110, 9000, 0, CURDATE()), (?, 400, 0, 9000, CURDATE())",
              payment,
              payment);
          s.update("UPDATE booking.bookings SET status = 'confirmed' WHERE id = ?", booking);
        });
  }

  private static void report(Session s) throws SQLException {
    s.select(
        "SELECT account_code, SUM(debit) AS debits, SUM(credit) AS credits FROM ledger"
            + " WHERE booked_on BETWEEN CURDATE() - INTERVAL ? DAY AND CURDATE()"
            + " GROUP BY account_code ORDER BY account_code",
        7);
  }
}
