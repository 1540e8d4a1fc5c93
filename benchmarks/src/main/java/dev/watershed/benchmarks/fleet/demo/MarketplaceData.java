package dev.watershed.benchmarks.fleet.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/** Fills the marketplace, the same way every time. */
final class MarketplaceData {

  private static final int ROWS_PER_INSERT = 1_000;

  private final Statement statement;
  private final SplittableRandom random = new SplittableRandom(20_261_123);

  private MarketplaceData(Statement statement) {
    this.statement = statement;
  }

  static void load(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      new MarketplaceData(statement).load();
    }
  }

  private void load() throws SQLException {
    members();
    plans();
    bookings();
    reviews();
    for (String table :
        new String[] {"member.members", "plan.plans", "plan.slots", "booking.bookings"}) {
      statement.execute("ANALYZE TABLE " + table);
    }
  }

  private void members() throws SQLException {
    rows(
        "member.members (email, display_name, prefecture_id, points, created_at)",
        Catalog.MEMBERS,
        i ->
            "('m%d@example.org','member %d',%d,%d,%s)"
                .formatted(i, i, below(47), below(5_000), ago(1_500)));
    rows(
        "member.point_entries (member_id, amount, reason, created_at)",
        40_000,
        i -> "(%d,%d,'booking',%s)".formatted(member(), below(500), ago(300)));
    rows(
        "coupon.campaigns (name, discount, remaining, starts_at, ends_at)",
        Catalog.CAMPAIGNS,
        i -> "('campaign %d',%d,1000000,%s,NOW() + INTERVAL 9 DAY)".formatted(i, 500 * i, ago(9)));
    rows(
        "coupon.codes (code, campaign_id)",
        Catalog.CODES,
        i -> "('CODE%06d',%d)".formatted(i, 1 + below(Catalog.CAMPAIGNS)));
    rows(
        "market.favorites (member_id, plan_id, created_at)",
        Catalog.MEMBERS_WITH_FAVOURITES * Catalog.FAVOURITES,
        i ->
            "(%d,%d,%s)"
                .formatted(1 + (i - 1) / Catalog.FAVOURITES, 1 + i * 37 % Catalog.PLANS, ago(200)));
    rows(
        "market.special_pages (slug, title, body)",
        60,
        i -> "('special-%d','Special %d',REPEAT('words ', 200))".formatted(i, i));
  }

  private void plans() throws SQLException {
    rows(
        "plan.bases (name, area_code, rating)",
        Catalog.BASES,
        i -> "('base %d','%s',%d.%d)".formatted(i, area(), 3 + below(2), below(99)));
    rows(
        "plan.plans (base_id, title, category_id, price, duration_minutes, is_published,"
            + " description, updated_at)",
        Catalog.PLANS,
        i ->
            "(%d,'%s',%d,%d,%d,%d,REPEAT('%s ', 40),%s)"
                .formatted(
                    1 + below(Catalog.BASES),
                    title(),
                    below(40),
                    1_000 + 500 * below(40),
                    60 + 30 * below(8),
                    below(10) == 0 ? 0 : 1,
                    title(),
                    ago(90)));
    rows(
        "plan.slots (plan_id, starts_at, capacity)",
        Catalog.SLOTS,
        i ->
            "(%d,CURDATE() + INTERVAL %d HOUR,%d)"
                .formatted(1 + i % Catalog.PLANS, 9 + 24 * (i / Catalog.PLANS), 10 + below(30)));
    rows(
        "search.plan_documents (plan_id, area_code, title, keywords, price, popularity)",
        Catalog.PLANS * 5,
        i ->
            "(%d,'%s','%s','%s %s %s',%d,%d)"
                .formatted(
                    i,
                    area(),
                    title(),
                    title(),
                    title(),
                    title(),
                    1_000 + below(20_000),
                    below(100_000)));
  }

  private void bookings() throws SQLException {
    rows(
        "booking.bookings (member_id, plan_id, slot_id, people, amount, status, created_at)",
        Catalog.BOOKINGS,
        i ->
            "(%d,%d,%d,%d,%d,'done',%s)"
                .formatted(
                    member(),
                    plan(),
                    1 + below(Catalog.SLOTS),
                    1 + below(5),
                    1_000 * (1 + below(30)),
                    ago(400)));
    rows(
        "booking.booking_people (booking_id, age_group, quantity)",
        60_000,
        i -> "(%d,'adult',%d)".formatted(1 + below(Catalog.BOOKINGS), 1 + below(4)));
    rows(
        "payment.payments (booking_id, amount, method, state, captured_at)",
        Catalog.BOOKINGS,
        i -> "(%d,%d,'card','captured',%s)".formatted(i, 1_000 + below(30_000), ago(400)));
    rows(
        "payment.ledger (payment_id, account_code, debit, credit, booked_on)",
        50_000,
        i ->
            "(%d,%d,%d,0,CURDATE() - INTERVAL %d DAY)"
                .formatted(1 + below(Catalog.BOOKINGS), 100 + below(9), below(30_000), below(400)));
  }

  private void reviews() throws SQLException {
    rows(
        "review.reviews (plan_id, member_id, stars, body, created_at)",
        Catalog.REVIEWS,
        i ->
            "(%d,%d,%d,'It''s %s, we would come again.',%s)"
                .formatted(plan(), member(), 1 + below(5), title(), ago(700)));
    rows(
        "review.replies (review_id, body, created_at)",
        20_000,
        i -> "(%d,'Thank you for coming.',%s)".formatted(1 + below(Catalog.REVIEWS), ago(600)));
  }

  private void rows(String into, int count, IntFunction<String> row) throws SQLException {
    for (int from = 1; from <= count; from += ROWS_PER_INSERT) {
      StringBuilder sql = new StringBuilder("INSERT INTO " + into + " VALUES ");
      for (int i = from; i < from + ROWS_PER_INSERT && i <= count; i++) {
        sql.append(i == from ? "" : ",").append(row.apply(i));
      }
      statement.execute(sql.toString());
    }
  }

  private int below(int bound) {
    return random.nextInt(bound);
  }

  private int member() {
    return 1 + below(Catalog.MEMBERS);
  }

  private int plan() {
    return 1 + (int) (Math.pow(random.nextDouble(), 3) * Catalog.PLANS);
  }

  private String area() {
    return Catalog.AREAS.get(below(Catalog.AREAS.size()));
  }

  private String title() {
    return Catalog.ADJECTIVES.get(below(Catalog.ADJECTIVES.size()))
        + " "
        + Catalog.ACTIVITIES.get(below(Catalog.ACTIVITIES.size()));
  }

  private String ago(int days) {
    return "NOW() - INTERVAL " + below(days * 1_440) + " MINUTE";
  }
}
