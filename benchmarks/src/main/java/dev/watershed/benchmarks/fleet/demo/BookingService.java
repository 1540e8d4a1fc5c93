package dev.watershed.benchmarks.fleet.demo;

import java.sql.SQLException;
import java.util.List;

/** Takes bookings; reads and writes the plans' slots on its own. */
final class BookingService {

  static final ServiceTraffic TRAFFIC =
      new ServiceTraffic(
          "svc_booking",
          "booking",
          3,
          1.2,
          4,
          false,
          List.of(
              BookingService::book,
              BookingService::book,
              BookingService::book,
              BookingService::history,
              BookingService::history,
              BookingService::cancel,
              BookingService::upcoming));

  private BookingService() {}

  private static void book(Session s) throws SQLException {
    s.sqlcommenter("bookings", "create");
    long member = s.popular(Catalog.MEMBERS);
    long plan = s.popular(Catalog.PLANS);
    List<Long> slots =
        s.select(
            "SELECT s.id, s.starts_at, s.capacity - s.booked AS free, p.title, p.price"
                + " FROM plan.slots s JOIN plan.plans p ON p.id = s.plan_id"
                + " WHERE s.plan_id = ? AND s.starts_at > NOW() AND s.booked < s.capacity"
                + " ORDER BY s.starts_at LIMIT 5",
            plan);
    if (slots.isEmpty()) {
      return;
    }
    long slot = slots.get(s.below(slots.size()));
    int people = 1 + s.below(4);
    s.transaction(
        () -> {
          s.select("SELECT capacity, booked FROM plan.slots WHERE id = ? FOR UPDATE", slot);
          s.update("UPDATE plan.slots SET booked = booked + ? WHERE id = ?", people, slot);
          long booking =
              s.insert(
                  "INSERT INTO bookings (member_id, plan_id, slot_id, people, amount, status,"
                      + " created_at) VALUES (?, ?, ?, ?, ?, 'requested', NOW())",
                  member,
                  plan,
                  slot,
                  people,
                  people * 4_500);
          s.update(
              "INSERT INTO booking_people (booking_id, age_group, quantity)"
                  + " VALUES (?, 'adult', ?), (?, 'child', ?)",
              booking,
              people,
              booking,
              s.below(3));
          s.update(
              "INSERT INTO status_changes (booking_id, status, note, created_at)"
                  + " VALUES (?, 'requested', ?, NOW())",
              booking,
              "by the member; it's paid by card");
        });
  }

  private static void history(Session s) throws SQLException {
    s.sqlcommenter("bookings", "index");
    s.select(
        "SELECT b.id, b.status, b.amount, b.created_at, p.title FROM bookings b"
            + " JOIN plan.plans p ON p.id = b.plan_id WHERE b.member_id = ?"
            + " ORDER BY b.created_at DESC LIMIT 20",
        s.popular(Catalog.MEMBERS));
  }

  private static void cancel(Session s) throws SQLException {
    s.sqlcommenter("bookings", "cancel");
    long booking = s.popular(Catalog.BOOKINGS);
    s.transaction(
        () -> {
          s.update("UPDATE bookings SET status = 'cancelled' WHERE id = ?", booking);
          s.update(
              "INSERT INTO status_changes (booking_id, status, note, created_at)"
                  + " VALUES (?, 'cancelled', ?, NOW())",
              booking,
              "weather");
        });
  }

  private static void upcoming(Session s) throws SQLException {
    s.sqlcommenter("bookings", "upcoming");
    s.select(
        "SELECT COUNT(*) FROM bookings WHERE plan_id = ? AND status IN ('requested', 'confirmed')",
        s.popular(Catalog.PLANS));
  }
}
